#include "sim/rules/web/interface.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include "sim/rules/web/column_names.hpp"

namespace minimasim::rules::web {

namespace {

std::string text_of(std::string const& file)
{
    std::ifstream in(std::string(MINIMASIM_SOURCE_DIR) + "/sim/rules/" + file);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Every first group of a pattern in the text, from one place to another.
std::vector<std::string> found(std::string const& text, std::string const& from, std::string const& until,
                               std::string const& pattern)
{
    auto const begin = text.find(from);
    auto const part = text.substr(begin, text.find(until, begin) - begin);
    std::regex const expression(pattern);
    std::vector<std::string> all;
    for (std::sregex_iterator each(part.begin(), part.end(), expression), end; each != end; ++each) {
        all.push_back((*each)[1]);
    }
    return all;
}

std::vector<std::string> names_of(Group group)
{
    auto const number = static_cast<std::int32_t>(group);
    std::vector<std::string> names;
    for (std::int32_t k = 0; k < column_count(number); ++k) {
        names.emplace_back(column_name(number, k));
    }
    return names;
}

}  // namespace

TEST(WebInterface, NamesTheColumnsOfAHouseholdAsItsFields)
{
    auto const text = text_of("columns.hpp");
    std::vector<std::string> expected;
    auto const add = [&](std::string const& prefix, std::string const& function) {
        for (auto const& name : found(text, function, "\n}", R"(visit\([ph]\.([\w.]+)\))")) {
            expected.push_back(prefix + name);
        }
    };
    add("claimant.", "for_each_amount_of_person(");
    add("partner.", "for_each_amount_of_person(");
    add("", "for_each_amount(");
    add("claimant.", "for_each_count_of_person(");
    add("partner.", "for_each_count_of_person(");
    add("", "for_each_count(");

    EXPECT_EQ(names_of(Group::household), expected);
}

TEST(WebInterface, NamesTheColumnsOfTheViewAsItsFields)
{
    auto const text = text_of("municipal/evaluate.hpp");

    EXPECT_EQ(names_of(Group::view),
              found(text, "municipal_fields[] = {", "};", R"(&MunicipalHousehold::(\w+))"));
}

TEST(WebInterface, HasATermForEveryFormOfTheRentAllowance)
{
    set_rent_allowance_form(1);
    auto const of_2026 = term_count();
    set_rent_allowance_form(0);

    EXPECT_NE(term_count(), of_2026);
    EXPECT_STREQ(term_section(0), "social_assistance");
    EXPECT_STREQ(term_section(term_count() - 1), "household_costs");
}

TEST(WebInterface, AnswersNothingToANumberThatDoesNotExist)
{
    EXPECT_EQ(column_count(7), 0);
    EXPECT_EQ(column(7, 0), nullptr);
    EXPECT_EQ(column(0, column_count(0)), nullptr);
    EXPECT_EQ(column_name(3, -1), nullptr);
    EXPECT_EQ(term_name(term_count()), nullptr);
}

}  // namespace minimasim::rules::web
