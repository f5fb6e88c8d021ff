#include "sim/base/date_text.hpp"

#include <gtest/gtest.h>

namespace minimasim {

TEST(ParseDate, ReadsExistingDays)
{
    EXPECT_EQ(parse_date("2025-07-01"), (Date{2025, 7, 1}));
    EXPECT_EQ(parse_date("2024-02-29"), (Date{2024, 2, 29}));
    EXPECT_EQ(parse_date("1999-12-31"), (Date{1999, 12, 31}));
}

TEST(ParseDate, RefusesDaysThatDoNotExist)
{
    for (auto const* text :
         {"2025-02-29", "2025-04-31", "2025-00-10", "2025-13-01", "2025-01-00", "2025-01-32", "1900-02-29"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(ParseDate, RefusesWhatIsNotAnIsoDay)
{
    for (auto const* text : {"", "2025", "2025-7-1", "01-07-2025", "2025/07/01", "2025-07-01 ", " 2025-07-01",
                             "2025-07-0x", "+025-07-01", "-025-07-01", "2025-07-01T00:00"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(DateText, IsReadBackAsTheSameDay)
{
    for (int year = 2020; year <= 2032; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; day <= 28; ++day) {
                Date const date{year, month, day};
                ASSERT_EQ(parse_date(to_text(date)), date);
            }
        }
    }
}

TEST(Dates, AreOrderedByYearMonthAndDay)
{
    EXPECT_LT((Date{2024, 12, 31}), (Date{2025, 1, 1}));
    EXPECT_LT((Date{2025, 6, 30}), (Date{2025, 7, 1}));
    EXPECT_LT((Date{2025, 7, 1}), (Date{2025, 7, 2}));
    EXPECT_EQ((Date{2025, 7, 1}), (Date{2025, 7, 1}));
}

}  // namespace minimasim
