#include "sim/base/date_text.hpp"

#include <chrono>
#include <cstdio>

namespace minimasim {

std::optional<Date> parse_date(std::string_view text)
{
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i != 4 && i != 7 && !is_digit(text[i])) {
            return std::nullopt;
        }
    }
    auto const number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (std::size_t i = from; i < from + count; ++i) {
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    Date const date{number(0, 4), number(5, 2), number(8, 2)};
    std::chrono::year_month_day const day{std::chrono::year{date.year},
                                          std::chrono::month{static_cast<unsigned>(date.month)},
                                          std::chrono::day{static_cast<unsigned>(date.day)}};
    if (!day.ok()) {
        return std::nullopt;
    }
    return date;
}

std::string to_text(Date const& date)
{
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

}  // namespace minimasim
