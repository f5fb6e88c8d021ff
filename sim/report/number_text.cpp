#include "sim/report/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace minimasim::report {

namespace {

constexpr char const* minus = "\u2212";

double step_by_size(Quantity quantity, double size)
{
    switch (quantity) {
        case Quantity::euro:
            return size < 10'000 ? 100 : size < 1'000'000 ? 1'000 : 10'000;
        case Quantity::count:
            return size < 100 ? 5 : size < 10'000 ? 10 : 100;
        case Quantity::share:
            break;
    }
    return 0.001;
}

// The size decides in which row of the table above a value falls, after rounding: 999,700 is a million.
double settled_step(Quantity quantity, double size)
{
    auto const step = step_by_size(quantity, size);
    return step_by_size(quantity, std::abs(rounded(size, step)));
}

int decimals_for(double step)
{
    int decimals = 0;
    for (double scaled = step; decimals < 6 && std::abs(scaled - std::round(scaled)) > 1e-9; scaled *= 10) {
        ++decimals;
    }
    return decimals;
}

// A value that is already rounded, with its unit; `sign` stands before everything.
std::string with_unit(Quantity quantity, double value, double step, std::string const& sign,
                      Language language)
{
    double const size = std::abs(value);
    if (quantity == Quantity::euro) {
        return sign + in(language, "€ ", "€") + number_text(size, 0, language);
    }
    if (quantity == Quantity::share) {
        return sign + number_text(size * 100, decimals_for(step * 100), language) + in(language, " %", "%");
    }
    return sign + number_text(size, 0, language);
}

std::string signed_text(Quantity quantity, double value, double step, bool change, Language language)
{
    auto const shown = rounded(value, step);
    auto const sign = shown < 0 ? minus : change && shown > 0 ? "+" : "";
    return with_unit(quantity, shown, step, sign, language);
}

}  // namespace

double rounding_step(Quantity quantity, Interval const& interval)
{
    auto const by_size = settled_step(quantity, std::abs(interval.estimate));
    double const half_width = (interval.high - interval.low) / 2;
    if (!(half_width > 0) || !std::isfinite(half_width)) {
        return by_size;
    }
    // Half the width then counts between 2 and 20 steps.
    double const by_interval = std::pow(10.0, std::floor(std::log10(half_width / 2) + 1e-9));
    return std::max(by_size, by_interval);
}

double rounded(double value, double step)
{
    // Dividing by a whole number is exact where multiplying by 0.001 is not.
    double const result =
        step < 1 ? std::round(value / step) / std::round(1 / step) : std::round(value / step) * step;
    return result == 0 ? 0 : result;
}

std::string number_text(double value, int decimals, Language language)
{
    if (!std::isfinite(value)) {
        return "–";
    }
    double const scale = std::pow(10.0, decimals);
    double const units = std::round(std::abs(value) * scale);
    if (units > 9e15) {
        return std::to_string(value);
    }
    auto figures = std::to_string(static_cast<std::int64_t>(units));
    auto const fraction_length = static_cast<std::size_t>(decimals);
    if (figures.size() <= fraction_length) {
        figures.insert(0, fraction_length + 1 - figures.size(), '0');
    }
    auto const fraction = figures.substr(figures.size() - fraction_length);
    auto whole = figures.substr(0, figures.size() - fraction_length);
    for (auto place = whole.size(); place > 3; place -= 3) {
        whole.insert(place - 3, in(language, ".", ","));
    }
    auto const sign = value < 0 && units > 0 ? minus : "";
    return sign + whole + (decimals > 0 ? in(language, ",", ".") + fraction : "");
}

std::string exact_euro_text(double euro, Language language)
{
    return signed_text(Quantity::euro, euro, 1, false, language);
}

std::string estimate_text(Quantity quantity, Interval const& interval, Language language)
{
    return signed_text(quantity, interval.estimate, rounding_step(quantity, interval), false, language);
}

std::string change_text(Quantity quantity, Interval const& interval, Language language)
{
    return signed_text(quantity, interval.estimate, rounding_step(quantity, interval), true, language);
}

std::string interval_text(Quantity quantity, Interval const& interval, Language language, bool change)
{
    auto const step = rounding_step(quantity, interval);
    auto const low = signed_text(quantity, interval.low, step, change, language);
    auto const high = signed_text(quantity, interval.high, step, change, language);
    bool const below_zero = rounded(interval.low, step) < 0 || rounded(interval.high, step) < 0;
    return low + (below_zero || change ? in(language, " tot ", " to ") : " – ") + high;
}

std::size_t display_width(std::string_view text)
{
    // Every byte but the continuation bytes of UTF-8; combining accents (U+0300 to U+036F) take no column.
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        bool const continues = (byte & 0xC0) == 0x80;
        auto const next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        bool const combines = byte == 0xCC || (byte == 0xCD && next < 0xB0);
        width += continues || combines ? 0 : 1;
    }
    return width;
}

}  // namespace minimasim::report
