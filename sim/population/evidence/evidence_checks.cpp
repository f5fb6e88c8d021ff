#include "sim/population/evidence/evidence_checks.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>
#include <tuple>

#include "sim/population/reconciliation/consistency_checks.hpp"

namespace minimasim::population {

namespace {

using Names = std::vector<std::string>;

Names const ages{"0-4", "5-9", "10-14", "15-19", "20-24", "25-44", "45-64", "65-79", "80+"};
Names const wide_ages{"0-14", "15-24", "25-44", "45-64", "65+"};
Names const five_year_ages{"0-4",   "5-9",   "10-14", "15-19", "20-24", "25-29", "30-34",
                           "35-39", "40-44", "45-49", "50-54", "55-59", "60-64", "65-69",
                           "70-74", "75-79", "80-84", "85-89", "90-94", "95+"};
Names const positions{"child_at_home",
                      "living_alone",
                      "partner_unmarried_no_children",
                      "partner_married_no_children",
                      "partner_unmarried_with_children",
                      "partner_married_with_children",
                      "lone_parent",
                      "other_member"};
Names const labour_groups{"total",          "men",
                          "women",          "15-24",
                          "25-44",          "45-74",
                          "education_low",  "education_middle",
                          "education_high", "education_unknown"};

Names joined(Names a, Names const& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

// Every attribute the builder knows, with its categories; an empty list leaves the categories free.
std::map<std::string, Names> const& known_categories()
{
    static std::map<std::string, Names> const known{
        {"total", {"total"}},
        {"sex", {"men", "women"}},
        {"age", joined(joined(ages, wide_ages), five_year_ages)},
        {"position_age", {}},
        {"type",
         {"one_person", "unmarried_couple", "married_couple", "lone_parent", "other", "single_family",
          "multi_family"}},
        {"size", {"size_2", "size_3", "size_4", "size_5plus"}},
        {"composition", {"one_person", "without_children", "with_children"}},
        {"tenure", {"owner", "rent_social", "rent_private"}},
        {"woz", {"mean"}},
        {"social_minimum", {"up_to_100", "up_to_110", "up_to_120"}},
        {"income_group", {"lowest_40", "highest_20"}},
        {"personal_income_group", {"lowest_40", "highest_20"}},
        {"low_income", {"low_income"}},
        {"standardised_income", {"mean"}},
        {"benefits", {"social_assistance", "disability", "unemployment", "state_pension"}},
        {"wealth", {"median"}},
        {"education", {"low", "middle", "high"}},
        {"education_share", {"hbo_wo"}},
        {"working_age_population", labour_groups},
        {"labour_force", labour_groups},
        {"employed", labour_groups},
        {"employees", labour_groups},
        {"self_employed", labour_groups},
        {"unemployed", labour_groups},
        {"not_in_labour_force", labour_groups},
        {"unemployment_rate", labour_groups},
        {"gross_participation", labour_groups},
        {"net_participation", labour_groups},
        {"problem_debts", {"registered"}},
        {"cars", {"total"}},
        {"energy_use", {"gas", "electricity"}},
        {"type_period", {}},
    };
    return known;
}

std::string text(double value)
{
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.6g", value);
    return buffer;
}

class Checker {
  public:
    Checker(Evidence const& evidence, std::vector<Problem>& problems)
        : evidence_(evidence), problems_(problems)
    {
    }

    void check_cells()
    {
        Names universes{"residents", "private_households", "persons_in_households", "dwellings"};
        Names areas{evidence_.municipality};
        for (auto const& n : evidence_.neighbourhoods) {
            areas.push_back(n.code);
        }
        std::sort(areas.begin(), areas.end());
        Names attributes;
        for (auto const& [name, categories] : known_categories()) {
            attributes.push_back(name);
        }
        std::set<std::tuple<std::string, std::string, std::string, std::string, int>> seen;
        for (auto const& cell : evidence_.margins) {
            if (!std::binary_search(areas.begin(), areas.end(), cell.area)) {
                check_name(cell, "area", cell.area, areas);
            }
            check_name(cell, "universe", cell.universe, universes);
            check_name(cell, "attribute", cell.attribute, attributes);
            auto const known = known_categories().find(cell.attribute);
            if (known != known_categories().end() && !known->second.empty()) {
                check_name(cell, "category of " + cell.attribute, cell.category, known->second);
            }
            if (cell.attribute == "position_age") {
                auto const colon = cell.category.find(':');
                check_name(cell, "position", cell.category.substr(0, colon), positions);
                check_name(cell, "age", colon == std::string::npos ? "" : cell.category.substr(colon + 1),
                           five_year_ages);
            }
            if (cell.value < 0) {
                add(cell,
                    "the value is " + text(cell.value) + "; a count, share or amount cannot be negative");
            }
            if (cell.unit == "share" && cell.value > 1) {
                add(cell, "the share is " + text(cell.value) + ", more than the whole; was it a percentage?");
            }
            if (cell.rounding <= 0) {
                add(cell, "rounding is " + text(cell.rounding) +
                              "; it sets the interval that the fit must meet and must be positive");
            }
            if (!seen.insert({cell.area, cell.universe, cell.attribute, cell.category, cell.year}).second) {
                add(cell, cell.attribute + " = " + cell.category + " of " + cell.area + " stands twice");
            }
        }
    }

    // The parts of a whole must add up within what rounding allows.
    void check_sum(std::string const& area, char const* universe, char const* attribute,
                   Names const& categories, int year, double whole, double whole_rounding)
    {
        double sum = 0;
        double slack = (whole_rounding == 1 ? 0 : whole_rounding / 2) + 1e-9;
        MarginCell const* last = nullptr;
        for (auto const& category : categories) {
            auto const* cell = evidence_.find(area, universe, attribute, category, year);
            if (cell == nullptr) {
                return;
            }
            sum += cell->value;
            slack += (cell->highest() - cell->lowest()) / 2;
            last = cell;
        }
        if (std::fabs(sum - whole) > slack) {
            add(*last, std::string(attribute) + " of " + area + " adds up to " + text(sum) + " where " +
                           text(whole) + " was expected (rounding explains at most " + text(slack) +
                           "), so no population can meet all of it");
        }
    }

    void check_sums()
    {
        Names areas{evidence_.municipality};
        for (auto const& n : evidence_.neighbourhoods) {
            areas.push_back(n.code);
        }
        for (auto const& area : areas) {
            for (int const year : {2020, 2022, 2023}) {
                check_sum(area, "dwellings", "tenure", {"owner", "rent_social", "rent_private"}, year, 1, 0);
                check_sum(area, "private_households", "composition",
                          {"one_person", "without_children", "with_children"}, year, 1, 0);
                if (auto const* total = evidence_.find(area, "residents", "total", "total", year)) {
                    check_sum(area, "residents", "sex", {"men", "women"}, year, total->value,
                              total->rounding);
                    check_sum(area, "residents", "age", ages, year, total->value, total->rounding);
                    check_sum(area, "residents", "age", wide_ages, year, total->value, total->rounding);
                }
                if (auto const* total = evidence_.find(area, "private_households", "total", "total", year)) {
                    check_sum(area, "private_households", "type",
                              {"one_person", "unmarried_couple", "married_couple", "lone_parent", "other"},
                              year, total->value, total->rounding);
                }
                check_rising(area, year);
            }
        }
        for (char const* category : {"total", "men", "women"}) {
            check_neighbourhoods(category == Names{"total"}[0] ? "total" : "sex", category, {category});
        }
        check_neighbourhoods("age", "0-14", {"0-4", "5-9", "10-14"});
        check_neighbourhoods("age", "15-24", {"15-19", "20-24"});
        check_neighbourhoods("age", "25-44", {"25-44"});
        check_neighbourhoods("age", "45-64", {"45-64"});
        check_neighbourhoods("age", "65+", {"65-79", "80+"});
    }

    void check_needed()
    {
        for (auto const& age : ages) {
            need(evidence_.municipality, "residents", "age", age, 2023);
            need(evidence_.municipality, "residents", "age", age, 2020);
        }
        for (auto const& age : five_year_ages) {
            need(evidence_.municipality, "persons_in_households", "age", age, 2020);
            for (auto const& position : positions) {
                need(evidence_.municipality, "persons_in_households", "position_age", position + ":" + age,
                     2020);
            }
        }
        for (char const* type :
             {"one_person", "unmarried_couple", "married_couple", "lone_parent", "other"}) {
            need(evidence_.municipality, "private_households", "type", type, 2020);
        }
        for (char const* share : {"up_to_100", "up_to_110", "up_to_120"}) {
            need(evidence_.municipality, "private_households", "social_minimum", share, 2020);
        }
        need(evidence_.municipality, "private_households", "total", "total", 2023);
        for (auto const& n : evidence_.neighbourhoods) {
            for (auto const& age : wide_ages) {
                need(n.code, "residents", "age", age, 2022);
            }
            need(n.code, "private_households", "total", "total", 2022);
            for (char const* tenure : {"owner", "rent_social", "rent_private"}) {
                need(n.code, "dwellings", "tenure", tenure, 2022);
            }
            need(n.code, "dwellings", "woz", "mean", 2022);
        }
        if (evidence_.neighbourhoods.empty()) {
            problems_.push_back({"data/margins/" + evidence_.municipality + "/neighbourhoods.csv", 0,
                                 "no neighbourhood is listed, so households have no place to live"});
        }
    }

  private:
    void add(MarginCell const& cell, std::string what)
    {
        problems_.push_back({cell.file, cell.line, std::move(what)});
    }

    void check_name(MarginCell const& cell, std::string const& what, std::string const& name,
                    Names const& known)
    {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            add(cell, what + " \"" + name + "\" is unknown, so this cell would not be fitted" +
                          did_you_mean(name, known));
        }
    }

    void check_rising(std::string const& area, int year)
    {
        MarginCell const* before = nullptr;
        for (char const* category : {"up_to_100", "up_to_110", "up_to_120"}) {
            auto const* cell = evidence_.find(area, "private_households", "social_minimum", category, year);
            if (cell && before && cell->value < before->value) {
                add(*cell, "the share up to a higher limit is smaller (" + text(cell->value) + " after " +
                               text(before->value) + "); these shares are cumulative");
            }
            before = cell;
        }
    }

    void check_neighbourhoods(std::string const& attribute, std::string const& category, Names const& whole)
    {
        int const year = 2022;
        double sum = 0;
        double slack = 1e-9;
        MarginCell const* last = nullptr;
        for (auto const& n : evidence_.neighbourhoods) {
            auto const* cell = evidence_.find(n.code, "residents", attribute, category, year);
            if (cell == nullptr) {
                return;
            }
            sum += cell->value;
            slack += cell->rounding / 2;
            last = cell;
        }
        double expected = 0;
        for (auto const& part : whole) {
            auto const* cell = evidence_.find(evidence_.municipality, "residents", attribute, part, year);
            if (cell == nullptr) {
                return;
            }
            expected += cell->value;
            slack += (cell->highest() - cell->lowest()) / 2;
        }
        if (last && std::fabs(sum - expected) > slack) {
            add(*last, "residents with " + attribute + " = " + category +
                           " of all neighbourhoods add up to " + text(sum) + ", the municipality has " +
                           text(expected) + " (rounding explains at most " + text(slack) + ")");
        }
    }

    void need(std::string const& area, char const* universe, char const* attribute,
              std::string const& category, int year)
    {
        if (evidence_.find(area, universe, attribute, category, year) == nullptr) {
            problems_.push_back({"data/margins/" + evidence_.municipality, 0,
                                 std::string(attribute) + " = " + category + " (" + universe + ", " +
                                     std::to_string(year) + ") of " + area +
                                     " is missing; the population cannot be fitted without it"});
        }
    }

    Evidence const& evidence_;
    std::vector<Problem>& problems_;
};

}  // namespace

void check_evidence(Evidence const& evidence, std::vector<Problem>& problems)
{
    Checker checker(evidence, problems);
    checker.check_cells();
    checker.check_sums();
    checker.check_needed();
    if (problems.empty()) {  // what is missing or unknown cannot be compared
        check_consistency(evidence, problems);
    }
}

}  // namespace minimasim::population
