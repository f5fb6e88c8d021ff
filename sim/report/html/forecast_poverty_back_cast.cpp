#include "sim/report/html/forecast_sections.hpp"
#include "sim/report/messages/forecast.hpp"
#include "sim/report/messages/forecast_background.hpp"
#include "sim/report/pictures/band_line.hpp"

namespace minimasim::report::html {

namespace {

constexpr char const* unit = "share of the base year";
constexpr auto grade = forecast::Grade::weak;

Table steps_of(ForecastView const& view, std::string const& title)
{
    auto const missing = Html(view.say(messages::forecast_poverty_missing));
    Table table{"forecast-poverty",
                title,
                {{view.say(messages::forecast_year), Setting::name},
                 {view.say(messages::forecast_published)},
                 {view.say(messages::forecast_poverty_indices)},
                 {view.say(messages::forecast_poverty_law)},
                 {view.say(messages::forecast_poverty_energy)},
                 {view.say(messages::forecast_poverty_assistance)}},
                {}};
    for (auto const& year : view.forecast().poverty.years) {
        auto const cell = [&](outcomes::Interval const& value) {
            return year.is_computed ? view.cell(value, unit, grade) : missing;
        };
        table.rows.push_back(
            {{std::to_string(year.published.year), view.exact_text(year.published_ratio, "share"),
              cell(year.indices), cell(year.law), cell(year.energy_allowance), cell(year.ratio)},
             false});
    }
    return table;
}

}  // namespace

Html forecast_poverty_back_cast(ForecastView const& view)
{
    auto const& poverty = view.forecast().poverty;
    if (poverty.years.empty()) {
        return {};
    }
    auto const base = std::to_string(poverty.base_year);
    auto const title = view.say(messages::forecast_poverty_title, base);
    pictures::BandLine picture;
    picture.caption = view.caption("poverty-back-cast", title);
    picture.caption.shape = pictures::Shape::narrow;
    picture.axis_name = view.say(messages::forecast_poverty_axis);
    picture.quantity = quantity_of_forecast(unit);
    for (auto const& year : poverty.years) {
        bool const is_base = year.published.year == poverty.base_year;
        if (year.is_computed || is_base) {
            outcomes::Interval const itself{1, 1, 1, 0};
            picture.points.push_back(
                {static_cast<double>(year.published.year), std::to_string(year.published.year),
                 interval_of(is_base ? itself : year.ratio), false, year.published_ratio});
        }
    }
    Figure drawn;
    drawn.caption = title;
    drawn.note = view.mark(grade);
    drawn.picture = pictures::in_both_shapes(pictures::band_line, picture, view.language());
    drawn.table = steps_of(view, title);
    return all({element("h3", title), element("p", view.say(messages::forecast_poverty_intro, base)),
                figure(drawn, view.language())});
}

}  // namespace minimasim::report::html
