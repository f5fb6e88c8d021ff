#include "sim/population/attributes/costs.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::population {

namespace {

constexpr double gas_part_of_bill = 0.65;  // of a single person's energy bill: 151 gas and 35 electricity in
                                           // the municipality's budget of 2024, 0.5 to 0.8 over contracts

// A lognormal amount with a given mean, cut at two and a half standard deviations.
double around(double mean, double spread, double z)
{
    return mean * std::exp(spread * std::clamp(z, -2.5, 2.5) - spread * spread / 2);
}

}  // namespace

Costs::Costs(Evidence const& evidence, AssumedValues const& assumed, RankCopula const& copula,
             std::array<double, 3> const& mean_income, std::array<double, 5> const& owners)
    : assumed_(assumed),
      mean_income_(mean_income),
      rent_with_income_(copula.correlation_with_income(Ranked::rent)),
      woz_spread_(assumed("housing.woz_spread")),
      energy_spread_(assumed("energy.spread")),
      energy_owner_factor_(assumed("energy.owner_factor")),
      energy_tenant_factor_(assumed("energy.tenant_factor"))
{
    double const social = assumed("housing.woz_social_factor");
    double const rented = assumed("housing.woz_private_factor");
    for (auto const& n : evidence.neighbourhoods) {
        double const mean = evidence.cell(n.code, "dwellings", "woz", "mean", 2022).value *
                            (1 + assumed("uprating.woz_2023") / 100);
        double const owners = evidence.cell(n.code, "dwellings", "tenure", "owner", 2022).value;
        double const socials = evidence.cell(n.code, "dwellings", "tenure", "rent_social", 2022).value;
        double const others = std::max(0.0, 1 - owners - socials);
        // The mean over tenures stays the published one.
        double const owner = (1 - socials * social - others * rented) / std::max(0.05, owners);
        woz_mean_.push_back({mean * owner, mean * social, mean * rented});
    }
    auto const& national = evidence.national;
    double const three =
        gas_part_of_bill * national.gas_m3_three_persons / national.gas_m3_one_person +
        (1 - gas_part_of_bill) * national.electricity_kwh_three_persons / national.electricity_kwh_one_person;
    double const one = assumed("energy.single_per_month");
    energy_by_persons_ = {one, one * (1 + 0.6 * (three - 1)), one * three, one * (1 + 1.25 * (three - 1)),
                          one * (1 + 1.45 * (three - 1))};
    for (std::size_t i = 0; i < owners.size(); ++i) {  // the mean over tenures stays the published one
        energy_by_persons_[i] /= owners[i] * energy_owner_factor_ + (1 - owners[i]) * energy_tenant_factor_;
    }
}

double Costs::rent(HouseholdDraft const& h, double score) const
{
    bool const is_social = h.tenure == Tenure::rent_social;
    double const mean =
        is_social ? assumed_("housing.rent_social_mean")
                  : assumed_("housing.rent_private_mean") * assumed_("housing.rent_town_factor_private");
    double const spread = assumed_(is_social ? "housing.rent_social_spread" : "housing.rent_private_spread");
    bool const is_young = h.persons[0].age < 23 || h.main_source == Source::student;
    double const amount =
        around(mean, spread, score) * (is_young ? assumed_("housing.rent_students_factor") : 1);
    return std::clamp(amount, 250.0, is_social ? 1'100.0 : 2'500.0);
}

double Costs::mortgage(HouseholdDraft const& h, double income, HouseholdDraws const& draws) const
{
    int const age = h.persons[0].age;
    double const without = assumed_(age < 35   ? "housing.without_mortgage_under_35"
                                    : age < 45 ? "housing.without_mortgage_35_44"
                                    : age < 55 ? "housing.without_mortgage_45_54"
                                    : age < 65 ? "housing.without_mortgage_55_64"
                                    : age < 75 ? "housing.without_mortgage_65_74"
                                               : "housing.without_mortgage_75_plus");
    if (draws(AmountDraw::has_mortgage) < without) {
        return 0;
    }
    return around(assumed_("housing.mortgage_mean"), assumed_("housing.mortgage_spread"),
                  draws.normal(AmountDraw::mortgage)) *
           std::exp(assumed_("housing.mortgage_income") * income) *
           (age >= 65 ? assumed_("housing.mortgage_older_factor") : 1);
}

double Costs::energy(HouseholdDraft const& h, double score) const
{
    auto const persons = static_cast<std::size_t>(std::clamp(h.count_persons, 1, 5));
    return around(energy_by_persons_[persons - 1], energy_spread_, score) *
           (h.tenure == Tenure::owner ? energy_owner_factor_ : energy_tenant_factor_);
}

void Costs::fill(HouseholdDraft& h, Scores const& scores, HouseholdDraws const& draws) const
{
    // Published means are those of a tenure: the rank of income is taken among its households.
    double const mean_income = mean_income_[static_cast<std::size_t>(h.tenure)];
    double const place = scores[static_cast<std::size_t>(Ranked::income)] - mean_income;
    auto const& means = woz_mean_[static_cast<std::size_t>(h.neighbourhood)];
    h.woz_value = around(means[static_cast<std::size_t>(h.tenure)], woz_spread_,
                         0.9 * draws.normal(AmountDraw::woz_value) + 0.43 * place);
    h.rent_per_month =
        h.tenure == Tenure::owner
            ? 0
            : rent(h, scores[static_cast<std::size_t>(Ranked::rent)] - rent_with_income_ * mean_income);
    h.mortgage_per_month = h.tenure == Tenure::owner ? mortgage(h, place, draws) : 0;
    h.energy_per_month = energy(h, scores[static_cast<std::size_t>(Ranked::energy)]);
}

}  // namespace minimasim::population
