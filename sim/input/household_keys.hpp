#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "sim/input/household_record.hpp"

namespace minimasim::input {

// What a number is and where it lies.
struct Range {
    char const* unit;
    double low;
    double high;
    char const* meant;  // "an amount in euro a month"
};

// Where a key's value goes; the type says what may be written.
template <typename Record>
using Member = std::variant<double Record::*, int Record::*, bool Record::*, std::string Record::*,
                            Date Record::*, std::optional<int> Record::*, std::optional<bool> Record::*,
                            Tenure Record::*, ChildcareType Record::*, EarningsExemption Record::*>;

// One key of the contract: its default is that of a fresh record, its meaning stands in the schema.
template <typename Record>
struct Key {
    std::string_view name;
    Member<Record> member;
    char const* meaning;
    Range range{"", 0, 0, ""};
};

// All keys, in the order of the schema, but persons, take_up and given, which hold more than one value.
std::span<Key<HouseholdRecord> const> household_keys();
std::span<Key<PersonRecord> const> person_keys();

// The words of a choice, in the order of its enum.
std::span<std::string_view const> words_of(Tenure);
std::span<std::string_view const> words_of(ChildcareType);
std::span<std::string_view const> words_of(EarningsExemption);

inline constexpr std::size_t most_persons = 20;
inline constexpr std::array<std::string_view, 3> keys_of_more{"persons", "take_up", "given"};

}  // namespace minimasim::input
