#include "sim/forecast/people_accounts.hpp"

namespace minimasim::forecast {

std::vector<AccountField> const& account_fields()
{
    using A = YearAccounts;
    static std::vector<AccountField> const fields{
        {"persons_before", "persons", &A::persons_before},
        {"births", "persons", &A::births},
        {"deaths", "persons", &A::deaths},
        {"persons_in", "persons", &A::persons_in},
        {"persons_out", "persons", &A::persons_out},
        {"persons", "persons", &A::persons},
        {"children", "persons", &A::children},
        {"pensioners", "persons", &A::pensioners},
        {"households_before", "households", &A::households_before},
        {"households_left_home", "households", &A::households_left_home},
        {"households_parted", "households", &A::households_parted},
        {"households_in", "households", &A::households_in},
        {"households_ended_by_death", "households", &A::households_ended_by_death},
        {"households_joined", "households", &A::households_joined},
        {"households_out", "households", &A::households_out},
        {"households", "households", &A::households},
        {"one_person", "households", &A::one_person},
        {"left_home", "persons", &A::left_home},
        {"low_before", "households", &A::low_before},
        {"low_entered", "households", &A::low_entered},
        {"low_relapsed", "households", &A::low_relapsed},
        {"low_left", "households", &A::low_left},
        {"low_arrived", "households", &A::low_arrived},
        {"low_gone", "households", &A::low_gone},
        {"low", "households", &A::low},
        {"low_three_years", "households", &A::low_three_years},
        {"minimum_three_years", "households", &A::minimum_three_years},
        {"assisted_before", "households", &A::assisted_before},
        {"assisted_entered", "households", &A::assisted_entered},
        {"assisted_again", "households", &A::assisted_again},
        {"assisted_left", "households", &A::assisted_left},
        {"assisted_retired", "households", &A::assisted_retired},
        {"assisted_arrived", "households", &A::assisted_arrived},
        {"assisted_gone", "households", &A::assisted_gone},
        {"assisted", "households", &A::assisted},
        {"without_income", "households", &A::without_income},
        {"unemployed", "persons", &A::unemployed},
        {"disabled", "persons", &A::disabled},
        {"employed", "persons", &A::employed},
    };
    return fields;
}

std::vector<PeopleFigure> people_figures(std::vector<std::vector<YearAccounts>> const& replicates)
{
    std::vector<PeopleFigure> figures;
    for (std::size_t y = 0; y < replicates.front().size(); ++y) {
        for (auto const& field : account_fields()) {
            std::vector<double> values;
            for (auto const& years : replicates) {
                values.push_back(static_cast<double>(years[y].*field.value));
            }
            figures.push_back(
                {field.key, field.unit, replicates.front()[y].year, outcomes::interval_of(values, 0)});
        }
    }
    return figures;
}

}  // namespace minimasim::forecast
