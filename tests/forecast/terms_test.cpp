#include "sim/forecast/terms.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "sim/base/error.hpp"
#include "sim/forecast/results.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::forecast::test {
namespace {

using report::test::TemporaryFolder;

std::filesystem::path const data = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data";

std::string shipped()
{
    std::ifstream const file(data / "assumptions" / "forecast.csv");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// What the reader says of the shipped file with one text replaced.
std::string complaint(std::string const& text, std::string const& replacement)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "forecast.csv";
    auto changed = shipped();
    changed.replace(changed.find(text), text.size(), replacement);
    std::ofstream(file) << changed;
    try {
        read_assumptions(file);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

TEST(Terms, AreDrawnWithinTheirIntervalsAndTheSameForAReplicate)
{
    auto const assumptions = read_assumptions(data / "assumptions" / "forecast.csv");
    for (std::uint32_t r = 0; r < 20; ++r) {
        auto const terms = drawn_terms(assumptions, 1, r);
        auto const again = drawn_terms(assumptions, 1, r);
        for (auto const& a : assumptions) {
            auto const value = find_term(a.process, a.term)->value;
            EXPECT_GE(terms.*value, a.low) << a.term;
            EXPECT_LE(terms.*value, a.high) << a.term;
            EXPECT_EQ(terms.*value, again.*value);
        }
    }
}

TEST(Terms, WithoutCausalEvidenceHaveZeroInTheIntervalOfTheirEffect)
{
    auto const assumptions = read_assumptions(data / "assumptions" / "forecast.csv");
    for (auto const* const effect : {"effect_of_income", "resolved_by_help", "relapse_reduction", "effect"}) {
        auto const found = std::find_if(assumptions.begin(), assumptions.end(),
                                        [&](Assumption const& a) { return a.term == effect; });
        ASSERT_NE(found, assumptions.end()) << effect;
        EXPECT_LE(found->low, 0) << effect;
        EXPECT_GE(found->high, 0) << effect;
    }
}

TEST(Terms, AreRefusedWithLineAndReason)
{
    EXPECT_NE(
        complaint("arrears,share,0.03,0.02", "arrears,share,0.03,0.04").find("outside its own interval"),
        std::string::npos);
    EXPECT_NE(complaint("arrears,share,", "arrears,shares,").find("Did you mean arrears.share?"),
              std::string::npos);
    EXPECT_NE(complaint("aftercare,unit_cost,1547,1000", "aftercare,unit_cost,1547,-5")
                  .find("leaves what it can be"),
              std::string::npos);
    EXPECT_NE(complaint("arrears,share,0.03,", "arrears,recovery_per_month,0.11,").find("stands here twice"),
              std::string::npos);
}

TEST(Published, FiguresAndGoalsAreRead)
{
    EXPECT_GE(read_published(data / "dynamics" / "forecast_checks.csv").size(), 12U);
}

}  // namespace
}  // namespace minimasim::forecast::test
