#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/outcomes/poverty.hpp"
#include "sim/population/population.hpp"
#include "sim/rules/municipal/evaluate.hpp"
#include "sim/rules/municipal/local_charges.hpp"
#include "sim/takeup/groups.hpp"
#include "sim/takeup/propensity.hpp"
#include "sim/what_if/terms.hpp"

namespace minimasim::what_if {

using rules::scheme_count;

// Households with the same profile and group are equally shifted in their inclination to claim.
inline constexpr std::size_t shift_count = population::profile_count * takeup::group_count;

// How far below the least inclined claimant a stored threshold lies, so that the last bit of a logarithm,
// which differs between mathematical libraries, decides nothing: far more than such a bit, far less than
// inclinations lie apart.
inline constexpr double threshold_slack = 1e-10;

// What one replicate draws or settles before any package: terms, and how inclined households are to claim.
struct ReplicateInputs {
    std::uint32_t replicate = 0;
    TermValues terms{};       // of the baseline, uncertain ones as drawn
    TermValues terms_then{};  // the same at the calibration date
    rules::LocalChargesTerms charges{};
    rules::LocalChargesTerms charges_then{};
    double shared_propensity = 0;
    double amount_slope = 0;
    std::array<double, shift_count> shift{};  // of profile times groups plus group
    takeup::PropensitySpread spread;          // over households on a low income
    std::array<double, scheme_count> threshold{};
    std::array<double, scheme_count> mean_cents{};     // of the amounts at the calibration date
    std::array<double, scheme_count> assumed_share{};  // of claimants, where no users were published
};

// Poverty of the households that no package of the page can touch.
struct PovertyOutside {
    std::int64_t poor_households = 0;
    std::int64_t poor_persons = 0;
    std::int64_t poor_children = 0;
    std::int64_t near_poor_persons = 0;
    std::int64_t gap_cents_per_year = 0;
};

// The columns of the embedded households besides what the schemes see of them, now and then.
enum class Column : std::uint8_t {
    number,               // in the population, rising
    persons,              // of all ages
    shift,                // place in ReplicateInputs::shift
    receives_assistance,  // 1 or 0
    woz_value_euro,       // 0 where no owner's taxes are remitted
    reached_by,           // one bit a scheme that a package of the page can give the household
    reached_then,         // one bit a scheme that gave it something at the calibration date
    passes_wealth_test,   // of the poverty line; 0 where no cash reaches the household
    margin_cents_per_month,
    line_cents_per_month,
};
inline constexpr std::size_t own_column_count = 10;

// First the columns of Column, then the fields of a municipal household at the policy date, then at the
// calibration date. Fields that nothing reads of a household are 0; so are those that replicates draw.
inline constexpr std::size_t column_count = own_column_count + 2 * rules::municipal_field_count;

// Everything the page works with: one member of the ensemble as its replicates see it.
struct Payload {
    std::uint64_t seed = 0;
    std::uint32_t member = 0;
    std::array<rules::CountedIn, scheme_count> counted_in{};
    std::array<bool, scheme_count> counts_amount{};  // users were published: amounts shift who claims
    TermValues terms{};                              // of the baseline, before uncertain ones are drawn
    std::vector<std::string> measures;               // keys of budget lines without a mechanism
    std::vector<double> measure_budgets;             // euro a year
    PovertyOutside outside;
    std::vector<ReplicateInputs> replicates;
    std::size_t households = 0;                                   // embedded
    std::array<std::vector<std::int32_t>, column_count> columns;  // of as many rows

    std::vector<std::int32_t> const& column(Column c) const { return columns[static_cast<std::size_t>(c)]; }
    std::vector<std::int32_t>& column(Column c) { return columns[static_cast<std::size_t>(c)]; }
    std::vector<std::int32_t> const& now(std::size_t field) const
    {
        return columns[own_column_count + field];
    }
    std::vector<std::int32_t>& now(std::size_t field) { return columns[own_column_count + field]; }
    std::vector<std::int32_t> const& then(std::size_t field) const
    {
        return columns[own_column_count + rules::municipal_field_count + field];
    }
    std::vector<std::int32_t>& then(std::size_t field)
    {
        return columns[own_column_count + rules::municipal_field_count + field];
    }
};

// Where an embedded household stands before municipal cash.
inline outcomes::PovertyPosition position_of(Payload const& payload, std::size_t household)
{
    return {payload.column(Column::margin_cents_per_month)[household],
            payload.column(Column::line_cents_per_month)[household], 0,
            payload.column(Column::passes_wealth_test)[household] != 0};
}

}  // namespace minimasim::what_if
