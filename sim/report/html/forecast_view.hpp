#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sim/report/forecast_document.hpp"
#include "sim/report/html/element.hpp"
#include "sim/report/number_text.hpp"
#include "sim/report/pictures/caption.hpp"

namespace minimasim::report::html {

// A forecast as its page asks for it: figures by name, texts in one language, and the mark of every number
// that rests on weak evidence or on none.
class ForecastView {
  public:
    ForecastView(ForecastDocument const& document, Language language);

    Language language() const { return language_; }
    forecast::Forecast const& forecast() const { return document_->forecast; }
    ForecastDocument const& document() const { return *document_; }

    // An indicator of a package over a year; nullptr where there is none.
    forecast::Figure const* figure(std::string_view package, std::string_view indicator, int year) const;
    // The share with problem debts of a neighbourhood at the end of a year, first_year - 1 for the start.
    forecast::Figure const* place(std::string_view package, std::string_view code, int year) const;

    forecast::PackageName const& baseline() const { return forecast().packages.front(); }
    // The other packages that change something the forecast knows.
    std::vector<forecast::PackageName const*> packages() const;
    // Whether it changes a term of the forecast, or the interval of its difference in problem debts at the
    // end is without zero; those of the packages, and the titles of the others, which run with current
    // policy.
    bool is_acting(forecast::PackageName const& package) const;
    std::vector<forecast::PackageName const*> acting_packages() const;
    std::string titles_of_others() const;
    std::string title(forecast::PackageName const& package) const;

    // The goals, each once, and where a package lands on it in the year of the goal, or in the last year.
    std::vector<forecast::Goal> goals() const;
    forecast::GoalOutcome const* outcome(std::string_view package, forecast::Goal const& goal) const;
    // "4 %", and "aandeel huishoudens met problematische schulden hoogstens 4 %".
    std::string goal_value(forecast::Goal const& goal) const;
    std::string goal_text(forecast::Goal const& goal) const;
    // Whether the package sets what an indicator rests on: the chance of its goal then says nothing of
    // whether that can be done.
    bool sets(forecast::PackageName const& package, std::string_view indicator) const;

    std::string indicator_name(std::string_view indicator) const;
    std::string term_name(std::string const& process, std::string const& term) const;

    // How well an indicator is founded, and what a package changes. Under a package that sets what an
    // indicator rests on, the indicator is an assumption: what somebody put in was not found.
    forecast::Grade grade_of(std::string_view indicator) const;
    forecast::Grade grade_of(std::string_view indicator, forecast::PackageName const& package) const;
    forecast::Grade grade_of(forecast::PackageName const& package) const;
    // The mark that stands beside a number, nothing for one that is founded.
    Html mark(forecast::Grade grade) const;
    // After a text: with a space before it.
    Html mark_after(forecast::Grade grade) const;

    // "8,3 %" and "(7,4 % – 9,1 %)"; a change has its sign.
    std::string value_text(outcomes::Interval const& value, std::string_view unit,
                           bool is_change = false) const;
    std::string range_text(outcomes::Interval const& value, std::string_view unit,
                           bool is_change = false) const;
    // A figure as it was published, not rounded.
    std::string exact_text(double value, std::string_view unit) const;
    // Estimate and interval below each other in a cell, with its mark; a dash where there is no number.
    Html cell(outcomes::Interval const& value, std::string_view unit, forecast::Grade grade,
              bool is_change = false) const;

    pictures::Caption caption(std::string const& key, std::string const& title) const;

    template <std::size_t Parameters, class... Texts>
    std::string say(Message<Parameters> const& message, Texts const&... parameters) const
    {
        return report::say(message, language_, parameters...);
    }

  private:
    using Key = std::tuple<std::string_view, std::string_view, int>;

    ForecastDocument const* document_;
    Language language_;
    std::map<Key, forecast::Figure const*> figures_;
    std::map<Key, forecast::Figure const*> places_;
};

Quantity quantity_of_forecast(std::string_view unit);

// Plain numbers for a picture or a rounded text.
Interval interval_of(outcomes::Interval const& value);

}  // namespace minimasim::report::html
