#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/base/date.hpp"
#include "sim/input/household_keys.hpp"
#include "sim/input/json.hpp"

namespace minimasim::input {

// Each takes over one value as written and returns "", or leaves `to` alone and returns what is wrong with
// the value, to stand after its name: "is -578; an amount in euro a month cannot be negative".
std::string take(Json const& json, Range const& range, double& to);
std::string take(Json const& json, Range const& range, int& to);
std::string take(Json const& json, Range const& range, std::optional<int>& to);
std::string take(Json const& json, Range const& range, bool& to);
std::string take(Json const& json, Range const& range, std::optional<bool>& to);
std::string take(Json const& json, Range const& range, std::string& to);
std::string take(Json const& json, Range const& range, Date& to);
std::string take(Json const& json, Range const& range, Tenure& to);
std::string take(Json const& json, Range const& range, ChildcareType& to);
std::string take(Json const& json, Range const& range, EarningsExemption& to);

// The number that a text such as "€ 1.200,50", "1,200" or "50 %" means; "" when it means none.
std::string number_meant(std::string_view text);

}  // namespace minimasim::input
