#include <algorithm>
#include <array>
#include <cmath>

#include "sim/report/forecast_people.hpp"
#include "sim/report/forecast_text.hpp"
#include "sim/report/html/forecast_sections.hpp"
#include "sim/report/messages/forecast.hpp"
#include "sim/report/messages/forecast_background.hpp"
#include "sim/report/pictures/tornado_picture.hpp"
#include "sim/report/process_text.hpp"
#include "sim/report/value_text.hpp"

// What a forecast stands on: what drives it, published figures, assumptions, method, provenance.
namespace minimasim::report::html {

namespace {

using forecast::Assumption;
using forecast::Grade;

// What comes in and what goes out in a year.
constexpr char const* flows[]{"entered_problem_debts",   "relapsed",
                              "recovered_problem_debts", "completed_trajectories",
                              "problem_debts_arrived",   "problem_debts_gone"};

std::string term_value(ForecastView const& view, double value, std::string const& unit)
{
    bool const is_share = unit.starts_with("share");
    double const shown = is_share ? 100 * value : value;
    int decimals = 0;
    for (double scale = 1; decimals < 3 && std::abs(shown * scale - std::round(shown * scale)) > 1e-6;
         scale *= 10) {
        ++decimals;
    }
    return number_text(shown, decimals, view.language()) +
           (is_share ? in(view.language(), "\u00a0%", "%") : "");
}

Grade grade_of(Assumption const& term)
{
    return term.low < term.high && term.evidence == "none"  ? Grade::assumed
           : term.low < term.high && term.evidence == "low" ? Grade::weak
                                                            : Grade::founded;
}

// "januari 2024" would be longer: months stay in figures, but do not break.
std::string period_text(std::string const& period, Language language)
{
    auto text = day_text(period, language);
    if (auto const to = text.find(" to "); to != std::string::npos) {
        text.replace(to, 4, " – ");
    }
    for (auto dash = text.find('-'); dash != std::string::npos; dash = text.find('-')) {
        text.replace(dash, 1, "\u2011");
    }
    return text;
}

Html published_cell(ForecastView const& view, forecast::Published const& published)
{
    Html cell(view.exact_text(published.value, published.unit));
    if (published.low < published.high) {
        cell += element("small", view.exact_text(published.low, published.unit) + " – " +
                                     view.exact_text(published.high, published.unit));
    }
    return cell;
}

Html tornado(ForecastView const& view)
{
    auto const& forecast = view.forecast();
    auto const* const share = view.figure(view.baseline().id, "problem_debts_share", forecast.until);
    if (share == nullptr || forecast.drivers.empty()) {
        return {};
    }
    auto const title = view.say(messages::forecast_tornado_title, std::to_string(forecast.until));
    pictures::Tornado picture;
    picture.caption = view.caption("drivers", title);
    picture.axis_name = view.indicator_name("problem_debts_share");
    picture.quantity = Quantity::share;
    picture.central = share->value.estimate;
    Table table{"forecast-drivers",
                view.say(messages::forecast_tornado_table),
                {{view.say(messages::forecast_assumption), Setting::name},
                 {view.say(messages::forecast_at_low)},
                 {view.say(messages::forecast_at_high)},
                 {view.say(messages::forecast_of_spread)}},
                {}};
    auto const outcome = [&](double value) { return view.value_text({value, value, value, 0}, "share"); };
    for (auto const& driver : forecast.drivers) {
        auto const term = std::find_if(
            forecast.assumptions.begin(), forecast.assumptions.end(), [&](Assumption const& assumption) {
                return assumption.process == driver.process && assumption.term == driver.term;
            });
        if (term == forecast.assumptions.end()) {
            continue;
        }
        auto const name = view.term_name(driver.process, driver.term);
        auto const low = term_value(view, term->low, term->unit);
        auto const high = term_value(view, term->high, term->unit);
        picture.bars.push_back({name, low, high, driver.at_low, driver.at_high, driver.variance_share});
        table.rows.push_back(
            {{all({name, " ", view.mark(grade_of(*term))}),
              all({outcome(driver.at_low), element("small", low)}),
              all({outcome(driver.at_high), element("small", high)}), outcome(driver.variance_share)},
             false});
    }
    Figure figure;
    figure.caption = title;
    figure.note = view.say(messages::forecast_tornado_note);
    figure.picture = pictures::in_both_shapes(pictures::tornado_picture, picture, view.language());
    figure.table = table;
    return html::figure(figure, view.language());
}

template <class Condition>
Table terms_table(ForecastView const& view, std::string const& key, std::string const& caption,
                  Condition const& stands_in)
{
    Table table{"forecast-terms-" + key,
                caption,
                {{view.say(messages::forecast_assumption), Setting::name},
                 {view.say(messages::forecast_value)},
                 {view.say(messages::forecast_unit), Setting::name},
                 {view.say(messages::forecast_evidence), Setting::name},
                 {view.say(messages::forecast_source), Setting::words}},
                {}};
    for (auto const& term : view.forecast().assumptions) {
        if (!stands_in(term)) {
            continue;
        }
        Html value(term_value(view, term.value, term.unit));
        if (term.low < term.high) {
            value += element("small", term_value(view, term.low, term.unit) + " – " +
                                          term_value(view, term.high, term.unit));
        }
        auto const mark = view.mark(grade_of(term));
        table.rows.push_back(
            {{view.term_name(term.process, term.term), value, unit_name(term.unit, view.language()),
              mark.is_empty() ? Html(evidence_name(term.evidence, view.language())) : mark, term.source},
             false});
    }
    return table;
}

Html assumptions_of(ForecastView const& view, std::string const& process)
{
    auto content = element("summary", view.term_name(process, ""));
    if (auto const* const name = forecast::find_name(view.document().names, process, "")) {
        content +=
            element("p", view.say(messages::forecast_equation,
                                  in(view.language(), name->equation.c_str(), name->equation_en.c_str())));
    }
    auto const is_of_process = [&](Assumption const& term) { return term.process == process; };
    return element("details", content + html::table(terms_table(view, as_word(process),
                                                                view.term_name(process, ""), is_of_process)));
}

bool is_assumed(Assumption const& term)
{
    return grade_of(term) == Grade::assumed;
}

}  // namespace

Html forecast_drivers(ForecastView const& view)
{
    int const until = view.forecast().until;
    auto const year = std::to_string(until);
    Table table{"forecast-flows",
                view.say(messages::forecast_flows_table, year),
                {{view.say(messages::forecast_flow), Setting::name}, {view.say(messages::forecast_number)}},
                {}};
    std::vector<forecast::Figure const*> found;
    std::vector<Html> numbers;
    for (auto const* const flow : flows) {
        auto const* const figure = view.figure(view.baseline().id, flow, until);
        if (figure == nullptr) {
            return tornado(view);
        }
        auto const grade = view.grade_of(flow);
        found.push_back(figure);
        numbers.push_back(element("strong", view.value_text(figure->value, figure->unit)) +
                          view.mark_after(grade));
        table.rows.push_back(
            {{view.indicator_name(flow), view.cell(figure->value, figure->unit, grade)}, false});
    }
    auto text = all({sentence(messages::forecast_flows, view.language(), year, numbers[0], numbers[2]), " ",
                     sentence(messages::forecast_flows_trajectories, view.language(), numbers[3])});
    if (found[3]->value.high < found[0]->value.low) {
        text += view.say(messages::forecast_flows_conclusion);
    }
    return all({element("p", text), html::table(table), tornado(view)});
}

Html forecast_checks(ForecastView const& view)
{
    Table table{"forecast-checks",
                view.say(messages::forecast_checks_table),
                {{view.say(messages::forecast_figure), Setting::name},
                 {view.say(messages::forecast_role), Setting::name},
                 {view.say(messages::forecast_period_of), Setting::name},
                 {view.say(messages::forecast_published)},
                 {view.say(messages::forecast_model)},
                 {view.say(messages::forecast_inside)},
                 {view.say(messages::forecast_source), Setting::words}},
                {}};
    int calibrated = 0;
    int apart = 0;
    int apart_inside = 0;
    for (auto const& check : view.forecast().checks) {
        auto const& published = check.published;
        bool const is_apart = published.role == "held_out" || published.role.starts_with("back_cast");
        calibrated += published.role == "calibrated" ? 1 : 0;
        apart += is_apart ? 1 : 0;
        apart_inside += is_apart && check.is_inside ? 1 : 0;
        auto name = check_name(published.key, view.language());
        for (auto const& place : view.forecast().places) {
            name = published.key == "problem_debts_share." + place.code ? place.name : name;
        }
        table.rows.push_back(
            {{name, role_name(published.role, view.language()),
              period_text(published.period, view.language()), published_cell(view, published),
              view.cell(check.model, published.unit, Grade::founded),
              view.say(check.is_inside ? messages::forecast_yes : messages::forecast_no), published.source},
             false});
    }
    return all({element("p", view.say(messages::forecast_checks_intro, std::to_string(calibrated),
                                      std::to_string(apart), std::to_string(apart_inside))),
                html::table(table), forecast_poverty_back_cast(view)});
}

Html forecast_assumptions(ForecastView const& view)
{
    auto const& assumptions = view.forecast().assumptions;
    auto const assumed = std::count_if(assumptions.begin(), assumptions.end(), is_assumed);
    auto content = element("p", view.say(messages::forecast_assumptions_intro,
                                         std::to_string(assumptions.size()), std::to_string(assumed)));
    if (assumed > 0) {
        content +=
            html::table(terms_table(view, "assumed", view.say(messages::forecast_assumed_table), is_assumed));
    }
    content += element("h3", view.say(messages::forecast_by_process));
    for (auto const& process : forecast::processes_of(assumptions)) {
        content += assumptions_of(view, process);
    }
    return content;
}

Html forecast_method(ForecastView const& view)
{
    Html lines;
    for (auto const* const line :
         {&messages::forecast_method_1, &messages::forecast_method_2, &messages::forecast_method_3,
          &messages::forecast_method_4, &messages::forecast_method_5, &messages::forecast_method_6,
          &messages::forecast_method_7, &messages::forecast_method_8, &messages::forecast_method_9,
          &messages::forecast_method_10}) {
        lines += element("li", view.say(*line));
    }
    lines += element("li", households_of(view.forecast(), view.language()));
    return element("ol", lines);
}

Html forecast_not_yet(ForecastView const& view)
{
    Html items;
    for (auto const& item : not_forecast(view.language())) {
        items += element("li", item);
    }
    return element("ul", items);
}

Html forecast_provenance(ForecastView const& view)
{
    auto const& forecast = view.forecast();
    std::array<std::array<std::string, 2>, 6> const facts{
        {{view.say(messages::forecast_program), "minimasim " + view.document().program_version},
         {view.say(messages::forecast_replicates), std::to_string(forecast.replicates)},
         {view.say(messages::forecast_members), std::to_string(forecast.members)},
         {view.say(messages::forecast_seed), std::to_string(forecast.seed)},
         {view.say(messages::forecast_packages_from), day_text(forecast.policy_date, view.language())},
         {view.say(messages::forecast_data), forecast.data_digest}}};
    Html list;
    for (auto const& fact : facts) {
        list += element("dt", fact[0]) + element("dd", fact[1]);
    }
    return element("dl", {{"class", "minimasim-facts"}}, list);
}

}  // namespace minimasim::report::html
