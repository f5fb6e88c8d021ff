#pragma once

#include <string>
#include <string_view>

#include "sim/outcomes/results.hpp"
#include "sim/report/html/view.hpp"

// What people call the values of the results.
namespace minimasim::report::html {

// "Wijk" of "neighbourhood".
std::string breakdown_label(View const& view, std::string_view breakdown);

// A breakdown as part of the key of a picture: "type" of "household_type".
std::string short_word(std::string_view breakdown);

// "Alleenstaande ouder" of "single parent"; a category without a name of ours as it is.
std::string cell_label(View const& view, std::string_view breakdown, std::string_view cell);

// "huishoudens" of "households".
std::string unit_label(View const& view, std::string_view unit);

// A change of a term in words: "Bijzondere bijstand: inkomensgrens, 120 % wordt 130 %" of
// "special_assistance.income_limit_share: 1.2 -> 1.3".
std::string change_label(View const& view, std::string_view change);

// An uncertain input in words: "Maatwerkregeling: kans op kosten" of "goods_scheme.need_share".
std::string input_label(View const& view, std::string_view input);

// How long a line of the budget lasts: "structureel", "incidenteel, tot en met 31 december 2027".
std::string duration_label(View const& view, outcomes::BudgetLine const& line);

// What a published figure is about: "Gebruikers: Kindpakket" of "use.child_package"; its key where no words
// are known.
std::string published_label(View const& view, std::string_view key);

// What a published figure was used for.
std::string role_label(View const& view, std::string_view role);

// A source of uncertainty in words.
std::string source_label(View const& view, std::string_view source);

}  // namespace minimasim::report::html
