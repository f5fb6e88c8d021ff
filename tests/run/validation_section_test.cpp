#include "sim/run/validation/validation_section.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace minimasim::run {
namespace {

ValidationRow cell(std::string const& key, double low, double high, double model)
{
    auto row = measured_row(key, "margin (FIRM)", model, "");
    row.published = (low + high) / 2;
    row.low = low;
    row.high = high;
    return row;
}

TEST(ValidationSection, PutsTheWorstCellFirstInHalfWidthsOfItsInterval)
{
    ValidationSection const section{"fit",
                                    "",
                                    {},
                                    {cell("near", 90, 110, 105)},
                                    {cell("far", 99, 101, 103), cell("share", 0.1, 0.2, 0.25)}};

    auto const worst = worst_cells({section});

    ASSERT_EQ(worst.rows.size(), 3U);
    EXPECT_EQ(worst.rows[0].key, "worst.01");
    EXPECT_EQ(worst.rows[0].reason, "far, margin (FIRM): 3.00 half widths");
    EXPECT_EQ(worst.rows[1].reason, "share, margin (FIRM): 2.00 half widths");
    EXPECT_EQ(worst.rows[2].reason, "near, margin (FIRM): 0.50 half widths");
}

TEST(ValidationSection, RefusesByAcceptanceRowsAlone)
{
    ValidationSection const section{
        "any",
        "",
        {},
        {accepted_row("good", 1, 0, 2, ""), accepted_row("bad", 3, 0, 2, "too many"),
         targeted_row("wanted", 3, 0, 2, ""), cell("outside", 1, 2, 5)},
        {}};

    auto const refused = refusals({section});

    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0], "bad is 3, accepted from 0 to 2; too many");
    ASSERT_EQ(missed_targets({section}).size(), 1U);
}

TEST(ValidationSection, RefusesWhatIsNoNumber)
{
    EXPECT_TRUE(accepted_row("nothing", std::nan(""), 0, 1, "").is_refused());
}

}  // namespace
}  // namespace minimasim::run
