#include "sim/report/html/labels.hpp"

#include <cctype>
#include <charconv>

#include "sim/report/messages.hpp"
#include "sim/report/term_labels.hpp"
#include "sim/report/value_text.hpp"

namespace minimasim::report::html {

namespace {

struct Name {
    std::string_view word;
    Message<0> const& text;
};

constexpr Name cell_names[] = {
    {"one person", messages::one_person},
    {"couple without children", messages::couple_without_children},
    {"couple with children", messages::couple_with_children},
    {"single parent", messages::single_parent},
    {"other", messages::other_household},
    {"orange", messages::orange},
    {"green", messages::green},
    {"brown", messages::brown},
    {"purple", messages::purple},
    {"red", messages::red},
    {"yellow", messages::yellow},
    {"pink", messages::pink},
    {"blue", messages::blue},
    {"employee", messages::employee},
    {"self-employed", messages::self_employed},
    {"unemployment benefit", messages::unemployment_benefit},
    {"disability benefit", messages::disability_benefit},
    {"social assistance", messages::social_assistance},
    {"pension", messages::pension},
    {"student", messages::student},
    {"up to 100 %", messages::up_to_100},
    {"above 150 %", messages::above_150},
};

constexpr Name breakdown_names[] = {
    {"neighbourhood", messages::neighbourhood},   {"profile", messages::profile},
    {"household_type", messages::household_type}, {"norm_band", messages::norm_band},
    {"income_source", messages::income_source},   {"income_decile", messages::income_decile},
};

constexpr Name unit_names[] = {
    {"households", messages::households}, {"persons", messages::adults},
    {"children", messages::children},     {"euro_per_year", messages::euro_per_year},
    {"share", messages::share},
};

constexpr Name figure_names[] = {
    {"option.limits_130", messages::figure_limits_130},
    {"option.income_supplement_500", messages::figure_supplement_500},
    {"option.participation_budget", messages::figure_participation_budget},
    {"option.sum", messages::figure_sum_of_options},
    {"budget.existing_total", messages::figure_existing_total},
    {"budget.new_total", messages::figure_new_total},
    {"poverty.persons", messages::poor_persons},
    {"poverty.children", messages::poor_children},
    {"poverty.person_rate", messages::figure_poor_share},
    {"poverty.child_rate", messages::figure_poor_children_share},
    {"poverty.near_poor_persons", messages::near_poor},
    {"income.newly_in_limits_130", messages::figure_newly_in_limits},
};

constexpr Name source_names[] = {
    {"published_rounding", messages::source_published_rounding},
    {"unpublished_interactions", messages::source_unpublished_interactions},
    {"neighbourhood_terms", messages::source_neighbourhood_terms},
    {"whole_households", messages::source_whole_households},
    {"profile_wording", messages::source_profile_wording},
    {"take_up", messages::source_take_up},
    {"amounts", messages::source_amounts},
};

constexpr Name role_names[] = {
    {"calibrate", messages::role_calibrate}, {"check", messages::role_check},
    {"compare", messages::role_compare},     {"margin", messages::role_margin},
    {"identity", messages::role_identity},
};

template <std::size_t Count>
std::string find(View const& view, Name const (&names)[Count], std::string_view word)
{
    for (auto const& name : names) {
        if (name.word == word) {
            return view.say(name.text);
        }
    }
    return "";
}

std::string or_itself(std::string found, std::string_view word)
{
    return found.empty() ? std::string(word) : found;
}

// The unit of a term, "" when no row of the results tells.
std::string unit_of(View const& view, std::string_view scheme, std::string_view term)
{
    for (auto const& row : view.results().terms) {
        if (row.scheme == scheme && row.term == term) {
            return row.unit;
        }
    }
    return term == "budget_per_year" ? "euro_per_year" : "";
}

std::string value_label(View const& view, std::string const& unit, std::string_view number)
{
    double value = 0;
    auto const read = std::from_chars(number.data(), number.data() + number.size(), value);
    return read.ec == std::errc() && !unit.empty() ? value_text(value, unit, view.language())
                                                   : std::string(number);
}

std::string without_spaces(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    return std::string(text);
}

std::string lower_case_first(std::string text)
{
    if (!text.empty()) {
        text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    }
    return text;
}

}  // namespace

std::string breakdown_label(View const& view, std::string_view breakdown)
{
    return or_itself(find(view, breakdown_names, breakdown), breakdown);
}

std::string short_word(std::string_view breakdown)
{
    auto const underscore = breakdown.find('_');
    return std::string(underscore == std::string_view::npos ? breakdown : breakdown.substr(underscore + 1));
}

std::string cell_label(View const& view, std::string_view breakdown, std::string_view cell)
{
    if (cell == "none") {
        return view.say(breakdown == "profile" ? messages::no_profile : messages::no_income);
    }
    if (breakdown == "norm_band" && cell.find(" to ") != std::string_view::npos) {
        auto const middle = cell.find(" to ");
        auto const end = cell.find(" %");
        if (cell.substr(0, 2) != "up" && end != std::string_view::npos) {
            return view.say(messages::band_from_to, std::string(cell.substr(0, middle)),
                            std::string(cell.substr(middle + 4, end - middle - 4)));
        }
    }
    if (breakdown == "income_decile") {
        return view.say(messages::decile_number, std::string(cell));
    }
    return or_itself(breakdown == "neighbourhood" ? "" : find(view, cell_names, cell), cell);
}

std::string unit_label(View const& view, std::string_view unit)
{
    return or_itself(find(view, unit_names, unit), unit);
}

std::string role_label(View const& view, std::string_view role)
{
    return or_itself(find(view, role_names, role), role);
}

std::string published_label(View const& view, std::string_view key)
{
    if (auto const found = find(view, figure_names, key); !found.empty()) {
        return found;
    }
    auto const dot = key.find('.');
    if (dot == std::string_view::npos) {
        return std::string(key);
    }
    auto const subject = key.substr(0, dot);
    auto const scheme = view.scheme_name(key.substr(dot + 1));
    if (subject == "use") {
        return view.say(messages::figure_use, scheme);
    }
    if (subject == "takeup") {
        return view.say(messages::figure_take_up, scheme);
    }
    if (subject == "budget") {
        return view.say(messages::figure_budget, scheme);
    }
    return subject == "budget_new" ? view.say(messages::figure_new_budget, scheme) : std::string(key);
}

std::string source_label(View const& view, std::string_view source)
{
    return or_itself(find(view, source_names, source), source);
}

std::string change_label(View const& view, std::string_view change)
{
    auto const dot = change.find('.');
    auto const colon = change.find(": ");
    auto const arrow = change.find(" -> ");
    if (dot == std::string_view::npos || colon == std::string_view::npos || arrow == std::string_view::npos ||
        dot > colon || colon > arrow) {
        return std::string(change);
    }
    auto const scheme = change.substr(0, dot);
    auto const term = change.substr(dot + 1, colon - dot - 1);
    auto const before = change.substr(colon + 2, arrow - colon - 2);
    auto const after = change.substr(arrow + 4);
    auto const section = section_label(scheme, view.language());
    auto const name = section.empty() ? view.scheme_name(scheme) : section;
    if (term == "is_active") {
        return view.say(messages::named, name, view.say(after == "0" ? messages::lapses : messages::begins));
    }
    auto const unit = unit_of(view, scheme, term);
    auto const from = value_label(view, unit, before);
    auto const to = value_label(view, unit, without_spaces(after));
    if (term == "budget_per_year") {
        return view.say(messages::named, name, view.say(messages::from_to, from, to));
    }
    auto const label = term == "income_limit_share"
                           ? view.say(messages::income_limit)
                           : lower_case_first(term_label(scheme, term, view.language()));
    return view.say(messages::named, name + ", " + label, view.say(messages::from_to, from, to));
}

std::string input_label(View const& view, std::string_view input)
{
    auto const dot = input.find('.');
    if (dot == std::string_view::npos) {
        std::string words(input);
        for (auto& c : words) {
            c = c == '_' ? ' ' : c;
        }
        return words;
    }
    auto const scheme = input.substr(0, dot);
    if (scheme == "take_up") {
        return view.say(messages::named, view.say(messages::take_up),
                        view.scheme_name(input.substr(dot + 1)));
    }
    return view.say(messages::named, view.scheme_name(scheme),
                    term_label(scheme, input.substr(dot + 1), view.language()));
}

std::string duration_label(View const& view, outcomes::BudgetLine const& line)
{
    if (line.duration != "incidental") {
        return view.say(messages::structural);
    }
    return line.last_day.empty()
               ? view.say(messages::incidental)
               : view.say(messages::incidental_until, day_text(line.last_day, view.language()));
}

}  // namespace minimasim::report::html
