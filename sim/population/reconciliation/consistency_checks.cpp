#include "sim/population/reconciliation/consistency_checks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>

#include "sim/population/reconciliation/reconcile.hpp"

namespace minimasim::population {

namespace {

using Cells = std::vector<MarginCell const*>;

constexpr double nothing = 1e-9;  // round-off of a sum

std::string text(double value)
{
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.8g", value);
    return buffer;
}

bool is_complete(Cells const& cells)
{
    return std::all_of(cells.begin(), cells.end(), [](auto const* cell) { return cell != nullptr; });
}

double sum(Cells const& cells)
{
    double total = 0;
    for (auto const* cell : cells) {
        total += cell->value;
    }
    return total;
}

class Consistency {
  public:
    Consistency(Evidence const& evidence, std::vector<Problem>& problems)
        : evidence_(evidence),
          problems_(problems),
          assumed_(evidence.assumptions, EnsembleMember{}),
          town_(evidence.municipality)
    {
    }

    // Persons by position and age against persons by age and households by type, all of 2020.
    void check_positions()
    {
        for (int f = 0; f < five_year_count; ++f) {
            std::string const age =
                std::to_string(5 * f) + (f + 1 == five_year_count ? "+" : "-" + std::to_string(5 * f + 4));
            Cells parts;
            for (char const* position : {"child_at_home", "living_alone", "partner_unmarried_no_children",
                                         "partner_married_no_children", "partner_unmarried_with_children",
                                         "partner_married_with_children", "lone_parent", "other_member"}) {
                parts.push_back(position_cell(position, age));
            }
            expect_equal(find(town_, "persons_in_households", "age", age, 2020), parts, 1,
                         "the positions of persons of " + age);
        }
        expect_equal(type("one_person"), position({"living_alone"}), 1, "persons who live alone");
        expect_equal(type("unmarried_couple"),
                     position({"partner_unmarried_no_children", "partner_unmarried_with_children"}), 2,
                     "unmarried partners, two a household,");
        expect_equal(type("married_couple"),
                     position({"partner_married_no_children", "partner_married_with_children"}), 2,
                     "married partners, two a household,");
        expect_equal(type("lone_parent"), position({"lone_parent"}), 1, "lone parents");
    }

    void check_families()
    {
        auto const parents = position({"partner_unmarried_with_children", "partner_married_with_children"});
        auto const children = position({"child_at_home"});
        auto const* lone = type("lone_parent");
        if (lone == nullptr || !is_complete(parents) || !is_complete(children)) {
            return;
        }
        double const families = sum(parents) / 2 + lone->value;
        if (sum(children) < families) {
            add(*children.front(), "there are " + text(sum(children)) + " children at home for " +
                                       text(families) +
                                       " households with children (partners and lone parents by position); "
                                       "each of these holds at least one");
        }
        auto const* all = find(town_, "private_households", "total", "total", 2020);
        auto const* share = find(town_, "private_households", "composition", "with_children", 2020);
        expect_share(share, all, families, "households with children by position");
        expect_share(find(town_, "private_households", "composition", "one_person", 2020), all,
                     type("one_person") == nullptr ? -1 : type("one_person")->value, "one-person households");
    }

    // Households by size against all households and persons, 2020.
    void check_sizes()
    {
        Cells sizes{type("one_person")};
        for (char const* size : size_names) {
            sizes.push_back(find(town_, "private_households", "size", size, 2020));
        }
        expect_equal(find(town_, "private_households", "total", "total", 2020), sizes, 1,
                     "households by size, with one-person households,");
        Cells persons;
        for (auto const& cell : evidence_.margins) {
            if (cell.area == town_ && cell.universe == "persons_in_households" && cell.attribute == "age" &&
                cell.year == 2020) {
                persons.push_back(&cell);
            }
        }
        if (!is_complete(sizes) || persons.empty()) {
            return;
        }
        double fewest = 0;
        for (std::size_t s = 0; s < sizes.size(); ++s) {
            fewest += static_cast<double>(s + 1) * sizes[s]->value;
        }
        // Households of five and more hold 5.05 to 5.92 persons on average in 355 municipalities (2020).
        double const most = fewest + sizes.back()->value;
        if (sum(persons) < fewest || sum(persons) > most) {
            add(*sizes.back(), "households of these sizes hold " + text(fewest) + " to " + text(most) +
                                   " persons (six on average at most in those of five and more), but " +
                                   text(sum(persons)) + " persons live in households");
        }
    }

    // Nobody lives in a household without being a resident.
    void check_residents()
    {
        for (int g = 0; g < age_group_count; ++g) {
            auto const* residents =
                find(town_, "residents", "age", age_group_names[static_cast<std::size_t>(g)], 2020);
            Cells persons;
            for (int f = 0; f < five_year_count; ++f) {
                if (age_group(5 * f) == g) {
                    persons.push_back(
                        find(town_, "persons_in_households", "age",
                             std::to_string(5 * f) +
                                 (f + 1 == five_year_count ? "+" : "-" + std::to_string(5 * f + 4)),
                             2020));
                }
            }
            if (residents != nullptr && is_complete(persons) && sum(persons) > residents->highest()) {
                add(*residents, "there are " + text(residents->value) + " residents of " +
                                    residents->category + " in 2020, but " + text(sum(persons)) +
                                    " persons of that age in households (" + place(*persons.front()) + ")");
            }
        }
        auto const* pensioners = find(town_, "residents", "benefits", "state_pension", 2020);
        Cells const old{find(town_, "residents", "age", "65-79", 2020),
                        find(town_, "residents", "age", "80+", 2020)};
        if (pensioners != nullptr && is_complete(old) && pensioners->low() > sum(old)) {
            add(*pensioners, "there are " + text(pensioners->value) + " persons with a state pension and " +
                                 text(sum(old)) + " residents of 65 and over (" + place(*old.front()) + ")");
        }
    }

    // Ages of one year against those of the year before, grown older.
    void check_ages_over_time()
    {
        for (auto const& [then, now] :
             {std::pair{2020, 2022}, std::pair{2022, 2023}, std::pair{2020, 2023}}) {
            for (std::size_t g = 0; g < age_group_count; ++g) {
                check_ageing(g, then, now);
            }
        }
    }

    void check_neighbourhoods()
    {
        Cells places;
        Cells dwellings;
        for (auto const& n : evidence_.neighbourhoods) {
            places.push_back(find(n.code, "private_households", "total", "total", 2022));
            dwellings.push_back(find(n.code, "dwellings", "total", "total", 2022));
            check_adults(n.code);
        }
        auto const* all = find(town_, "private_households", "total", "total", 2023);
        double const bound = assumed_("checks.households_change");
        if (all != nullptr && is_complete(places) && !places.empty() &&
            std::fabs(sum(places) - all->value) > bound * all->value) {
            add(*places.front(), "the neighbourhoods hold " + text(sum(places)) +
                                     " households in 2022, the municipality " + text(all->value) +
                                     " in 2023 (" + place(*all) + "); a change of more than " +
                                     text(100 * bound) + " % a year is taken for a mistake");
        }
        expect_equal(find(town_, "dwellings", "total", "total", 2022), dwellings, 1,
                     "dwellings of the neighbourhoods");
        for (char const* tenure : {"owner", "rent_social", "rent_private"}) {
            check_weighted("tenure", tenure, dwellings);
        }
        check_weighted("woz", "mean", dwellings);
        check_against_2023("0-14", {"0-4", "5-9", "10-14"});
        check_against_2023("15-24", {"15-19", "20-24"});
        check_against_2023("25-44", {"25-44"});
        check_against_2023("45-64", {"45-64"});
        check_against_2023("65+", {"65-79", "80+"});
    }

  private:
    MarginCell const* find(std::string const& area, char const* universe, char const* attribute,
                           std::string const& category, int year) const
    {
        return evidence_.find(area, universe, attribute, category, year);
    }

    MarginCell const* type(char const* category) const
    {
        return find(town_, "private_households", "type", category, 2020);
    }

    MarginCell const* position_cell(std::string const& position, std::string const& age) const
    {
        return find(town_, "persons_in_households", "position_age", position + ":" + age, 2020);
    }

    Cells position(std::vector<std::string> const& names) const
    {
        Cells cells;
        for (auto const& cell : evidence_.margins) {
            auto const name = cell.category.substr(0, cell.category.find(':'));
            if (cell.area == town_ && cell.attribute == "position_age" && cell.year == 2020 &&
                std::find(names.begin(), names.end(), name) != names.end()) {
                cells.push_back(&cell);
            }
        }
        return cells;
    }

    static std::string place(MarginCell const& cell) { return cell.file + ":" + std::to_string(cell.line); }

    void add(MarginCell const& cell, std::string what)
    {
        problems_.push_back({cell.file, cell.line, std::move(what)});
    }

    // The parts, so many to a unit of the whole, make the whole.
    void expect_equal(MarginCell const* whole, Cells const& parts, double per_unit, std::string const& what)
    {
        if (whole == nullptr || parts.empty() || !is_complete(parts)) {
            return;
        }
        double low = 0;
        double high = 0;
        for (auto const* part : parts) {
            low += part->lowest() / per_unit;
            high += part->highest() / per_unit;
        }
        if (low > whole->highest() + nothing || high < whole->lowest() - nothing) {
            add(*whole, what + " make " + text(sum(parts) / per_unit) + " (" + place(*parts.front()) +
                            " and on), but " + whole->attribute + " = " + whole->category + " of " +
                            whole->area + " in " + std::to_string(whole->year) + " is " + text(whole->value));
        }
    }

    void expect_share(MarginCell const* share, MarginCell const* whole, double part, std::string const& what)
    {
        if (share == nullptr || whole == nullptr || part < 0 || whole->value <= 0) {
            return;
        }
        double const actual = part / whole->value;
        if (actual < share->low() - nothing || actual > share->high() + nothing) {
            add(*share, what + " are " + text(actual) + " of all households (" + place(*whole) +
                            "), but the share is published as " + text(share->value));
        }
    }

    // A town grows older where it stands, or keeps its ages because others come and go (students): what lies
    // beyond both is taken for a mistake.
    void check_ageing(std::size_t g, int then, int now)
    {
        // Years of age in a group; the last has no end.
        constexpr std::array<double, age_group_count> widths{5, 5, 5, 5, 5, 20, 20, 15, 0};
        double const years = now - then;
        auto const* before = find(town_, "residents", "age", age_group_names[g], then);
        auto const* after = find(town_, "residents", "age", age_group_names[g], now);
        auto const* younger =
            g == 0 ? nullptr : find(town_, "residents", "age", age_group_names[g - 1], then);
        if (before == nullptr || after == nullptr || (g > 0 && younger == nullptr)) {
            return;
        }
        bool const is_first = g == 0;  // births replace who grows older
        bool const is_last = g + 1 == age_group_count;
        double expected = before->value;
        if (!is_first) {
            expected += younger->value * years / widths[g - 1];
            expected -= is_last ? 0 : before->value * years / widths[g];
        }
        double const bound = assumed_("checks.age_change_a_year") * years * (is_last ? 3 : 1);
        double const fewest = std::min(expected, before->value);
        double const most = std::max(expected, before->value);
        if (after->value < (1 - bound) * fewest - std::sqrt(fewest) ||
            after->value > (1 + bound) * most + std::sqrt(most)) {
            add(*after, "there are " + text(after->value) + " residents of " + after->category + " in " +
                            std::to_string(now) + ", where there were " + text(before->value) + " in " +
                            std::to_string(then) + " (" + place(*before) +
                            ") and those of then grown older make about " + text(std::round(expected)) +
                            "; a difference of more than " + text(100 * bound) +
                            " % from both is taken for a mistake (checks.age_change_a_year of "
                            "data/assumptions)");
        }
    }

    void check_adults(std::string const& code)
    {
        auto const* households = find(code, "private_households", "total", "total", 2022);
        Cells const adults{
            find(code, "residents", "age", "15-24", 2022), find(code, "residents", "age", "25-44", 2022),
            find(code, "residents", "age", "45-64", 2022), find(code, "residents", "age", "65+", 2022)};
        if (households != nullptr && is_complete(adults) && households->low() > sum(adults)) {
            add(*households, code + " has " + text(households->value) + " households and " +
                                 text(sum(adults)) + " residents of 15 and over (" + place(*adults.front()) +
                                 "); every household holds one");
        }
    }

    // The mean over the neighbourhoods, weighted with dwellings, is that of the municipality.
    void check_weighted(char const* attribute, char const* category, Cells const& dwellings)
    {
        auto const* whole = find(town_, "dwellings", attribute, category, 2022);
        if (whole == nullptr || dwellings.empty() || !is_complete(dwellings) || sum(dwellings) <= 0) {
            return;
        }
        double low = 0;
        double high = 0;
        MarginCell const* first = nullptr;
        for (std::size_t n = 0; n < dwellings.size(); ++n) {
            auto const* cell = find(evidence_.neighbourhoods[n].code, "dwellings", attribute, category, 2022);
            if (cell == nullptr) {
                return;
            }
            first = first == nullptr ? cell : first;
            low += cell->low() * dwellings[n]->value / sum(dwellings);
            high += cell->high() * dwellings[n]->value / sum(dwellings);
        }
        if (low > whole->high() + nothing || high < whole->low() - nothing) {
            add(*first, std::string(attribute) + " = " + category +
                            " of the neighbourhoods, weighted with "
                            "their dwellings, is " +
                            text(low) + " to " + text(high) + "; the municipality has " + text(whole->value) +
                            " (" + place(*whole) + ")");
        }
    }

    // Ages of the neighbourhoods in 2022 against those of the municipality a year later.
    void check_against_2023(char const* age, std::vector<std::string> const& parts)
    {
        Cells here;
        for (auto const& n : evidence_.neighbourhoods) {
            here.push_back(find(n.code, "residents", "age", age, 2022));
        }
        Cells there;
        for (auto const& part : parts) {
            there.push_back(find(town_, "residents", "age", part, 2023));
        }
        if (here.empty() || !is_complete(here) || !is_complete(there)) {
            return;
        }
        double const bound = assumed_("checks.age_change_a_year");
        if (std::fabs(sum(here) - sum(there)) > bound * sum(there) + std::sqrt(sum(there))) {
            add(*here.front(), "residents of " + std::string(age) + " of the neighbourhoods of 2022 make " +
                                   text(sum(here)) + ", the municipality has " + text(sum(there)) +
                                   " in 2023 (" + place(*there.front()) + "); a difference of more than " +
                                   text(100 * bound) + " % is taken for a mistake");
        }
    }

    Evidence const& evidence_;
    std::vector<Problem>& problems_;
    AssumedValues assumed_;
    std::string const& town_;
};

}  // namespace

void check_consistency(Evidence const& evidence, std::vector<Problem>& problems)
{
    Consistency checks(evidence, problems);
    checks.check_positions();
    checks.check_families();
    checks.check_sizes();
    checks.check_residents();
    checks.check_ages_over_time();
    checks.check_neighbourhoods();
}

}  // namespace minimasim::population
