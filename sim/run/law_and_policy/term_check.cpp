#include "sim/run/law_and_policy/term_check.hpp"

#include <cstdio>

namespace minimasim::run {

std::string short_number(double value)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.12g", value);
    return text;
}

std::string out_of_range(TermRange const& range, double value)
{
    std::string text = "is " + short_number(value) + ", outside " + short_number(range.lowest) + " to " +
                       short_number(range.highest) + " (" + rules::to_text(range.unit) + ")";
    if (range.unit == rules::Unit::share) {
        text += "; that is " + short_number(100 * value) + " %";
        if (value > range.highest && value / 100 >= range.lowest && value / 100 <= range.highest) {
            text += ". Did you mean " + short_number(value / 100) + "? A share of 130 % is written 1.30";
        } else if (value > range.highest && value / 10 >= range.lowest && value / 10 <= range.highest) {
            text += ". Did you mean " + short_number(value / 10) + "? A share of 130 % is written 1.30";
        } else if (value < 0) {
            text += "; a share of the norm cannot be negative";
        }
    } else if (value < 0) {
        text += "; an amount, age or number of years cannot be negative";
    }
    return text;
}

void check_value(input::TermValue const& value, TermRange const& range, std::vector<Problem>& problems)
{
    std::string const name = range.scheme + "." + range.term;
    auto const complain = [&](std::string const& what) {
        problems.push_back({value.file, value.line, name + " " + what});
    };
    if (value.unit != rules::to_text(range.unit)) {
        complain("is in " + value.unit + ", the rule reckons in " + rules::to_text(range.unit) +
                 "; the amount would be misread");
    }
    if (!(value.value >= range.lowest && value.value <= range.highest)) {
        complain(out_of_range(range, value.value));
    } else if (range.unit == rules::Unit::yes_no && value.value != 0 && value.value != 1) {
        complain("is " + short_number(value.value) + "; it is a switch, 0 or 1");
    }
}

}  // namespace minimasim::run
