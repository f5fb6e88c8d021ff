#include "sim/base/error.hpp"

#include <gtest/gtest.h>

namespace minimasim {

TEST(NearestWord, IsTheWordWithTheFewestEdits)
{
    EXPECT_EQ(nearest_word("adult_fnd", {"adult_fund", "child_package"}), "adult_fund");
    EXPECT_EQ(nearest_word("chnges", {"changes", "take_up"}), "changes");
    EXPECT_EQ(nearest_word("amount_singel", {"amount_single", "amount_single_parent"}), "amount_single");
    EXPECT_EQ(nearest_word("title", {"title_en", "title"}), "title");
}

TEST(NearestWord, IsTheFirstOfWordsEquallyNear)
{
    EXPECT_EQ(nearest_word("titel", {"title", "titles"}), "title");
    EXPECT_EQ(nearest_word("bat", {"cat", "hat"}), "cat");
}

TEST(NearestWord, IsNothingWhenNoWordIsNear)
{
    EXPECT_EQ(nearest_word("fiets", {"income_supplement", "adult_fund"}), "");
    EXPECT_EQ(nearest_word("word", {}), "");
    EXPECT_EQ(nearest_word("", {"adult_fund"}), "");
    EXPECT_EQ(nearest_word("ab", {"xy"}), "");
}

TEST(DidYouMean, IsAQuestionOrNothing)
{
    EXPECT_EQ(did_you_mean("chnges", {"changes"}), ". Did you mean changes?");
    EXPECT_EQ(did_you_mean("fiets", {"changes"}), "");
}

TEST(InputErrors, NameFileLineAndFaultOnePerLine)
{
    InputError const error({{"a.csv", 12, "is wrong"}, {"b.toml", 0, "is missing"}});

    EXPECT_STREQ(error.what(), "a.csv:12: is wrong\nb.toml: is missing");
    ASSERT_EQ(error.problems().size(), 2U);
    EXPECT_EQ(error.problems()[0].line, 12);
}

TEST(InputErrors, NeedNoFile)
{
    EXPECT_STREQ(InputError("", 0, "too many").what(), "too many");
}

TEST(InputErrors, NameTheProblemsOfAFileByLine)
{
    InputError const error({{"b.csv", 9, "late"}, {"a.csv", 1, "other"}, {"b.csv", 2, "early"}});

    ASSERT_EQ(error.problems().size(), 3U);
    EXPECT_EQ(error.problems()[0].what, "early");
    EXPECT_EQ(error.problems()[1].what, "late");
    EXPECT_EQ(error.problems()[2].what, "other");
}

}  // namespace minimasim
