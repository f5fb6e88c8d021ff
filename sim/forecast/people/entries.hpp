#pragma once

#include "sim/forecast/people/people_model.hpp"
#include "sim/forecast/people/year_draws.hpp"

namespace minimasim::forecast {

// Where a year has left the households, by place in the builder.
struct Places {
    std::vector<Standing> standing;
    std::vector<std::uint8_t> is_untouched;  // 1 when no income of a head changed
    std::int64_t on_assistance = 0;          // households that entered assistance already, without income
};

// Brings as many households into assistance by the loss of work, and into low income by a loss of income, as
// each kind lacks of the share it had in the base year, times the trend. They come from the households that
// the year left as they were.
class Entries {
  public:
    // `years`: of trend.
    Entries(PeopleBuilder& builder, Places& places, PeopleModel const& model, YearDraws const& draws,
            DrawsOfAll const& of_all, int years)
        : builder_(builder), places_(places), model_(model), draws_(draws), of_all_(of_all), years_(years)
    {
    }

    void into_assistance();
    void into_low_income();

  private:
    double draw(std::size_t place, YearDraw kind, std::vector<double> const& of_households);
    template <class Change>
    void change(std::size_t place, Change const& change);

    PeopleBuilder& builder_;
    Places& places_;
    PeopleModel const& model_;
    YearDraws const& draws_;
    DrawsOfAll const& of_all_;
    int years_;
};

}  // namespace minimasim::forecast
