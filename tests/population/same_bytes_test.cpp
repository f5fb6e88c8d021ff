// The same bytes for any number of threads and for any order of the rows that margins are read from.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "bench/synthesis/modeller.hpp"
#include "sim/population/synthesis.hpp"
#include "tests/population/spoiled_data.hpp"
#include "tests/population/stand_in_measure.hpp"

namespace minimasim::population {
namespace {

constexpr double part_of_municipality = 0.1;

Population drawn(Evidence const& evidence, std::uint32_t member, int threads)
{
    return draw_population(evidence, stand_in_measure, {{1, member, {}}, part_of_municipality, threads})
        .population;
}

// Names of the columns in which two populations differ.
std::vector<std::string> differences(Population const& a, Population const& b)
{
    std::vector<std::string> names;
    auto const compare = [&](char const* name, auto const& left, auto const& right) {
        if (left != right) {
            names.emplace_back(name);
        }
    };
    auto const& p = a.persons;
    auto const& q = b.persons;
    compare("person_begin", a.person_begin, b.person_begin);
    compare("age", p.age, q.age);
    compare("sex", p.sex, q.sex);
    compare("role", p.role, q.role);
    compare("education", p.education, q.education);
    compare("source", p.source, q.source);
    compare("profile", p.profile, q.profile);
    compare("wage", p.wage_cents_per_year, q.wage_cents_per_year);
    compare("profit", p.profit_cents_per_year, q.profit_cents_per_year);
    compare("pension", p.pension_cents_per_year, q.pension_cents_per_year);
    compare("unemployment benefit", p.unemployment_benefit_cents_per_year,
            q.unemployment_benefit_cents_per_year);
    compare("disability benefit", p.disability_benefit_cents_per_year, q.disability_benefit_cents_per_year);
    compare("build-up", p.state_pension_build_up_percent, q.state_pension_build_up_percent);
    compare("neighbourhood", a.neighbourhood, b.neighbourhood);
    compare("type", a.type, b.type);
    compare("tenure", a.tenure, b.tenure);
    compare("main source", a.main_source, b.main_source);
    compare("income class", a.income_class, b.income_class);
    compare("rent", a.rent_cents_per_month, b.rent_cents_per_month);
    compare("mortgage", a.mortgage_cents_per_month, b.mortgage_cents_per_month);
    compare("energy", a.energy_cents_per_month, b.energy_cents_per_month);
    compare("WOZ value", a.woz_value_euro, b.woz_value_euro);
    compare("savings", a.liquid_assets_cents, b.liquid_assets_cents);
    compare("years on low income", a.years_on_low_income, b.years_on_low_income);
    compare("improvement", a.expects_improvement, b.expects_improvement);
    compare("assistance", a.receives_social_assistance, b.receives_social_assistance);
    compare("problem debts", a.has_problem_debts, b.has_problem_debts);
    compare("residents of institutions", a.residents_of_institutions, b.residents_of_institutions);
    return names;
}

using Differences = std::vector<std::string>;
using Lines = std::vector<std::string>;

class SameBytes : public SpoiledData {
  protected:
    // Gives every table of the margins its rows in another order.
    void reorder(std::function<void(Lines::iterator, Lines::iterator)> const& order) const
    {
        for (auto const& entry : std::filesystem::directory_iterator(folder / "margins" / "GM0106")) {
            if (entry.path().extension() != ".csv") {
                continue;
            }
            std::istringstream text(text_of(entry.path()));
            Lines lines;
            for (std::string line; std::getline(text, line);) {
                lines.push_back(line);
            }
            order(lines.begin() + 1, lines.end());
            std::ofstream out(entry.path());
            for (auto const& line : lines) {
                out << line << '\n';
            }
        }
    }

    Evidence evidence() const { return read_evidence(folder, "GM0106"); }
};

TEST_F(SameBytes, ComeFromOneThreadAndFromTwo)
{
    auto const as_shipped = evidence();
    auto const first = drawn(as_shipped, 0, 1);
    auto const second = drawn(as_shipped, 1, 1);

    EXPECT_EQ(differences(first, drawn(as_shipped, 0, 2)), Differences{});
    EXPECT_EQ(differences(second, drawn(as_shipped, 1, 2)), Differences{});
    EXPECT_GT(differences(first, second).size(), 20U) << "members should differ";
}

TEST_F(SameBytes, ComeFromMarginsInAnyOrder)
{
    auto const as_shipped = evidence();
    reorder([](auto begin, auto end) { std::reverse(begin, end); });
    auto const reversed = evidence();
    reorder([](auto begin, auto end) { std::shuffle(begin, end, std::mt19937(7)); });
    auto const shuffled = evidence();

    ASSERT_NE(as_shipped.margins.front().value, reversed.margins.front().value) << "rows should move";
    EXPECT_EQ(differences(drawn(as_shipped, 0, 2), drawn(reversed, 0, 2)), Differences{});
    EXPECT_EQ(differences(drawn(as_shipped, 1, 2), drawn(shuffled, 1, 2)), Differences{});
}

struct FittedPlaces {
    std::vector<std::vector<double>> weights;
    WholeHouseholds households;
};

// Nine wijken with tables of two attributes of the municipality, so that places wait for each other, and
// attributes that may be exchanged.
FittedPlaces fitted_places(std::uint32_t member, int threads)
{
    using namespace synthesis;
    AreaOptions const options{.wijken = 9, .households = 6'000, .seed = 3, .keeps_expected = false};
    static auto const area = draw_area(options);
    static auto const margins = margins_of(area);
    static auto const catalogue = catalogue_of_cells(area.expert);
    auto problem =
        make_problem(catalogue, {&margins, all_pairs(), nullptr, {{{household_type, tenure}, 0, 0.2, 0.2}}});
    FitOptions fit;
    fit.member = member;
    fit.threads = threads;
    WholeOptions whole;
    whole.member = member;
    whole.threads = threads;

    auto const fitted = fit_problem(problem, fit);
    FittedPlaces result;
    result.weights.resize(fitted.places());
    for (std::size_t place = 0; place < fitted.places(); ++place) {
        fitted.of_place(place, result.weights[place]);
    }
    result.households = draw_whole_households(problem, fitted, whole);
    return result;
}

TEST(SameBytesOfAFit, ComeFromOneThreadAndFromMore)
{
    for (std::uint32_t const member : {0U, 1U}) {
        auto const alone = fitted_places(member, 1);
        EXPECT_GT(alone.households.exchanges, 0);
        for (int const threads : {2, 5}) {
            auto const together = fitted_places(member, threads);

            EXPECT_EQ(alone.weights, together.weights)
                << "member " << member << ", " << threads << " threads";
            EXPECT_EQ(alone.households.archetypes, together.households.archetypes);
            EXPECT_EQ(alone.households.repairs, together.households.repairs);
            EXPECT_EQ(alone.households.exchanges, together.households.exchanges);
            EXPECT_EQ(alone.households.binding_misfit, together.households.binding_misfit);
        }
    }
}

}  // namespace
}  // namespace minimasim::population
