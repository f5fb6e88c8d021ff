// A point of a sweep is a package: its figures are those of `run`, to the last bit.

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "sim/run/simulate.hpp"
#include "sim/run/sweep/chunk_runner.hpp"
#include "sim/run/sweep/points.hpp"
#include "tests/command_line/program.hpp"

namespace minimasim::run {

namespace {

using namespace minimasim::test;

Workspace const& assen()
{
    static auto const workspace =
        read_workspace({source_folder / "data", source_folder / "scenarios"}, "GM0106");
    return workspace;
}

// What each point changes, as lines of a scenario: terms, take-up, national law, a scheme that reads cash,
// what is in force.
struct Point {
    std::string in_plan;
    std::string in_scenario;
};

std::vector<Point> const points{
    {"child_package.income_limit_share = 1.4", "[changes]\nchild_package.income_limit_share = 1.4\n"},
    {"take_up.income_supplement = 0.8", "[take_up]\nincome_supplement = 0.8\n"},
    {"social_assistance.single_21_to_aow = 1500", "[changes]\nsocial_assistance.single_21_to_aow = 1500\n"},
    {"goods_scheme.income_limit_share = 1.1, participation_budget.is_active = true",
     "[changes]\ngoods_scheme.income_limit_share = 1.1\nparticipation_budget.is_active = true\n"},
    {"child_package.income_limit_share = 1.3", "[changes]\nchild_package.income_limit_share = 1.3\n"},
};

}  // namespace

TEST(ASweptPoint, HasTheFiguresOfTheSamePackageInARun)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    std::string plan = "title = \"Plan\"\nbased_on = [\"limits-120\"]\n[list]\npoints = [\n";
    RunOptions options;
    options.members = 2;
    options.replicates = 3;
    options.threads = 2;
    options.cache = folder.path() / ".cache";
    for (std::size_t i = 0; i < points.size(); ++i) {
        plan += "{ " + points[i].in_plan + " },\n";
        auto const file = folder.path() / ("p" + std::to_string(i + 1) + ".toml");
        put_bytes(file, "title = \"P\"\nbased_on = [\"limits-120\"]\n" + points[i].in_scenario);
        options.scenarios.push_back(file);
    }
    put_bytes(folder.path() / "plan.toml", plan + "]\n");

    auto const figures = simulate(assen(), options).results.figures;
    SweepPoints const swept(assen(),
                            input::read_sweep_plan(folder.path() / "plan.toml", assen().folders.scenarios),
                            std::nullopt);
    ChunkRunner const runner(assen(), options, swept);
    auto const chunk = runner.run(0, swept.size(), [](double) {});

    std::size_t compared = 0;
    for (auto const& figure : figures) {
        for (std::size_t l = 0; l < chunk.lines.size(); ++l) {
            auto const& line = chunk.lines[l];
            if (figure.breakdown != "total" || figure.outcome != line.outcome ||
                figure.scheme != line.scheme) {
                continue;
            }
            auto const point = figure.package == "baseline" ? 0 : std::stoul(figure.package.substr(1));
            auto const* const numbers =
                point == 0 ? &chunk.baseline_figures[l * report::sweep_numbers]
                           : &chunk.figures[((point - 1) * chunk.lines.size() + l) * report::sweep_numbers];
            EXPECT_EQ(numbers[0], figure.estimate)
                << figure.package << ' ' << figure.outcome << ' ' << figure.scheme;
            EXPECT_EQ(numbers[2], figure.high)
                << figure.package << ' ' << figure.outcome << ' ' << figure.scheme;
            EXPECT_EQ(numbers[3], figure.difference)
                << figure.package << ' ' << figure.outcome << ' ' << figure.scheme;
            EXPECT_EQ(numbers[4], figure.difference_low)
                << figure.package << ' ' << figure.outcome << ' ' << figure.scheme;
            ++compared;
        }
    }
    EXPECT_EQ(compared, (points.size() + 1) * chunk.lines.size());
    EXPECT_EQ(chunk.lines.size(), 9 + 3 * rules::scheme_count);
}

TEST(ASweptPoint, ThatIsCurrentPolicyHasDifferencesOfExactlyZero)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    put_bytes(folder.path() / "plan.toml",
              "title = \"Plan\"\n[grid]\nchild_package.income_limit_share = [1.3]\n"
              "income_supplement.amount_single = [349]\n");
    RunOptions options;
    options.members = 2;
    options.replicates = 2;
    options.cache = folder.path() / ".cache";
    SweepPoints const swept(assen(),
                            input::read_sweep_plan(folder.path() / "plan.toml", assen().folders.scenarios),
                            std::nullopt);

    auto const chunk = ChunkRunner(assen(), options, swept).run(0, 1, [](double) {});

    for (std::size_t l = 0; l < chunk.lines.size(); ++l) {
        for (std::size_t number = 0; number < 3; ++number) {
            EXPECT_EQ(chunk.figures[l * report::sweep_numbers + number],
                      chunk.baseline_figures[l * report::sweep_numbers + number]);
            EXPECT_EQ(chunk.figures[l * report::sweep_numbers + 3 + number], 0) << chunk.lines[l].outcome;
        }
    }
}

}  // namespace minimasim::run
