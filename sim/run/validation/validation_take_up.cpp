#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/outcomes/figures.hpp"
#include "sim/run/validation/validate.hpp"
#include "sim/run/validation/validation_answers.hpp"

namespace minimasim::run {

namespace {

constexpr double not_published = std::numeric_limits<double>::quiet_NaN();
constexpr double deviations_to_95_percent = 1.6448536269514722;

// One figure of every replicate as mean and interval.
template <class Figure>
Answer over_replicates(std::vector<TakeUpChecks> const& checks, Figure const& figure)
{
    std::vector<double> values;
    Answer answer;
    for (auto const& of_replicate : checks) {
        values.push_back(figure(of_replicate));
        answer.value += values.back() / static_cast<double>(checks.size());
    }
    answer.low = outcomes::percentile(values, 0.05);
    answer.high = outcomes::percentile(values, 0.95);
    return answer;
}

double ratio(double a, double b)
{
    return b > 0 ? a / b : 0;
}

ValidationRow shown(std::string key, Answer const& answer)
{
    ValidationRow row;
    row.key = std::move(key);
    row.role = "shown";
    row.published = not_published;
    row.model = answer.value;
    row.model_low = answer.low;
    row.model_high = answer.high;
    row.reason = answer.reason;
    return row;
}

char const* role_of(takeup::Evidence::Use use)
{
    return use == takeup::Evidence::Use::match      ? "match"
           : use == takeup::Evidence::Use::hold_out ? "hold out"
                                                    : "check";
}

ValidationRow row_of(takeup::Evidence const& evidence)
{
    ValidationRow row;
    row.key = "non_use." + evidence.key;
    row.role = role_of(evidence.use);
    row.published = evidence.rate;
    row.low = evidence.low;
    row.high = evidence.high;
    return row;
}

ValidationRow row_of(takeup::MatchedRate const& rate)
{
    auto row = row_of(rate.evidence);
    row.model = rate.mean;
    row.model_low = rate.plausible.low;
    row.model_high = rate.plausible.high;
    row.reason = text_of("over the prior %.2f to %.2f; %.0f households of the ensemble", rate.prior.low,
                         rate.prior.high, rate.households);
    if (rate.evidence.use == takeup::Evidence::Use::hold_out) {
        double const slack = deviations_to_95_percent * rate.evidence.discrepancy;
        row.ok = rate.mean >= rate.evidence.low - slack && rate.mean <= rate.evidence.high + slack;
        row.reason += text_of("; met within %.2f of the published interval", slack);
    }
    return row;
}

std::string text_of_box(takeup::Matching const& matching)
{
    std::string text;
    for (std::size_t p = 0; p < takeup::matched_parameters.size(); ++p) {
        text += "; " + std::string(takeup::matched_parameters[p]) +
                text_of(" %.2f to %.2f", matching.posterior[p].low, matching.posterior[p].high) +
                text_of(" (%.2f to %.2f)", matching.prior[p].low, matching.prior[p].high);
    }
    return text;
}

}  // namespace

void answer_take_up_checks(Simulation const& simulation, Answers& answers)
{
    auto const& checks = simulation.take_up_checks;
    auto const answer = [&](char const* key, auto const& figure, auto const& figure_of_all_ages,
                            char const* format) {
        auto& of_key = answers[key] = over_replicates(checks, figure);
        of_key.reason = text_of(format, over_replicates(checks, figure_of_all_ages).value);
    };
    answer(
        "takeup.income_supplement.one_year",
        [](auto const& c) { return ratio(c.supplement_recipients, c.below_pension_age.one_year); },
        [](auto const& c) { return ratio(c.supplement_recipients, c.of_all_ages.one_year); },
        "grants over households below pension age on at most 120 %% for a year or more, without students; "
        "pensioners counted too it is %.2f; not fitted; met within 10 %%");
    answer(
        "takeup.income_supplement.four_years",
        [](auto const& c) { return ratio(c.supplement_recipients, c.below_pension_age.four_years); },
        [](auto const& c) { return ratio(c.supplement_recipients, c.of_all_ages.four_years); },
        "the same, four years or more; pensioners counted too it is %.2f; not fitted; met within 10 %%");
    answer(
        "takeup.income_supplement.one_year_households",
        [](auto const& c) { return c.below_pension_age.one_year; },
        [](auto const& c) { return c.of_all_ages.one_year; },
        "pensioners counted too %.0f; published is 1,354 over the rate; met within 10 %%");
    answer(
        "takeup.income_supplement.four_years_households",
        [](auto const& c) { return c.below_pension_age.four_years; },
        [](auto const& c) { return c.of_all_ages.four_years; },
        "pensioners counted too %.0f; published is 1,354 over the rate; met within 10 %%");
}

std::vector<ValidationRow> take_up_rows(Simulation const& simulation,
                                        std::vector<takeup::Evidence> const& evidence)
{
    std::vector<ValidationRow> rows;
    auto const& matching = simulation.take_up_matching;
    for (auto const& rate : matching.rates) {
        rows.push_back(row_of(rate));
    }
    for (auto const& one : evidence) {
        auto const found = std::find_if(simulation.calibration.begin(), simulation.calibration.end(),
                                        [&](auto const& row) { return row.scheme == one.scheme; });
        if (found != simulation.calibration.end()) {
            auto row = row_of(one);
            row.model = 1 - found->take_up;
            row.model_low = 1 - found->take_up_high;
            row.model_high = 1 - found->take_up_low;
            row.reason = "of another time, with other conditions: shown only";
            rows.push_back(row);
        }
    }
    Answer kept;
    kept.value = static_cast<double>(matching.plausible.vectors().size());
    kept.reason = text_of("parameter vectors; kept %.3f of the prior, then %.3f of the box around these",
                          matching.kept_of_prior, matching.kept_of_second) +
                  text_of_box(matching);
    rows.push_back(shown("take_up.plausible_set", kept));
    for (auto const& effect : simulation.take_up_effects) {
        Answer answer;
        answer.value = (effect.plausible.low + effect.plausible.high) / 2;
        answer.low = effect.plausible.low;
        answer.high = effect.plausible.high;
        answer.reason = "extra users of the income supplement in one population" +
                        text_of("; over the prior %.0f to %.0f", effect.prior.low, effect.prior.high) +
                        text_of("; sharp bounds over all group rates %.0f to %.0f", effect.bounds.low,
                                effect.bounds.high);
        rows.push_back(shown("take_up.effect." + effect.key, answer));
    }
    auto const& checks = simulation.take_up_checks;
    auto none = over_replicates(checks, [](auto const& c) { return c.uses_no_scheme; });
    none.reason = "of the households entitled to a grant of some municipal scheme, the share that uses none";
    rows.push_back(shown("take_up.uses_no_municipal_scheme", none));
    auto nothing = over_replicates(checks, [](auto const& c) { return c.uses_nothing; });
    nothing.reason =
        "the same, that has no assistance or health care allowance either; SCP 2007 calls using nothing at "
        "all "
        "rare, without a figure";
    rows.push_back(shown("take_up.uses_nothing", nothing));
    return rows;
}

}  // namespace minimasim::run
