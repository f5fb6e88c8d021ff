#include "sim/report/html/amounts.hpp"

#include <cmath>
#include <limits>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/messages.hpp"

namespace minimasim::report::html {

namespace {

Html with_interval(std::string const& estimate, std::string const& interval)
{
    Html cell(estimate);
    if (!interval.empty()) {
        cell += element("small", interval);
    }
    return cell;
}

}  // namespace

Quantity quantity_of(std::string_view unit)
{
    if (unit.substr(0, 4) == "euro") {
        return Quantity::euro;
    }
    return unit == "share" ? Quantity::share : Quantity::count;
}

bool is_small(Quantity quantity, Interval const& interval)
{
    double const size = std::abs(interval.estimate);
    return quantity == Quantity::count && size > 0 && size < smallest_published_count;
}

bool is_certain(Quantity quantity, Interval const& interval)
{
    auto const step = rounding_step(quantity, interval);
    return rounded(interval.low, step) == rounded(interval.high, step);
}

std::string rounded_text(Quantity quantity, Interval const& interval, double value, Language language,
                         bool absolute)
{
    auto const step = rounding_step(quantity, interval);
    double const shown = absolute ? std::abs(rounded(value, step)) : rounded(value, step);
    return estimate_text(quantity, {shown, shown, shown}, language);
}

std::string level_text(View const& view, Quantity quantity, Interval const& interval)
{
    return is_small(quantity, interval) ? view.say(messages::fewer_than_ten)
                                        : estimate_text(quantity, interval, view.language());
}

std::string difference_text(View const& view, Quantity quantity, Interval const& interval)
{
    return is_small(quantity, interval) ? view.say(messages::nearly_same)
                                        : change_text(quantity, interval, view.language());
}

std::string range_label(View const& view, Quantity quantity, Interval const& interval, bool is_change)
{
    if (is_certain(quantity, interval) || is_small(quantity, interval)) {
        return "";
    }
    auto text = interval_text(quantity, interval, view.language(), is_change);
    for (std::string const sign : {"€ ", "€"}) {
        for (auto place = text.find(sign); place != std::string::npos; place = text.find(sign)) {
            text.erase(place, sign.size());
        }
    }
    return text;
}

Html level_cell(View const& view, Quantity quantity, Interval const& interval)
{
    return with_interval(level_text(view, quantity, interval), range_label(view, quantity, interval, false));
}

Html difference_cell(View const& view, Quantity quantity, Interval const& interval)
{
    return with_interval(difference_text(view, quantity, interval),
                         range_label(view, quantity, interval, true));
}

Html level_cell(View const& view, outcomes::Figure const* figure)
{
    return figure == nullptr ? Html(view.say(messages::no_figure))
                             : level_cell(view, quantity_of(figure->unit), level(*figure));
}

Html difference_cell(View const& view, outcomes::Figure const* figure)
{
    return figure == nullptr ? Html(view.say(messages::no_figure))
                             : difference_cell(view, quantity_of(figure->unit), difference(*figure));
}

double sum_of(std::vector<outcomes::Figure const*> const& figures)
{
    double sum = 0;
    for (auto const* figure : figures) {
        sum += figure->estimate;
    }
    return sum;
}

Interval for_picture(Quantity quantity, Interval const& interval)
{
    double const none = std::numeric_limits<double>::quiet_NaN();
    return is_small(quantity, interval) ? Interval{none, none, none} : interval;
}

pictures::IntervalRow picture_row(View const& view, std::string const& name, Quantity quantity,
                                  Interval const& interval)
{
    pictures::IntervalRow row;
    row.name = name;
    row.value = for_picture(quantity, interval);
    row.note = note_for_picture(view, quantity, interval);
    return row;
}

std::string note_for_picture(View const& view, Quantity quantity, Interval const& interval)
{
    return is_small(quantity, interval) ? view.say(messages::fewer_than_ten) : "";
}

}  // namespace minimasim::report::html
