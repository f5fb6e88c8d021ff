#pragma once

#include "sim/forecast/people/people_model.hpp"
#include "sim/forecast/people/year_draws.hpp"

namespace minimasim::forecast {

// What a year left as it was.
struct Untouched {
    std::vector<std::uint8_t> places;  // of the builder: 1 when no income of a head changed
    std::int64_t on_assistance = 0;    // households that entered assistance already, without income
};

// Brings as many households into assistance by the loss of work, and into low income by a loss of income, as
// each kind lacks of the share it had in the base year, times the trend. They come from the households that
// the year left as they were.
class Entries {
  public:
    // `years`: of trend.
    Entries(PeopleBuilder& builder, Untouched& untouched, PeopleModel const& model, YearDraws const& draws,
            DrawsOfAll const& of_all, int years);

    void into_assistance();
    void into_low_income();

  private:
    double draw(std::size_t place, YearDraw kind, std::vector<double> const& of_households);
    template <class Change>
    void change(std::size_t place, Change const& change);

    PeopleBuilder& builder_;
    Untouched& untouched_;
    PeopleModel const& model_;
    YearDraws const& draws_;
    DrawsOfAll const& of_all_;
    int years_;
    std::vector<Standing> standings_;  // by place
};

}  // namespace minimasim::forecast
