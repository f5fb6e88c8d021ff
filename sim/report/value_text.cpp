#include "sim/report/value_text.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/date_text.hpp"
#include "sim/report/number_text.hpp"

namespace minimasim::report {

namespace {

constexpr char const* minus = "\u2212";

// At most so many decimals, without zeros at the end.
std::string trimmed_number(double value, int most_decimals, Language language)
{
    int decimals = 0;
    double const scale = std::pow(10.0, most_decimals);
    double const units = std::round(std::abs(value) * scale);
    for (double unit = scale; decimals < most_decimals && std::fmod(units, unit) != 0; unit /= 10) {
        ++decimals;
    }
    return number_text(value, decimals, language);
}

// Four figures of a very small number: "0,0000001723".
std::string small_number(double value, Language language)
{
    int const zeros = value == 0 ? 0 : static_cast<int>(-std::floor(std::log10(std::abs(value))));
    return trimmed_number(value, std::clamp(zeros + 3, 2, 14), language);
}

struct EuroPeriod {
    char const* unit;
    char const* dutch;
    char const* english;
};

constexpr EuroPeriod periods[] = {
    {"euro", "", ""},
    {"euro_per_month", " per maand", " a month"},
    {"euro_per_quarter", " per kwartaal", " a quarter"},
    {"euro_per_year", " per jaar", " a year"},
    {"euro_per_hour", " per uur", " an hour"},
    {"euro_per_day", " per dag", " a day"},
};

std::string host_of(std::string const& address)
{
    auto host = address.substr(address.find("//") + 2);
    host.erase(std::min(host.size(), host.find_first_of("/ ;,)")));
    return host.starts_with("www.") ? host.substr(4) : host;
}

std::string cut_at_a_word(std::string const& text, std::size_t width)
{
    return display_width(text) <= width ? text : text.substr(0, text.find_last_of(' ', width - 2)) + " …";
}

}  // namespace

std::string euro_text(double euro, int decimals, Language language)
{
    auto const number = number_text(std::abs(euro), decimals, language);
    bool const is_zero = number.find_first_of("123456789") == std::string::npos;
    return std::string(euro < 0 && !is_zero ? minus : "") + in(language, "€ ", "€") + number;
}

std::string value_text(double value, std::string_view unit, Language language)
{
    for (auto const& period : periods) {
        if (unit == period.unit) {
            return euro_text(value, 2, language) + in(language, period.dutch, period.english);
        }
    }
    if (unit == "share") {
        return trimmed_number(value * 100, 3, language) + in(language, " %", "%");
    }
    if (unit == "yes_no") {
        return value > 0.5 ? in(language, "ja", "yes") : in(language, "nee", "no");
    }
    if (unit == "years") {
        return trimmed_number(value, 2, language) + in(language, " jaar", " years");
    }
    if (unit == "hours_per_month") {
        return trimmed_number(value, 1, language) + in(language, " uur per maand", " hours a month");
    }
    if (unit == "euro_per_month_per_euro" || unit == "euro_per_month_per_euro_squared") {
        return small_number(value, language);
    }
    // A count that is a year has no thousands separator.
    bool const is_year = value >= 1900 && value < 2100 && value == std::floor(value);
    return is_year ? std::to_string(static_cast<int>(value)) : trimmed_number(value, 4, language);
}

std::string share_text(double share, Language language)
{
    return trimmed_number(share * 100, 1, language) + in(language, " %", "%");
}

std::string day_text(std::string const& iso, Language language)
{
    constexpr char const* dutch[] = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                     "juli",    "augustus", "september", "oktober", "november", "december"};
    constexpr char const* english[] = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
    auto const date = parse_date(iso);
    if (!date) {
        return iso;
    }
    auto const month = static_cast<std::size_t>(date->month - 1);
    return std::to_string(date->day) + " " + in(language, dutch[month], english[month]) + " " +
           std::to_string(date->year);
}

std::string listed(std::vector<std::string> const& parts, Language language)
{
    std::string text;
    for (std::size_t k = 0; k < parts.size(); ++k) {
        bool const is_last = k + 1 == parts.size();
        text += k == 0 ? "" : is_last ? in(language, " en ", " and ") : ", ";
        text += parts[k];
    }
    return text;
}

std::string short_source(std::string const& source, std::size_t width)
{
    if (source.starts_with("http")) {
        return host_of(source);
    }
    auto end = source.size();
    for (char const* const separator : {", ", "; ", " ("}) {
        end = std::min(end, source.find(separator));
    }
    auto title = source.substr(0, end);
    constexpr std::string_view repository = "public repository ";
    if (title.starts_with(repository)) {
        title.erase(0, repository.size());
    }
    return cut_at_a_word(title, width);
}

std::string short_explanation(std::string const& source, std::size_t width)
{
    return cut_at_a_word(source.substr(0, source.find("; ")), width);
}

char const* status_text(std::string_view status, Language language)
{
    if (status == "derived") {
        return in(language, "afgeleid", "derived");
    }
    if (status == "estimated") {
        return in(language, "geschat", "estimated");
    }
    if (status == "recalled") {
        return in(language, "uit het hoofd", "recalled");
    }
    if (status == "carried") {
        return in(language, "doorgetrokken", "carried");
    }
    if (status == "package") {
        return in(language, "uit het pakket", "of the package");
    }
    return "";
}

}  // namespace minimasim::report
