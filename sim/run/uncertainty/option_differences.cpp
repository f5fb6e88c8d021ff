#include "sim/run/uncertainty/option_differences.hpp"

#include <cstdio>

namespace minimasim::run {

namespace {

outcomes::Figure const* figure(Simulation const& simulation, std::string const& package,
                               std::string const& outcome, std::string const& scheme)
{
    for (auto const& candidate : simulation.results.figures) {
        if (candidate.package == package && candidate.outcome == outcome && candidate.scheme == scheme &&
            candidate.breakdown == "total") {
            return &candidate;
        }
    }
    return nullptr;
}

double estimate(Simulation const& simulation, std::string const& package, std::string const& outcome,
                std::string const& scheme)
{
    auto const* found = figure(simulation, package, outcome, scheme);
    return found == nullptr ? 0 : found->estimate;
}

double difference(Simulation const& simulation, std::string const& package, std::string const& outcome,
                  std::string const& scheme)
{
    auto const* found = figure(simulation, package, outcome, scheme);
    return found == nullptr ? 0 : found->difference;
}

void finish(OptionDifference& option, std::string const& how)
{
    option.unexplained = option.published - option.model - option.volume - option.price - option.year;
    char text[700];
    std::snprintf(
        text, sizeof text,
        "published less model %+.0f = volume %+.0f, price %+.0f, year %+.0f, unexplained %+.0f (%s)",
        option.published - option.model, option.volume, option.price, option.year, option.unexplained,
        how.c_str());
    option.text = text;
}

std::string words(char const* format, double a, double b = 0, double c = 0)
{
    char text[400];
    std::snprintf(text, sizeof text, format, a, b, c);
    return text;
}

double value_of(PublishedFigures const& published, std::string const& key)
{
    auto const found = published.find(key);
    return found == published.end() ? 0 : found->second;
}

OptionDifference started(std::string const& key, std::string const& package, double model,
                         PublishedFigures const& published)
{
    OptionDifference option;
    option.key = key;
    option.package = package;
    option.published = value_of(published, key);
    option.model = model;
    return option;
}

double term_of(Simulation const& simulation, std::string const& package, std::string const& scheme,
               std::string const& term)
{
    for (auto const& row : simulation.results.terms) {
        if (row.package == package && row.scheme == scheme && row.term == term) {
            return row.value;
        }
    }
    return 0;
}

// The note counts its households. Volume: the model's cost per newly entitled household times the households
// it has more or fewer; price: the rest of the way to the note's cost per household.
OptionDifference limits_130(Simulation const& simulation, PublishedFigures const& published)
{
    std::string const package = "limits-130";
    auto option = started("option.limits_130", package, difference(simulation, package, "cost_per_year", ""),
                          published);
    double const households = value_of(published, "income.newly_in_limits_130");
    double const entitled = estimate(simulation, package, "newly_entitled_households", "");
    double const cost_per_household = entitled > 0 ? option.model / entitled : 0;
    double const published_per_household = households > 0 ? option.published / households : 0;
    option.volume = (households - entitled) * cost_per_household;
    option.price = households * (published_per_household - cost_per_household);
    finish(option,
           words("volume: the note's %.0f households against %.0f newly entitled in the model", households,
                 entitled) +
               words("; price: %.0f euro a household in the note against %.0f in the model, which counts "
                     "take-up and the savings on the goods scheme; the note gives neither",
                     published_per_household, cost_per_household));
    return option;
}

// Everybody to the same amount: singles gain most.
OptionDifference supplement_500(Simulation const& simulation, PublishedFigures const& published,
                                double users_of_calibration)
{
    std::string const package = "income-supplement-500";
    auto option = started("option.income_supplement_500", package,
                          difference(simulation, package, "cost_per_year", "income_supplement"), published);
    double const published_users = value_of(published, "use.income_supplement");
    double const users = estimate(simulation, package, "recipients_households", "income_supplement");
    double const rise = users > 0 ? option.model / users : 0;
    double const published_rise = published_users > 0 ? option.published / published_users : 0;
    double const largest_rise = term_of(simulation, package, "income_supplement", "amount_single") -
                                term_of(simulation, "baseline", "income_supplement", "amount_single");
    option.year = (users_of_calibration - users) * rise;
    option.volume = (published_users - users_of_calibration) * rise;
    double const reachable = published_rise < largest_rise ? published_rise : largest_rise;
    option.price = published_users * (reachable - rise);
    finish(option,
           words("year: %.0f grants in the policy year against %.0f in 2023", users, users_of_calibration) +
               words("; price: a mean rise of %.0f euro in the model, %.0f in the note, %.0f for a single; a "
                     "higher mean needs more singles among the recipients",
                     rise, published_rise, largest_rise));
    return option;
}

// The note prints one amount, without households or a word on the lapsing adult fund.
OptionDifference participation_budget(Simulation const& simulation, PublishedFigures const& published)
{
    std::string const package = "participation-budget";
    auto option = started("option.participation_budget", package,
                          difference(simulation, package, "cost_per_year", ""), published);
    double const gross = difference(simulation, package, "gross_cost_per_year", "");
    double const users = estimate(simulation, package, "recipients_households", "participation_budget");
    double const mean = users > 0 ? gross / users : 0;
    option.unexplained = option.published - option.model;
    option.text =
        "published less model " + words("%+.0f, not separable: ", option.unexplained) +
        words(
            "no volume or price is published, so nothing can be taken apart; the model, gross: %.0f for "
            "%.0f households at %.0f euro a year. If the published amount is gross, compare with that",
            gross, users, mean);
    return option;
}

}  // namespace

std::vector<OptionDifference> option_differences(Simulation const& simulation,
                                                 PublishedFigures const& published)
{
    double users_of_calibration = 0;
    for (auto const& row : simulation.calibration) {
        if (row.scheme == "income_supplement") {
            users_of_calibration = row.users;
        }
    }
    std::vector<OptionDifference> options;
    for (auto const& option :
         {limits_130(simulation, published), supplement_500(simulation, published, users_of_calibration),
          participation_budget(simulation, published)}) {
        if (figure(simulation, option.package, "cost_per_year", "") != nullptr) {
            options.push_back(option);
        }
    }
    return options;
}

}  // namespace minimasim::run
