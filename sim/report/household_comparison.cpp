#include "sim/report/household_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "sim/report/household_story.hpp"
#include "sim/report/number_text.hpp"
#include "sim/report/step_labels.hpp"
#include "sim/report/term_labels.hpp"
#include "sim/report/text_table.hpp"
#include "sim/report/trace_lookup.hpp"
#include "sim/report/value_text.hpp"

namespace minimasim::report {

namespace {

constexpr std::size_t width = household_text_width;

// The unit of a value of the answer, which its name ends with.
char const* unit_of(TracedValue const& value)
{
    std::string_view const name = value.name;
    return value.is_boolean               ? "yes_no"
           : name.starts_with("share_of") ? "share"
           : name.ends_with("_per_year")  ? "euro_per_year"
           : name.ends_with("_quarter")   ? "euro_per_quarter"
                                          : "euro_per_month";
}

std::string text_of(double value, TracedValue const& of, Language language)
{
    std::string_view const unit = unit_of(of);
    return unit == "share" ? share_text(value, language) : value_text(value, unit, language);
}

std::string difference_text(TracedValue const& from, TracedValue const& to, Language language)
{
    if (from.is_boolean) {
        return "";
    }
    double const difference = to.value - from.value;
    auto const text = text_of(difference, from, language);
    return difference > 0 ? "+" + text : text;
}

std::string label_of(TracedValue const& value, Language language)
{
    std::string_view const name = value.name;
    auto const label = step_label(name, language);
    return name.ends_with("_eligible") ? label + in(language, ", recht", ", right") : label;
}

std::string table_of_differences(HouseholdTrace const& baseline, HouseholdTrace const& package,
                                 Language language)
{
    std::vector<std::vector<TextCell>> rows;
    for (std::size_t k = 0; k < baseline.values.size(); ++k) {
        auto const& from = baseline.values[k];
        auto const& to = package.values[k];
        if (std::abs(to.value - from.value) < 5e-4) {
            continue;
        }
        rows.push_back({{label_of(from, language)},
                        {text_of(from.value, from, language)},
                        {text_of(to.value, to, language)},
                        {difference_text(from, to, language)}});
    }
    if (rows.empty()) {
        return in(language, "Alle waarden zijn in beide gelijk.\n", "All values are equal in both.\n");
    }
    return text_table({{in(language, "Wat verschilt", "What differs")},
                       {in(language, "nu", "now")},
                       {in(language, "pakket", "package")},
                       {in(language, "verschil", "difference")}},
                      rows, width);
}

std::string reason_line(char const* label, TracedStep const& step, Language language)
{
    auto const& because = language == Language::dutch ? step.because_dutch : step.because_english;
    std::string text;
    for (auto const& line : wrapped(because, width - 12)) {
        text += (text.empty() ? "  " + padded_right(label, 10) : std::string(12, ' ')) + line + "\n";
    }
    return text;
}

// "Kindpakket: inkomensgrens, deel van de norm: 120 % → 130 %".
std::string change_text(ChangedTerm const& change, Language language)
{
    auto const& [from, to] = change;
    auto const section = section_label(from.scheme, language);
    return (section.empty() ? step_label(from.scheme, language) : section) + ": " +
           term_label(from.scheme, from.term, language) + ": " + value_text(from.value, from.unit, language) +
           " → " + value_text(to.value, to.unit, language);
}

// Of every scheme that is not the same in both, why it is as it is.
std::string reasons(HouseholdTrace const& baseline, HouseholdTrace const& package, Language language)
{
    std::string text;
    for (std::size_t k = 0; k < baseline.steps.size(); ++k) {
        auto const& from = baseline.steps[k];
        auto const& to = package.steps[k];
        bool const differs = from.because_dutch != to.because_dutch || from.value != to.value;
        if (part_of(from.name) == StepPart::schemes && differs) {
            text += step_label(from.name, language) + "\n" +
                    reason_line(in(language, "nu:", "now:"), from, language) +
                    reason_line(in(language, "pakket:", "package:"), to, language);
        }
    }
    return text.empty() ? "" : "\n" + text;
}

}  // namespace

std::string comparison_text(input::HouseholdRecord const& record, HouseholdTrace const& baseline,
                            HouseholdTrace const& package, HouseholdHeading const& heading,
                            std::vector<ChangedTerm> const& changed_terms, Language language)
{
    auto text = heading_text(record, baseline, heading, language);
    auto sentences = change_story(baseline, package, language);
    sentences.insert(sentences.begin(), household_story(record, baseline, language).front());
    text += paragraph(sentences) + "\n" + table_of_differences(baseline, package, language) +
            reasons(baseline, package, language);
    if (!changed_terms.empty()) {
        text += in(language, "\nHet pakket verandert:\n", "\nThe package changes:\n");
        for (auto const& change : changed_terms) {
            text += "  " + change_text(change, language) + "\n";
        }
    }
    return text + "\n" + box_of_limits(language);
}

}  // namespace minimasim::report
