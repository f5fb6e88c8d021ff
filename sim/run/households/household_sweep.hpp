#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "sim/base/money.hpp"
#include "sim/input/household_record.hpp"
#include "sim/report/budget_curve.hpp"
#include "sim/run/households/household_case.hpp"

namespace minimasim::run {

// An amount of a household that may run from low to high.
struct SweptKey {
    enum class Holds { always, of_tenants, of_owners };

    char const* name;  // without "partner."
    std::variant<double rules::Person::*, double rules::Household::*, double HouseholdCase::*> member;
    char const* unit;
    char const* dutch;
    char const* english;
    Holds holds = Holds::always;
};

// What `--sweep KEY=FROM:TO:STEP` asks, in hundredths of the key's unit: cents for an amount.
struct HouseholdSweep {
    SweptKey const* key = nullptr;
    bool is_of_partner = false;
    Cents first = 0;
    Cents last = 0;
    Cents step = 1;

    std::size_t count_points() const { return static_cast<std::size_t>((last - first) / step) + 1; }
    bool is_income() const { return std::holds_alternative<double rules::Person::*>(key->member); }
    double& place_in(HouseholdCase& one) const;
    report::SweptAmount described() const;
};

inline constexpr std::size_t most_points = 100'000;

// Throws InputError with what is wrong and what was meant.
HouseholdSweep read_sweep(std::string_view text);

// Throws InputError when the key has no meaning for this household: a partner's income without a partner, a
// rent of an owner.
void check_sweep(HouseholdSweep const& sweep, input::HouseholdRecord const& record);

}  // namespace minimasim::run
