#include "sim/run/households/household_answer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "sim/base/date_text.hpp"
#include "sim/report/number_text.hpp"
#include "sim/rules/reasons.hpp"
#include "sim/run/households/household_calculation.hpp"

namespace minimasim::run {

namespace {

using Kind = AnswerValue::Kind;
using Outcomes = std::array<StepOutcome, household_step_count>;
using report::Language;

// What is given takes the place of what a step computed. A given norm is also that of the municipal limits;
// given disposable income is that before and after the schemes.
StepOutcome with_given(HouseholdCase const& one, std::size_t step, StepOutcome outcome)
{
    using S = rules::StatutoryIncome;
    for (auto const& [value, given] : one.given) {
        bool const is_norm = step == rules::step_index(&S::form_norm_per_month) &&
                             value->name == "assistance_norm_per_month" && !one.gives("form_norm_per_month");
        bool const is_disposable = step == rules::step_index(&S::disposable_income_per_month) &&
                                   value->step == place_of(LastStep::disposable_income);
        if (value->step != step && !is_norm && !is_disposable) {
            continue;
        }
        switch (value->kind) {
            case Kind::eligibility:
                outcome.is_eligible = given > 0.5;
                break;
            case Kind::study_supplement_per_year:
                outcome.value = given / 12;
                break;
            case Kind::study_supplement_eligible:
                break;
            case Kind::amount:
                outcome.value = given;
                break;
        }
        outcome.reason = rules::Reason::given;
    }
    return outcome;
}

double value_in(Outcomes const& outcomes, AnswerValue const& value)
{
    auto const& outcome = outcomes[value.step];
    switch (value.kind) {
        case Kind::eligibility:
            return outcome.is_eligible ? 1 : 0;
        case Kind::study_supplement_eligible:
            return outcome.value > 0 ? 1 : 0;
        case Kind::study_supplement_per_year:
            return 12 * outcome.value;
        case Kind::amount:
            break;
    }
    return outcome.value;
}

Outcomes outcomes_of(HouseholdCase const& one, rules::Policy const& policy)
{
    Outcomes outcomes;
    work_out(one, policy, [&](std::size_t step, StepOutcome const& outcome) {
        return outcomes[step] = with_given(one, step, outcome);
    });
    return outcomes;
}

// Name, unit, article, sections of law and explanation of a step.
struct StepText {
    char const* name;
    rules::Unit unit;
    std::string article;
    std::string sections;
    char const* dutch;
    char const* english;
};

// National law that the municipal view of a household is made with, whatever the scheme.
constexpr char const* sections_of_view = " state_pension rent_allowance health_contribution";

constexpr char const* poverty_source = "CBS, SCP en Nibud, armoededefinitie 2024";

StepText text_of_step(std::size_t step)
{
    if (step < first_scheme_step) {
        auto const& s = rules::statutory_steps[step];
        return {s.name, s.unit, s.article, s.sections, s.how_dutch, s.how_english};
    }
    if (step < first_last_step) {
        auto const& scheme = rules::schemes[step - first_scheme_step];
        static std::array<std::string, rules::scheme_count> const names = [] {
            std::array<std::string, rules::scheme_count> all;
            for (std::size_t k = 0; k < all.size(); ++k) {
                all[k] = std::string(rules::schemes[k].key) + "_per_year";
            }
            return all;
        }();
        return {names[step - first_scheme_step].c_str(),    rules::Unit::euro_per_year, scheme.article,
                std::string(scheme.key) + sections_of_view, scheme.how_dutch,           scheme.how_english};
    }
    switch (static_cast<LastStep>(step - first_last_step)) {
        case LastStep::disposable_income:
            return {"disposable_income_per_month",
                    rules::Unit::euro_per_month,
                    "",
                    "",
                    "wat er te besteden is, met het geld van de gemeentelijke regelingen die worden gebruikt",
                    "what there is to spend, with the cash of the municipal schemes that are used"};
        case LastStep::poverty_line:
            return {"poverty_line_per_month",
                    rules::Unit::euro_per_month,
                    poverty_source,
                    "poverty_line",
                    "overige basisbehoeften plus de eigen woonlasten en energie",
                    "other basic needs plus the own cost of housing and energy"};
        case LastStep::is_poor:
            return {"is_poor",
                    rules::Unit::yes_no,
                    poverty_source,
                    "poverty_line",
                    "arm is wie onder de grens zit en geen buffer heeft",
                    "poor means: below the line and without a buffer"};
        case LastStep::is_near_poor:
            return {"is_near_poor",
                    rules::Unit::yes_no,
                    poverty_source,
                    "poverty_line",
                    "bijna arm is wie minder dan een kwart boven de grens zit en geen buffer heeft",
                    "nearly poor means: less than a quarter above the line and without a buffer"};
        case LastStep::poverty_gap:
        case LastStep::count:
            break;
    }
    return {"poverty_gap_per_month",         rules::Unit::euro_per_month,  poverty_source, "",
            "wat er tot de grens ontbreekt", "what is lacking to the line"};
}

bool is_declared(std::string const& sections, std::string_view section)
{
    std::string const padded = " " + sections + " ";
    return padded.find(" " + std::string(section) + " ") != std::string::npos;
}

// Calls f(section, term, policy with another value of it) for every term and a few other values.
template <class F>
void for_each_other_value(rules::Policy const& policy, bool has_childcare, F&& f)
{
    rules::Policy other = policy;
    auto const try_section = [&](char const* section, auto& terms, auto const& fields) {
        if (std::string_view(section) == "childcare" && !has_childcare) {
            return;
        }
        for (auto const& field : fields) {
            double& value = field.of(terms);
            double const real = value;
            // Of a table only the rows nearby matter: its extremes would bring rows that never meet.
            bool const is_table = field.place.table != nullptr;
            for (double const tried : {is_table ? real : field.lowest, is_table ? real : field.highest,
                                       real * 1.01 + 0.01, real * 0.99 - 0.01}) {
                if (tried != real && tried >= field.lowest && tried <= field.highest) {
                    value = tried;
                    f(section, field.name, other);
                }
            }
            value = real;
        }
    };
    rules::for_each_section(other.law, try_section);
    rules::for_each_municipal_section(other, try_section);
}

// Sums in another order differ in their last bits: that is no other outcome.
bool is_other(StepOutcome const& tried, StepOutcome const& real)
{
    auto const differ = [](double a, double b) { return std::abs(a - b) > 1e-6; };
    return tried.is_eligible != real.is_eligible || tried.reason != real.reason ||
           differ(tried.value, real.value) || differ(tried.compared, real.compared) ||
           differ(tried.limit, real.limit);
}

using TermsOfSteps = std::array<std::vector<std::pair<std::string, std::string>>, household_step_count>;

// For every step the terms that would change it while the steps before it stay as they are.
TermsOfSteps terms_that_matter(HouseholdCase const& one, rules::Policy const& policy, Outcomes const& real)
{
    TermsOfSteps found;
    bool const has_childcare = one.household.childcare_first_child_per_month > 0;
    for_each_other_value(
        policy, has_childcare, [&](char const* section, char const* term, auto const& other) {
            work_out(one, other, [&](std::size_t step, StepOutcome const& outcome) {
                if (real[step].reason != rules::Reason::given && is_other(outcome, real[step])) {
                    auto& of_step = found[step];
                    std::pair<std::string, std::string> const name{section, term};
                    if (of_step.empty() || of_step.back() != name) {
                        of_step.push_back(name);
                    }
                }
                return real[step];
            });
        });
    return found;
}

// Two numbers that a reason compares, or one of them: whole euros, with cents where they would look equal.
struct ComparedText {
    std::string compared;
    std::string limit;
};

std::string euro_text(double euro, bool with_cents, Language language)
{
    return report::in(language, "\u20ac ", "\u20ac") +
           report::number_text(euro, with_cents ? 2 : 0, language);
}

ComparedText compared_text(rules::Unit unit, double compared, double limit, Language language)
{
    if (unit == rules::Unit::euro) {
        bool const with_cents = std::abs(compared - limit) < 1 || std::abs(compared) < 10;
        return {euro_text(compared, with_cents, language), euro_text(limit, with_cents, language)};
    }
    int const decimals = compared == std::floor(compared) ? 0 : 1;
    return {report::number_text(compared, decimals, language), report::number_text(limit, 0, language)};
}

std::string filled(std::string text, std::string const& place, std::string const& with)
{
    for (auto at = text.find(place); at != std::string::npos; at = text.find(place)) {
        text.replace(at, place.size(), with);
    }
    return text;
}

// Schemes compare whole cents, and whole years: people are told euros, and the years as they were given.
ComparedText numbers_of(HouseholdCase const& one, std::size_t step, StepOutcome const& outcome,
                        Language language)
{
    using rules::Reason;
    bool const is_scheme = step >= first_scheme_step && step < first_last_step;
    auto const unit = rules::text_of(outcome.reason).unit;
    double const scale = is_scheme && unit == rules::Unit::euro ? 100 : 1;
    double const compared =
        outcome.reason == Reason::years_too_short ? one.years_on_low_income : outcome.compared;
    return compared_text(unit, compared / scale, outcome.limit / scale, language);
}

std::string because(HouseholdCase const& one, std::size_t step, StepOutcome const& outcome,
                    StepText const& how, Language language)
{
    std::string const explanation = report::in(language, how.dutch, how.english);
    if (outcome.reason == rules::Reason::as_computed) {
        return explanation;
    }
    if (outcome.reason == rules::Reason::granted) {
        return report::in(language, "ja: ", "yes: ") + explanation;
    }
    auto const& reason = rules::text_of(outcome.reason);
    auto const numbers = numbers_of(one, step, outcome, language);
    auto const text =
        filled(filled(report::in(language, reason.dutch, reason.english), "{compared}", numbers.compared),
               "{limit}", numbers.limit);
    return (reason.is_refusal ? report::in(language, "nee, want ", "no, because ") : "") + text;
}

}  // namespace

void answer(HouseholdCase const& one, rules::Policy const& policy, std::vector<double>& values)
{
    Outcomes const outcomes = outcomes_of(one, policy);
    auto const& all = answer_values();
    values.resize(all.size());
    for (std::size_t k = 0; k < all.size(); ++k) {
        values[k] = value_in(outcomes, all[k]);
    }
}

report::HouseholdTrace trace(HouseholdCase const& one, DatedPolicy const& policy)
{
    Outcomes const outcomes = outcomes_of(one, policy.policy);
    report::HouseholdTrace made;
    made.date = to_text(policy.date);
    for (auto const& value : answer_values()) {
        made.values.push_back({value.name.c_str(), value_in(outcomes, value), value.is_boolean});
    }

    std::map<std::pair<std::string, std::string>, outcomes::TermRow const*> rows;
    for (auto const& row : policy.terms) {
        rows[{row.scheme, row.term}] = &row;
    }
    auto const terms = terms_that_matter(one, policy.policy, outcomes);
    for (std::size_t step = 0; step < household_step_count; ++step) {
        auto const text = text_of_step(step);
        report::TracedStep told;
        told.name = text.name;
        told.value = outcomes[step].value;
        told.is_boolean = text.unit == rules::Unit::yes_no;
        told.unit = rules::to_text(text.unit);
        told.article = text.article;
        told.reason = outcomes[step].reason;
        told.is_refusal = rules::text_of(outcomes[step].reason).is_refusal;
        told.how_dutch = text.dutch;
        told.how_english = text.english;
        told.because_dutch = because(one, step, outcomes[step], text, Language::dutch);
        told.because_english = because(one, step, outcomes[step], text, Language::english);
        for (auto const& name : terms[step]) {
            auto const row = rows.find(name);
            if (is_declared(text.sections, name.first) && row != rows.end()) {
                told.terms.push_back(*row->second);
            }
        }
        made.steps.push_back(std::move(told));
    }
    return made;
}

void use_ex_officio(HouseholdCase& one, std::vector<std::string> const& schemes, rules::Policy const& policy)
{
    auto const received = rules::step_index(&rules::StatutoryIncome::social_assistance_received_per_month);
    if (schemes.empty() || outcomes_of(one, policy)[received].value <= 0) {
        return;
    }
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        bool const is_granted =
            std::find(schemes.begin(), schemes.end(), rules::schemes[k].key) != schemes.end();
        one.claims[k] = one.claims[k] || is_granted;
    }
}

std::vector<std::pair<std::size_t, std::string>> undeclared_terms(HouseholdCase const& one,
                                                                  DatedPolicy const& policy)
{
    std::vector<std::pair<std::size_t, std::string>> undeclared;
    auto const terms = terms_that_matter(one, policy.policy, outcomes_of(one, policy.policy));
    for (std::size_t step = 0; step < household_step_count; ++step) {
        for (auto const& [section, term] : terms[step]) {
            if (!is_declared(text_of_step(step).sections, section)) {
                undeclared.emplace_back(step, section + "." + term);
            }
        }
    }
    return undeclared;
}

}  // namespace minimasim::run
