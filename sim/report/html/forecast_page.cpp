#include "sim/report/html/forecast_page.hpp"

#include "sim/report/html/answer.hpp"
#include "sim/report/html/forecast_sections.hpp"
#include "sim/report/html/page.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages/forecast.hpp"
#include "sim/report/messages/forecast_background.hpp"
#include "sim/report/messages/forecast_reach.hpp"
#include "sim/report/messages/page.hpp"

namespace minimasim::report {

namespace html {

namespace {

// A section of the page: a new one is a line of `parts`.
struct Part {
    char const* id;
    Message<0> const& heading;
    Html (*content)(ForecastView const&);
};

constexpr Part parts[]{
    {"goals", messages::forecast_goals_heading, forecast_goals},
    {"paths", messages::forecast_paths_heading, forecast_paths},
    {"poverty", messages::forecast_poverty_heading, forecast_poverty},
    {"help", messages::forecast_help_heading, forecast_help},
    {"neighbourhoods", messages::forecast_places_heading, forecast_places},
    {"needed", messages::forecast_needed_heading, forecast_needed},
    {"drivers", messages::forecast_drivers_heading, forecast_drivers},
    {"published", messages::forecast_checks_heading, forecast_checks},
    {"assumptions", messages::forecast_assumptions_heading, forecast_assumptions},
    {"method", messages::forecast_method_heading, forecast_method},
    {"not-yet", messages::forecast_not_yet_heading, forecast_not_yet},
    {"provenance", messages::forecast_provenance_heading, forecast_provenance},
};

// What the marks beside numbers mean.
Html marks_box(ForecastView const& view)
{
    return element("aside", {{"class", "utrecht-alert"}, {"aria-labelledby", "marks"}},
                   all({element("h2", {{"id", "marks"}}, view.say(messages::forecast_marks_heading)),
                        forecast_marks(view),
                        element("p", all({view.say(messages::forecast_marks_rule), " ",
                                          element("a", {{"href", "#assumptions"}},
                                                  view.say(messages::forecast_marks_link))}))}));
}

Html first_screen(ForecastView const& view, std::string const& question)
{
    auto const lead = debts_figure(view, view.baseline(), true);
    return element("section", {{"class", "minimasim-first"}, {"id", "answer"}},
                   all({element("h1", question),
                        element("p", {{"class", "minimasim-status"}}, view.say(messages::forecast_status)),
                        element("div", {{"class", "minimasim-lead"}},
                                element("div", {{"class", "minimasim-answer"}}, forecast_answer(view)) +
                                    figure(lead, view.language())),
                        marks_box(view), limits_box(view.language(), 2, false)}));
}

}  // namespace

}  // namespace html

std::string forecast_page(ForecastDocument const& document, Language language)
{
    html::ForecastView const view(document, language);
    auto const& forecast = document.forecast;
    auto const question =
        view.say(messages::forecast_question, forecast.municipality, std::to_string(forecast.until));
    html::Html links;
    html::Html content;
    for (auto const& part : html::parts) {
        auto const section = html::section(part.id, 2, view.say(part.heading), part.content(view));
        if (!section.is_empty()) {
            content += section;
            links += html::element(
                "li", html::element("a", {{"href", "#" + std::string(part.id)}}, view.say(part.heading)));
        }
    }
    html::Page page;
    page.language = language;
    page.title = view.say(messages::page_title, question, "minimasim");
    page.description =
        view.say(messages::forecast_description, forecast.municipality, std::to_string(forecast.until));
    page.body_class = "minimasim-forecast";
    page.header =
        html::element("p",
                      html::element("strong", view.say(messages::forecast_banner, forecast.municipality))) +
        html::element("p", view.say(messages::forecast_period, std::to_string(forecast::first_year),
                                    std::to_string(forecast.until), std::to_string(forecast.replicates)));
    page.main =
        html::all({html::first_screen(view, question),
                   html::element("nav", {{"class", "minimasim-contents"}, {"aria-labelledby", "contents"}},
                                 html::element("h2", {{"id", "contents"}}, view.say(messages::contents)) +
                                     html::element("ul", links)),
                   content});
    page.footer = html::element("p", view.say(messages::footer_made_by, document.program_version)) +
                  html::element("p", view.say(messages::footer_licence));
    return html::to_text(page);
}

}  // namespace minimasim::report
