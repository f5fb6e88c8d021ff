#pragma once

#include <limits>
#include <string>

#include "sim/outcomes/results.hpp"

namespace minimasim::report::test {

// A total of one package; the difference is the estimate itself unless it is given.
inline outcomes::Figure total(std::string package, std::string outcome, std::string scheme, std::string unit,
                              double estimate, double low, double high)
{
    return {std::move(package),
            std::move(outcome),
            std::move(scheme),
            "total",
            "",
            std::move(unit),
            estimate,
            low,
            high,
            estimate,
            low,
            high};
}

// Made-up results: the baseline and two packages. No number comes from the model.
inline outcomes::Results example_results()
{
    outcomes::Results results;
    results.packages = {
        {"baseline",
         "Huidig beleid",
         "Current policy",
         "",
         "begroting 2025",
         "2025-07-01",
         "title = \"Huidig beleid\"\n",
         0,
         false,
         {},
         {},
         {},
         "",
         "",
         "",
         ""},
        {"limits-130",
         "Alle minimaregelingen naar 130 %",
         "All schemes to 130 %",
         "Wat kost 130 %?",
         "motie, \"2025\"",
         "2025-07-01",
         "title = \"130 %\"\n",
         550000,
         true,
         {"adult_fund.income_limit_share: 1.20 -> 1.30",
          "income_supplement.income_limit_share: 1.20 -> 1.30"},
         {"Kwijtschelding blijft op 100 %: de wet staat meer niet toe.",
          "De kredietnorm gaat van 140 naar 130 %."},
         {"The local tax waiver stays at 100 %: the law allows no more.",
          "The limit of the goods scheme goes from 140 to 130 %."},
         "",
         "",
         "",
         ""},
        {"income-supplement-500",
         "Individuele inkomenstoeslag naar 500 euro",
         "",
         "",
         "motie",
         "2025-07-01",
         "title = \"500\"\n",
         190000,
         true,
         {"income_supplement.amount_single: 349 -> 500"},
         {},
         {},
         "",
         "",
         "",
         ""},
    };
    auto& figures = results.figures;
    auto const level = [](outcomes::Figure figure, double difference, double low, double high) {
        figure.difference = difference;
        figure.difference_low = low;
        figure.difference_high = high;
        return figure;
    };
    auto const euro = "euro_per_year";
    figures = {
        level(total("baseline", "cost_per_year", "", euro, 6917000, 6700000, 7100000), 0, 0, 0),
        level(total("baseline", "cost_per_year", "income_supplement", euro, 512000, 480000, 540000), 0, 0, 0),
        level(total("baseline", "cost_per_year", "goods_scheme", euro, 250000, 220000, 280000), 0, 0, 0),
        level(total("baseline", "poor_persons", "", "persons", 2040, 1900, 2180), 0, 0, 0),
        level(total("baseline", "poor_children", "", "children", 480, 420, 540), 0, 0, 0),
        level(total("baseline", "poverty_gap_per_year", "", euro, 3210000, 2900000, 3500000), 0, 0, 0),

        level(total("limits-130", "cost_per_year", "", euro, 7401234, 7180000, 7620000), 484234, 431000,
              532000),
        level(total("limits-130", "cost_per_year", "income_supplement", euro, 702000, 655000, 750000), 190000,
              155000, 226000),
        level(total("limits-130", "cost_per_year", "goods_scheme", euro, 236000, 205000, 266000), -14000,
              -17000, -11000),
        total("limits-130", "newly_entitled_households", "", "households", 1213, 1100, 1330),
        total("limits-130", "newly_entitled_persons", "", "persons", 1894, 1700, 2100),
        total("limits-130", "newly_entitled_children", "", "children", 402, 340, 470),
        total("limits-130", "newly_reached_households", "", "households", 618, 540, 700),
        total("limits-130", "newly_reached_persons", "", "persons", 934, 800, 1080),
        total("limits-130", "newly_reached_children", "", "children", 196, 150, 240),
        level(total("limits-130", "poor_persons", "", "persons", 1890, 1750, 2030), -151, -212, -93),
        level(total("limits-130", "poor_children", "", "children", 448, 390, 500), -32, -51, -14),
        level(total("limits-130", "poverty_gap_per_year", "", euro, 2900000, 2600000, 3200000), -310000,
              -411000, -214000),

        level(total("income-supplement-500", "cost_per_year", "", euro, 7085000, 6860000, 7300000), 168000,
              160000, 176000),
        level(total("income-supplement-500", "cost_per_year", "income_supplement", euro, 680000, 640000,
                    720000),
              168000, 160000, 176000),
        total("income-supplement-500", "newly_entitled_households", "", "households", 0, 0, 0),
        level(total("income-supplement-500", "poor_persons", "", "persons", 2030, 1890, 2170), -10, -22, 0),
        {"limits-130", "newly_reached_households", "", "neighbourhood", "WK010601, \"Centrum\"", "households",
         120, 90, 150, 120, 90, 150},
    };
    results.replicates.outcomes = {"cost_per_year", "poor_persons"};
    results.replicates.units = {euro, "persons"};
    results.replicates.packages = 3;
    results.replicates.replicates = 4;
    for (int i = 0; i < 24; ++i) {
        results.replicates.values.push_back(1000.0 / 3 * i);
    }
    results.terms = {
        {"baseline", "income_supplement", "income_limit_share", 1.2, "share", "2024-01-01", "read",
         "verordening, art. 3"},
        {"limits-130", "income_supplement", "income_limit_share", 1.3, "share", "2025-07-01", "package",
         "scenario"},
    };
    results.validation = {{"fit", "population.hard.tae", "acceptance", "yes", "of whole households",
                           std::numeric_limits<double>::quiet_NaN(), 0, 0, 0}};
    results.lint = {{"limits-130", "", "mixed", "", "one_person 3", 40, 30, 20, 25, 22, 3, 450.25, 2},
                    {"limits-130", "goods_scheme.income_limit_share: 1.40 -> 1.30", "restriction", "", "", 5,
                     5, 3, 3, 0, 3, 450.25, 5}};
    results.variance = {
        {"limits-130", "cost_per_year", euro, "amounts", 0.3, 0.2, 0.4, 0.4, 0.3, 0.5, 12'000}};
    results.tornado = {
        {"limits-130", "cost_per_year", euro, "goods_scheme.need_share", 0.13, 0.3, 100, 90, 130}};
    results.screening = {{"limits-130", "cost_per_year", euro, "goods_scheme.need_share", 40, 41, 7}};
    double const none = std::numeric_limits<double>::quiet_NaN();
    results.examples = {{"dennis", "Dennis \"de vader\"", "Dennis"}};
    results.example_values = {
        {"baseline", "dennis", "disposable_income_per_month", "euro_per_month", 1712.25},
        {"limits-130", "dennis", "municipal_support_per_year", "euro_per_year", 850.5}};
    results.curves = {{"baseline", "dennis", 0, 18'000, 700}, {"limits-130", "dennis", 500, 18'200, 850.5}};
    results.budget_lines = {
        {"income_supplement", "Individuele inkomenstoeslag", "Income supplement", "6.3", "Inkomensregelingen",
         "structural", "", "municipality", "existing", "nota, h. 6", 512000},
        {"early_signals", "Vroegsignalering", "Early signals", "6.2", "Toegang", "incidental", "2027-12-31",
         "municipality", "existing", "nota, h. 6", none}};
    results.budget_years = {{2025, 1, "", ""},
                            {2026, 1.023, "read", "CPB"},
                            {2027, 1.04346, "read", "Rabobank"},
                            {2028, 1.0643292, "carried", "2027"}};
    results.published = {{"use.income_supplement", "calibrate", "persons", "2023", "Rekenkamer",
                          "printed as persons, \"2023\"", 1354, none, none, 1400, 1300, 1500}};
    results.borders = R"({"type":"FeatureCollection","features":[]})";
    results.what_if = std::string("a\0\xff\n", 4);
    results.provenance = {"0.1.0",
                          "GM0106",
                          "Assen",
                          "2023-07-01",
                          std::string(64, 'a'),
                          std::string(64, 'b'),
                          std::string(64, 'c'),
                          18446744073709551615ULL,
                          4,
                          2,
                          "",
                          "printed"};
    return results;
}

}  // namespace minimasim::report::test
