#include "sim/report/household_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "sim/report/household_story.hpp"
#include "sim/report/number_text.hpp"
#include "sim/report/step_labels.hpp"
#include "sim/report/term_labels.hpp"
#include "sim/report/text_table.hpp"
#include "sim/report/trace_lookup.hpp"
#include "sim/report/value_text.hpp"

namespace minimasim::report {

namespace {

using rules::Reason;

constexpr std::size_t width = household_text_width;

// Lines of a text, each set in by `indent` columns; after the first by `next` columns.
std::string indented(std::string const& text, std::size_t indent, std::size_t next)
{
    std::string made;
    std::size_t margin = indent;
    for (auto const& line : wrapped(text, width - std::max(indent, next))) {
        made += std::string(margin, ' ') + line + "\n";
        margin = next;
    }
    return made;
}

std::string underlined(std::string const& title)
{
    std::string line;
    for (std::size_t k = 0; k < display_width(title); ++k) {
        line += "─";
    }
    return title + "\n" + line + "\n";
}

bool is_received(std::string_view name)
{
    return name.find("_received") != std::string_view::npos;
}

// Amounts that are zero because the household has nothing they are about, without a rule refusing it.
bool is_zero_without_a_reason(TracedStep const& step, HouseholdTrace const& trace)
{
    std::string_view const name = step.name;
    bool const is_for_pensioners = name.find("state_pension") != std::string_view::npos ||
                                   name.find("elderly") != std::string_view::npos;
    if (is_for_pensioners) {
        return step_value(trace, "state_pension_per_year") == 0;
    }
    bool const may_be_absent = name.ends_with("_credit_per_year") || name == "health_contribution_per_year" ||
                               name == "employee_insurance_per_year";
    return may_be_absent && step.terms.empty();
}

// Whether a step says nothing about this household.
bool is_not_applicable(TracedStep const& step, HouseholdTrace const& trace)
{
    switch (step.reason) {
        case Reason::no_children:
        case Reason::no_child_under_12:
        case Reason::no_pensioner:
        case Reason::no_benefit:
        case Reason::no_childcare:
        case Reason::is_no_student:
        case Reason::no_limitation:
            return true;
        case Reason::as_computed:
            return step.value == 0 && is_zero_without_a_reason(step, trace);
        default:
            return false;
    }
}

// Whether a step repeats another: what is received of a right that is used, a norm without cost sharers.
bool is_repetition(TracedStep const& step, HouseholdTrace const& trace)
{
    std::string_view const name = step.name;
    bool const is_poor = step_value(trace, "is_poor") > 0.5;
    return (is_received(name) &&
            (step.reason == Reason::granted || step.reason == Reason::no_right_to_claim)) ||
           (name == "form_norm_per_month" && step.value == step_value(trace, "assistance_norm_per_month")) ||
           (name == "disposable_before_schemes_per_month" &&
            step.value == step_value(trace, "disposable_income_per_month")) ||
           (name == "is_near_poor" && is_poor) || (name == "poverty_gap_per_month" && !is_poor);
}

bool is_shown(TracedStep const& step, HouseholdTrace const& trace)
{
    return step.reason != Reason::is_inactive && !is_repetition(step, trace) &&
           !is_not_applicable(step, trace);
}

std::string amount_text(TracedStep const& step, Language language)
{
    if (step.reason == Reason::no_need) {
        return in(language, "recht, geen kosten", "a right, no costs");
    }
    if (step.is_refusal && step.value == 0) {
        return in(language, "geen recht", "no right");
    }
    return std::string_view(step.unit) == "share" ? share_text(step.value, language)
                                                  : value_text(step.value, step.unit, language);
}

// Where a term comes from: since when, source, and its status unless it was read.
std::string origin_of(outcomes::TermRow const& term, Language language)
{
    std::string const status = status_text(term.status, language);
    if (term.status == "package") {
        return status;
    }
    auto const since = in(language, "sinds ", "since ") + day_text(term.valid_from, language) + ", ";
    return since + (status.empty() ? short_source(term.source, 46)
                                   : status + ": " + short_explanation(term.source, 70 - status.size()));
}

// That a scheme exists goes without saying, unless a package sets it.
bool is_told(outcomes::TermRow const& term)
{
    return term.term != "is_active" || term.status == "package";
}

struct TermLine {
    std::string label;
    std::string value;
    std::string origin;
};

// The terms of a step, those of one origin together: with the origin behind each where all fit, else above
// them.
std::string term_lines(TracedStep const& step, Language language)
{
    constexpr std::size_t indent = 4;
    std::vector<TermLine> lines;
    std::vector<std::string> origins;
    std::size_t label_width = 0;
    std::size_t value_width = 0;
    for (auto const& term : step.terms) {
        if (!is_told(term)) {
            continue;
        }
        lines.push_back({term_label(term.scheme, term.term, language),
                         value_text(term.value, term.unit, language), origin_of(term, language)});
        auto const& line = lines.back();
        label_width = std::max(label_width, display_width(line.label));
        value_width = std::max(value_width, display_width(line.value));
        if (std::find(origins.begin(), origins.end(), line.origin) == origins.end()) {
            origins.push_back(line.origin);
        }
    }
    bool const fits = std::all_of(origins.begin(), origins.end(), [&](std::string const& origin) {
        return indent + label_width + 2 + value_width + 2 + display_width(origin) <= width;
    });
    std::string text;
    for (auto const& origin : origins) {
        text += fits ? "" : indented(origin + ":", indent, indent + 2);
        for (auto const& line : lines) {
            if (line.origin == origin) {
                text += std::string(fits ? indent : indent + 2, ' ') + padded_right(line.label, label_width) +
                        "  " + padded_left(line.value, value_width) + (fits ? "  " + origin : "") + "\n";
            }
        }
    }
    return text;
}

std::string step_text(TracedStep const& step, Language language)
{
    auto const label = step_label(step.name, language);
    auto const amount = amount_text(step, language);
    auto const room = width - std::min(width, display_width(amount) + 2);
    std::string text = padded_right(label, room) + "  " + amount + "\n";
    auto const why = language == Language::dutch ? step.because_dutch : step.because_english;
    text += indented(with_capital(why) + "." + (step.article.empty() ? "" : " (" + step.article + ")"), 2, 2);
    return text + term_lines(step, language);
}

std::string part_text(StepPart part, HouseholdTrace const& trace, Language language)
{
    std::string text;
    for (auto const& step : trace.steps) {
        if (part_of(step.name) == part && is_shown(step, trace)) {
            text += (text.empty() ? "" : "\n") + step_text(step, language);
        }
    }
    return text.empty() ? "" : "\n" + underlined(part_label(part, language)) + text;
}

template <class Chosen>
std::string gathered(HouseholdTrace const& trace, char const* title, Language language, Chosen const& chosen)
{
    std::vector<std::string> names;
    for (auto const& step : trace.steps) {
        auto const label = step_label(step.name, language);
        if (chosen(step) && std::find(names.begin(), names.end(), label) == names.end()) {
            names.push_back(label);
        }
    }
    return names.empty() ? "" : indented(title + listed(names, language) + ".", 0, 2);
}

// The values that were not read in a source, by status: "Geschat: Maatwerkregeling (spaargeld tot)".
std::string uncertain_terms(HouseholdTrace const& trace, Language language)
{
    std::string text;
    for (char const* const status : {"estimated", "derived", "recalled", "carried"}) {
        std::vector<std::string> seen;
        std::vector<std::string> steps;
        for (auto const& step : trace.steps) {
            if (!is_shown(step, trace)) {
                continue;
            }
            std::vector<std::string> names;
            for (auto const& term : step.terms) {
                auto const key = term.scheme + "." + term.term;
                if (term.status == status && is_told(term) &&
                    std::find(seen.begin(), seen.end(), key) == seen.end()) {
                    seen.push_back(key);
                    names.push_back(term_label(term.scheme, term.term, language));
                }
            }
            if (!names.empty()) {
                steps.push_back(step_label(step.name, language) + " (" + listed(names, language) + ")");
            }
        }
        if (!steps.empty()) {
            std::string list;
            for (auto const& step : steps) {
                list += (list.empty() ? "" : "; ") + step;
            }
            text += indented(with_capital(status_text(status, language)) + ": " + list + ".", 2, 4);
        }
    }
    if (text.empty()) {
        return in(language, "Alle waarden hierboven zijn in een bron gelezen.\n",
                  "Every value above was read in a source.\n");
    }
    return in(language, "Niet in een bron gelezen maar:\n", "Not read in a source but:\n") + text;
}

}  // namespace

std::string paragraph(std::vector<std::string> const& sentences)
{
    std::string all;
    for (auto const& sentence : sentences) {
        all += (all.empty() ? "" : " ") + sentence;
    }
    return indented(all, 0, 0);
}

std::string heading_text(input::HouseholdRecord const& record, HouseholdTrace const& trace,
                         HouseholdHeading const& heading, Language language)
{
    auto const& title =
        language == Language::dutch || record.title_en.empty() ? record.title : record.title_en;
    auto policy = std::string(in(language, "huidig beleid", "current policy"));
    if (!heading.package.empty()) {
        policy += in(language, " naast pakket ", " beside package ") + heading.package;
    }
    return underlined(title.empty() ? record.id : title) +
           indented(heading.municipality + ", " + policy + in(language, ", recht van ", ", law of ") +
                        day_text(trace.date, language) + ".",
                    0, 0) +
           "\n";
}

std::string box_of_limits(Language language)
{
    auto const title = in(language, " Wat dit model niet zegt ", " What this model does not say ");
    std::vector<std::string> const lines =
        language == Language::dutch
            ? std::vector<
                  std::
                      string>{"Dit is geen besluit: het is een berekening met de gegevens die zijn ingevuld.",
                              "Het zegt niet of iemand iets zou moeten aanvragen.",
                              "Een echte aanvraag beoordeelt de gemeente, met alles wat hier niet is "
                              "ingevuld."}
            : std::vector<std::string>{
                  "This is no decision: it is a computation with the data that were filled in.",
                  "It does not say whether anybody should apply for anything.",
                  "A real application is judged by the municipality, with all that is not filled in here."};
    std::size_t inside = 0;
    for (auto const& line : lines) {
        inside = std::max(inside, display_width(line));
    }
    auto const rule = [](std::size_t count) {
        std::string text;
        for (std::size_t k = 0; k < count; ++k) {
            text += "─";
        }
        return text;
    };
    std::string text = "┌─" + std::string(title) + rule(inside + 1 - display_width(title)) + "┐\n";
    for (auto const& line : lines) {
        text += "│ " + padded_right(line, inside) + " │\n";
    }
    return text + "└" + rule(inside + 2) + "┘\n";
}

std::string household_text(input::HouseholdRecord const& record, HouseholdTrace const& trace,
                           HouseholdHeading const& heading, Language language)
{
    auto text =
        heading_text(record, trace, heading, language) + paragraph(household_story(record, trace, language));
    for (auto const part : {StepPart::income_and_tax, StepPart::assistance, StepPart::allowances,
                            StepPart::schemes, StepPart::spending_and_poverty}) {
        text += part_text(part, trace, language);
    }
    text += "\n";
    text += gathered(trace, in(language, "Niet van toepassing: ", "Not applicable: "), language,
                     [&](TracedStep const& step) { return is_not_applicable(step, trace); });
    text +=
        gathered(trace, in(language, "Bestaat niet in dit beleid: ", "Does not exist under this policy: "),
                 language, [](TracedStep const& step) { return step.reason == Reason::is_inactive; });
    return text + uncertain_terms(trace, language) + "\n" + box_of_limits(language);
}

}  // namespace minimasim::report
