#include "sim/report/reach_goals.hpp"

#include <algorithm>
#include <cmath>

#include "sim/report/number_text.hpp"
#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::report {

using forecast::Forecast;
using forecast::ReachOutcome;

namespace {

template <class Text>
std::string both(ReachReadings const& readings, Text const& text)
{
    auto const of = [&](ReachOutcome const* outcome) {
        return outcome == nullptr ? std::string("–") : text(*outcome);
    };
    bool const is_impossible = readings.relative != nullptr && readings.points != nullptr &&
                               readings.relative->exceeds_everybody && readings.points->exceeds_everybody;
    return is_impossible ? of(readings.relative) : of(readings.relative) + " / " + of(readings.points);
}

}  // namespace

std::vector<std::string> reach_packages(Forecast const& forecast)
{
    std::vector<std::string> packages{forecast.packages.front().id};
    packages.insert(packages.end(), forecast.shown_packages.begin(), forecast.shown_packages.end());
    return packages;
}

std::vector<ReachRow> reach_rows(Forecast const& forecast)
{
    auto const packages = reach_packages(forecast);
    std::vector<ReachRow> rows;
    for (auto const& outcome : forecast.reach_goals) {
        auto const package = std::find(packages.begin(), packages.end(), outcome.package);
        if (package == packages.end() || outcome.year != std::min(outcome.goal.year, forecast.until)) {
            continue;
        }
        auto row = std::find_if(rows.begin(), rows.end(),
                                [&](ReachRow const& known) { return known.scheme == outcome.goal.scheme; });
        if (row == rows.end()) {
            rows.push_back({outcome.goal.scheme, std::vector<ReachReadings>(packages.size())});
            row = rows.end() - 1;
        }
        auto& readings = row->packages[static_cast<std::size_t>(package - packages.begin())];
        bool const is_relative = outcome.goal.reading == forecast::Reading::relative;
        (is_relative ? readings.relative : readings.points) = &outcome;
    }
    return rows;
}

std::string scheme_name(std::string const& key, Language language)
{
    for (auto const& scheme : rules::schemes) {
        if (scheme.key == key) {
            return in(language, scheme.dutch_name, scheme.english_name);
        }
    }
    return key;
}

std::string reach_text(double share, Language language)
{
    return std::isfinite(share) ? number_text(100 * share, 0, language) + in(language, "\u00a0%", "%") : "–";
}

std::string reach_chances_text(ReachReadings const& readings, Language language)
{
    auto const text = [&](ReachOutcome const& outcome) {
        return outcome.exceeds_everybody ? std::string(in(language, "kan niet", "impossible"))
                                         : reach_text(outcome.chance, language);
    };
    auto const chances = both(readings, text);
    bool const has_number = chances.find('%') != std::string::npos;
    return has_number ? std::string(in(language, "kans ", "chance ")) + chances : chances;
}

std::string reach_targets_text(ReachReadings const& readings, Language language)
{
    auto const text = [&](ReachOutcome const& outcome) {
        return outcome.exceeds_everybody ? std::string(in(language, "boven 100\u00a0%", "above 100%"))
                                         : reach_text(outcome.target.estimate, language);
    };
    return both(readings, text);
}

std::string reach_note(Forecast const& forecast, Language language)
{
    auto const from = forecast.policy_date.substr(0, 4);
    return in(language,
              "Bereik is wie een regeling krijgt, als deel van wie er recht op heeft. De nota zegt niet of "
              "25 % "
              "een kwart van het bereik is of 25 procentpunten: beide staan er, in die volgorde. Het doel "
              "geldt "
              "vanaf het bereik in ",
              "Reach is who receives a scheme, as a share of who is entitled. The policy note does not say "
              "whether 25 % is a quarter of the reach or 25 points: both are given, in that order. The goal "
              "counts from the reach in ") +
           from +
           in(language,
              " bij huidig beleid in dezelfde doorrekening. ‘Kan niet’: meer dan iedereen. Waar het model "
              "meer "
              "bereik heeft dan gepubliceerd is, kent het minder rechthebbenden: daar is ‘kan niet’ strenger "
              "dan "
              "het gepubliceerde cijfer. Bij bijzondere bijstand en gebruiksgoederen gaat het om wie de "
              "kosten "
              "heeft; punten van alle huishoudens onder de grens zeggen dan niets. Een ruimere grens telt "
              "meer "
              "rechthebbenden en kan het bereik dus verlagen terwijl meer huishoudens iets krijgen. Dat wie "
              "nu "
              "niet aanvraagt dat ook later niet doet, is een aanname; wie door een contact een regeling "
              "gaat "
              "gebruiken, telt hier niet mee.",
              " under current policy in the same replicate. “Impossible”: more than everybody. Where the "
              "model "
              "has more reach than was published it knows fewer who are entitled: “impossible” is then "
              "stricter "
              "than the published figure. For special assistance and the goods scheme only those with the "
              "costs "
              "count; points of all households below the limit then mean nothing. A wider limit counts more "
              "entitled, and may lower reach while more households receive something. That who does not "
              "apply "
              "now will not later is an assumption; who begins to use a scheme because of a contact is not "
              "counted here.");
}

}  // namespace minimasim::report
