// The search for the best packages as a user runs it, and its search beside trying everything.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sim/run/optimise/appraiser.hpp"
#include "sim/run/optimise/search.hpp"
#include "tests/command_line/program.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;
using Json = nlohmann::json;

// A folder with populations that were built before.
class Place {
  public:
    Place() { give_populations(folder_.path()); }

    std::filesystem::path const& path() const { return folder_.path(); }

    // A small search: two members, two replicates.
    Outcome optimise(double budget, std::string const& target,
                     std::vector<std::string> const& more = {}) const
    {
        std::vector<std::string> words{"optimise",
                                       "--budget",
                                       std::to_string(budget),
                                       "--target",
                                       target,
                                       "-o",
                                       path().string(),
                                       "--ensemble",
                                       "2",
                                       "--replicates",
                                       "2",
                                       "--search-replicates",
                                       "2"};
        words.insert(words.end(), more.begin(), more.end());
        return minimasim(words);
    }

    Json json(double budget, std::string const& target, std::vector<std::string> more = {}) const
    {
        more.emplace_back("--json");
        auto const outcome = optimise(budget, target, more);
        EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
        return outcome.exit_code == 0 ? Json::parse(outcome.output) : Json();
    }

    std::string files() const
    {
        std::string all;
        for (auto const* name : {"frontier.csv", "frontier.json", "frontier.svg", "best-1.toml"}) {
            all += bytes_of(path() / name);
        }
        return all;
    }

  private:
    TemporaryFolder folder_;
};

}  // namespace

TEST(Optimise, ProposesPackagesThatRunAndCostWhatItSays)
{
    Place const place;
    auto const answer = place.json(400'000, "reach", {"--schemes", "child_package,adult_fund,goods_scheme"});
    ASSERT_FALSE(answer.is_null());

    for (auto const& point : answer["frontier"]) {
        EXPECT_LE(point["extra_cost_per_year"]["estimate"], 400'000);
    }
    auto const file = place.path() / answer["best"][0]["file"].get<std::string>();
    EXPECT_THAT(bytes_of(place.path() / "frontier.csv"),
                AllOf(HasSubstr("kind,package,extra_cost_per_year,extra_cost_per_year_low"),
                      HasSubstr("\nbest,best-1,"), HasSubstr("child_package.")));
    EXPECT_THAT(bytes_of(place.path() / "frontier.svg"), testing::EndsWith("</svg>\n"));
    auto const checked = minimasim({"check", file.string()});
    EXPECT_EQ(checked.exit_code, 0) << checked.errors;
    auto const run = minimasim({"run", file.string(), "--ensemble", "2", "--replicates", "2", "-o",
                                place.path().string(), "--json"});
    ASSERT_EQ(run.exit_code, 0) << run.errors;
    for (auto const& package : Json::parse(run.output)["packages"]) {
        if (package["id"] == "best-1") {
            auto const& cost = package["extra_cost_per_year"];
            EXPECT_NEAR(cost["estimate"], answer["best"][0]["extra_cost_per_year"]["estimate"], 0.01);
            EXPECT_NEAR(cost["low"], answer["best"][0]["extra_cost_per_year"]["low"], 0.01);
            EXPECT_NEAR(cost["high"], answer["best"][0]["extra_cost_per_year"]["high"], 0.01);
        }
    }
}

TEST(Optimise, DoesNoWorseWithALargerBudget)
{
    Place const place;
    struct Target {
        char const* name;
        char const* effect;
        char const* schemes;
    };
    for (auto const& [name, effect, schemes] :
         {Target{"poverty_gap", "poverty_gap_closed_per_year", "income_supplement,local_tax_waiver"},
          Target{"reach", "newly_reached_households_net", "child_package,goods_scheme,tailored_budget"}}) {
        double before = 0;
        for (double const budget : {60'000, 61'000, 150'000}) {
            auto const answer = place.json(budget, name, {"--schemes", schemes});
            ASSERT_FALSE(answer.is_null());
            double const now = answer["best"][0][effect]["estimate"];
            EXPECT_GE(now, before) << name << " with " << budget;
            before = now;
        }
    }
}

TEST(Optimise, GivesTheSameBytesOnAnyNumberOfThreads)
{
    Place const place;
    std::string expected;
    for (auto const* threads : {"1", "3"}) {
        auto const outcome =
            place.optimise(40'000, "poverty_gap", {"--schemes", "income_supplement", "--threads", threads});
        ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
        expected = expected.empty() ? place.files() : expected;
        EXPECT_TRUE(place.files() == expected) << threads << " threads";
    }
}

TEST(Optimise, FindsWhatTryingEverythingFinds)
{
    Place const place;
    auto const workspace =
        run::read_workspace({source_folder / "data", source_folder / "scenarios"}, "GM0106");
    run::RunOptions options;
    options.members = 2;
    options.replicates = 2;
    options.cache = place.path() / ".cache";
    run::Levers const levers(workspace, {"child_package", "adult_fund"}, std::nullopt);
    run::Appraiser const appraiser(workspace, options, levers);
    for (auto const target : {report::Target::reach}) {
        run::Appraise const appraise = [&](std::vector<run::Positions> const& packages) {
            std::vector<run::Worth> worths;
            for (auto const& outcomes : appraiser.run(packages, 0, 2, [](double) {})) {
                worths.push_back({outcomes[0].cost_cents + outcomes[1].cost_cents,
                                  outcomes[0].effects[static_cast<std::size_t>(target)] +
                                      outcomes[1].effects[static_cast<std::size_t>(target)]});
            }
            return worths;
        };
        auto const counts = levers.count_positions();
        ASSERT_EQ(counts.size(), 3U);
        std::vector<run::Positions> everything;
        for (std::uint16_t a = 0; a < counts[0]; ++a) {
            for (std::uint16_t b = 0; b < counts[1]; ++b) {
                for (std::uint16_t c = 0; c < counts[2]; ++c) {
                    everything.push_back({a, b, c});
                }
            }
        }
        auto const worths = appraise(everything);
        run::SearchOptions search_options;
        search_options.first_slice = 200'000;  // cents of two replicates: 1,000 euro
        constexpr std::int64_t highest = 2 * 100 * 1'000'000LL;
        auto const found = run::search_packages(counts, highest, appraise, search_options);

        EXPECT_LT(found.appraised, everything.size());
        for (std::int64_t budget = highest / 16; budget <= highest; budget *= 2) {
            std::int64_t best = 0;
            std::int64_t best_found = 0;
            for (auto const& worth : worths) {
                best = worth.cost <= budget ? std::max(best, worth.effect) : best;
            }
            for (auto const& finalist : found.finalists) {
                best_found =
                    finalist.worth.cost <= budget ? std::max(best_found, finalist.worth.effect) : best_found;
            }
            EXPECT_LE(best_found, best);
            EXPECT_GE(static_cast<double>(best_found), 0.99 * static_cast<double>(best)) << budget;
        }
    }
}

TEST(Optimise, SaysWhatIsWrongWithTheQuestion)
{
    Place const place;
    auto const refused = [&](Outcome const& outcome, std::string const& what) {
        EXPECT_EQ(outcome.exit_code, 2) << outcome.errors;
        EXPECT_THAT(outcome.errors, HasSubstr(what));
    };

    refused(place.optimise(-5, "reach"), "--budget");
    refused(place.optimise(0, "reach"), "--budget");
    refused(place.optimise(100'000, "raech"), "Did you mean reach?");
    refused(place.optimise(100'000, "reach", {"--schemes", "child_pakcage"}), "Did you mean child_package?");
    refused(place.optimise(100'000, "reach", {"--points", "0"}), "--points");
    refused(minimasim({"optimise", "--target", "reach"}), "--budget");
    EXPECT_FALSE(std::filesystem::exists(place.path() / "frontier.csv"));
}

TEST(Optimise, SaysWhenNothingIsAffordable)
{
    Place const place;

    auto const outcome = place.optimise(1, "poverty_gap", {"--schemes", "income_supplement"});
    EXPECT_EQ(outcome.exit_code, 3) << outcome.errors;
    EXPECT_THAT(outcome.errors, AllOf(HasSubstr("affordable"), HasSubstr("the cheapest step costs about")));

    auto const in_kind = place.optimise(100'000, "poverty_gap", {"--schemes", "child_package"});
    EXPECT_EQ(in_kind.exit_code, 3);
    EXPECT_THAT(in_kind.errors, HasSubstr("does anything for poverty_gap"));
    EXPECT_FALSE(std::filesystem::exists(place.path() / "frontier.csv"));
}

TEST(Optimise, NeverBreaksALimitOfLaw)
{
    CopyOfData const copy;
    copy.replace(
        "designs/levers.csv", "local_tax_waiver.extra_exemption,local_tax_waiver,extra_exemption_single,",
        "local_tax_waiver.limit,local_tax_waiver,income_limit_share,1.0,1.3,0.1,share,estimated,test\n"
        "local_tax_waiver.extra_exemption,local_tax_waiver,extra_exemption_single,");
    Place const place;

    auto const outcome = place.optimise(100'000, "reach", {"--data", copy.data().string()});

    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.errors, AllOf(HasSubstr("levers.csv"), HasSubstr("not lawful")));
}

}  // namespace minimasim
