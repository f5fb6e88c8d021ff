#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/rules/because.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// Childcare allowance (kinderopvangtoeslag), Wet kinderopvang art. 1.5-1.9 and Besluit kinderopvangtoeslag: a
// share of the costs by joint income, the higher for the child with most hours.
inline constexpr std::size_t childcare_table_rows = term_table_rows;

struct ChildcareTerms {
    static constexpr bool has_tables = true;
    double highest_rate_daycare = 0;
    double highest_rate_after_school = 0;
    double highest_rate_childminder = 0;
    double highest_hours = 0;
    double income_upper[childcare_table_rows] = {};  // joint income up to and including which a row holds
    double first_child[childcare_table_rows] = {};
    double next_children[childcare_table_rows] = {};
};

namespace detail {
// "table_income_upper.1" and so on.
struct NumberedName {
    char text[32] = {};
};

template <std::size_t count>
struct NumberedNames {
    NumberedName names[count] = {};

    constexpr explicit NumberedNames(char const* stem)
    {
        for (std::size_t row = 0; row < count; ++row) {
            std::size_t length = 0;
            for (; stem[length] != 0; ++length) {
                names[row].text[length] = stem[length];
            }
            std::size_t const number = row + 1;
            if (number >= 10) {
                names[row].text[length++] = static_cast<char>('0' + number / 10);
            }
            names[row].text[length] = static_cast<char>('0' + number % 10);
        }
    }
};

inline constexpr NumberedNames<childcare_table_rows> income_upper_names{"table_income_upper."};
inline constexpr NumberedNames<childcare_table_rows> first_child_names{"table_first_child."};
inline constexpr NumberedNames<childcare_table_rows> next_children_names{"table_next_children."};

struct ChildcareFields {
    static constexpr std::size_t scalar_count = 4;
    static constexpr std::size_t count = scalar_count + 3 * childcare_table_rows;
    TermField<ChildcareTerms> all[count] = {
        {"max_rate_daycare", Unit::euro_per_hour, 0, 100, &ChildcareTerms::highest_rate_daycare},
        {"max_rate_after_school", Unit::euro_per_hour, 0, 100, &ChildcareTerms::highest_rate_after_school},
        {"max_rate_childminder", Unit::euro_per_hour, 0, 100, &ChildcareTerms::highest_rate_childminder},
        {"max_hours", Unit::hours_per_month, 0, 744, &ChildcareTerms::highest_hours},
    };

    constexpr ChildcareFields()
    {
        for (std::size_t row = 0; row < childcare_table_rows; ++row) {
            auto* const of_row = all + scalar_count + 3 * row;
            of_row[0] = {income_upper_names.names[row].text, Unit::euro_per_year, 0,  1e9,
                         &ChildcareTerms::income_upper,      Effect::unknown,     row};
            of_row[1] = {first_child_names.names[row].text, Unit::share,     0,  1,
                         &ChildcareTerms::first_child,      Effect::unknown, row};
            of_row[2] = {next_children_names.names[row].text, Unit::share,     0,  1,
                         &ChildcareTerms::next_children,      Effect::unknown, row};
        }
    }
};

inline constexpr ChildcareFields childcare_fields_storage{};
}  // namespace detail

inline constexpr auto const& childcare_fields = detail::childcare_fields_storage.all;

enum class ChildcareType : std::uint8_t { daycare, after_school, childminder };

// Costs that count: hours and rate up to the law's limits, art. 1.7.
inline double eligible_childcare_costs_per_month(ChildcareType type, double hours_per_month,
                                                 double rate_per_hour, ChildcareTerms const& terms)
{
    double const highest_rate = type == ChildcareType::daycare        ? terms.highest_rate_daycare
                                : type == ChildcareType::after_school ? terms.highest_rate_after_school
                                                                      : terms.highest_rate_childminder;
    return smaller(hours_per_month, terms.highest_hours) * smaller(rate_per_hour, highest_rate);
}

// The row of the table that holds for a joint income; above the last row, the last. At most six comparisons.
inline std::size_t childcare_row(double joint_income_per_year, ChildcareTerms const& terms)
{
    std::size_t low = 0;
    std::size_t high = childcare_table_rows - 1;
    while (low < high) {
        std::size_t const middle = (low + high) / 2;
        if (joint_income_per_year <= terms.income_upper[middle]) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

// Whole euros a month; both adults must work or study (art. 1.6).
[[gnu::always_inline]] inline Amount childcare_allowance_of(Household const& h,
                                                            double assessment_income_per_year,
                                                            ChildcareTerms const& terms,
                                                            double smallest_payment_per_year)
{
    if (h.childcare_first_child_per_month <= 0) {
        return refused(Reason::no_childcare);
    }
    auto const works_or_studies = [](Person const& p) {
        return p.wage_per_year > 0 || p.profit_per_year > 0 || p.is_student;
    };
    if (!works_or_studies(h.claimant) || (h.is_couple && !works_or_studies(h.partner))) {
        return refused(Reason::no_work_or_study);
    }
    std::size_t const row = childcare_row(assessment_income_per_year, terms);
    double const allowance = terms.first_child[row] * h.childcare_first_child_per_month +
                             terms.next_children[row] * h.childcare_next_children_per_month;
    if (nearest_euro(12 * allowance) < smallest_payment_per_year) {
        return refused(Reason::below_smallest, 12 * allowance, smallest_payment_per_year);
    }
    return granted(floor_euro(allowance));
}

}  // namespace minimasim::rules
