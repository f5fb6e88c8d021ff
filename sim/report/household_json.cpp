#include "sim/report/household_json.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace minimasim::report {

namespace {

// Writes a whole number of millionths below 10^15, of which every decimal fraction is its own double: the
// same text as the shortest of that double, at a fraction of the cost.
void append_millionths(std::string& out, std::int64_t millionths)
{
    std::array<char, 24> figures{};
    auto const magnitude = static_cast<std::uint64_t>(millionths < 0 ? -millionths : millionths);
    char* at = figures.data();
    *at = '-';
    at += millionths < 0 ? 1 : 0;
    at = std::to_chars(at, figures.data() + figures.size(), magnitude / 1'000'000).ptr;
    if (auto fraction = magnitude % 1'000'000; fraction != 0) {
        *at++ = '.';
        for (std::uint64_t unit = 100'000; fraction != 0; unit /= 10) {
            *at++ = static_cast<char>('0' + fraction / unit);
            fraction %= unit;
        }
    }
    out.append(figures.data(), at);
}

// A key of our own: nothing in it needs an escape.
void append_key(std::string& out, std::string_view key)
{
    out += '"';
    out += key;
    out += "\":";
}

void append_member(std::string& out, std::string_view key, std::string_view text)
{
    append_key(out, key);
    append_json_text(out, text);
    out += ',';
}

void append_value(std::string& out, double value, bool is_boolean)
{
    if (is_boolean) {
        out += value > 0.5 ? "true" : "false";
    } else {
        append_json_number(out, value);
    }
}

void append_term(std::string& out, outcomes::TermRow const& term)
{
    out += '{';
    append_member(out, "name", term.scheme + "." + term.term);
    append_key(out, "value");
    append_json_number(out, term.value);
    out += ',';
    append_member(out, "valid_from", term.valid_from);
    append_member(out, "status", term.status);
    append_member(out, "source", term.source);
    out.back() = '}';
}

void append_step(std::string& out, TracedStep const& step, Language language)
{
    out += '{';
    append_member(out, "name", step.name);
    append_key(out, "value");
    append_value(out, step.value, step.is_boolean);
    out += ',';
    append_member(out, "unit", step.unit);
    append_member(out, "article", step.article);
    append_key(out, "terms");
    out += '[';
    for (auto const& term : step.terms) {
        out += &term == &step.terms.front() ? "" : ",";
        append_term(out, term);
    }
    out += "],";
    append_member(out, "because", language == Language::dutch ? step.because_dutch : step.because_english);
    out.back() = '}';
}

}  // namespace

void append_json_text(std::string& out, std::string_view text)
{
    constexpr char const* hexadecimal = "0123456789abcdef";
    out += '"';
    for (char const letter : text) {
        switch (letter) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (auto const byte = static_cast<unsigned char>(letter); byte < 0x20) {
                    out += "\\u00";
                    out += hexadecimal[byte >> 4];
                    out += hexadecimal[byte & 15];
                } else {
                    out += letter;
                }
        }
    }
    out += '"';
}

void append_json_number(std::string& out, double value)
{
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    if (std::abs(value) < 9e8) {
        append_millionths(out, static_cast<std::int64_t>(std::round(value * 1e6)));
        return;
    }
    // Beyond 2^53 / 1e6 a double has no six decimals to round.
    double const rounded = std::abs(value) < 9e9 ? std::round(value * 1e6) / 1e6 : value;
    std::array<char, 400> figures{};
    auto const end = std::to_chars(figures.data(), figures.data() + figures.size(),
                                   rounded == 0 ? 0 : rounded, std::chars_format::fixed);
    out.append(figures.data(), end.ptr);
}

void append_answer_json(std::string& out, AnswerHead const& head, std::span<TracedValue const> values,
                        std::vector<TracedStep> const* steps, Language language)
{
    out += '{';
    append_member(out, "id", head.id);
    append_member(out, "date", head.date);
    append_member(out, "package", head.package);
    append_key(out, "values");
    char separator = '{';
    for (auto const& value : values) {
        out += separator;
        append_key(out, value.name);
        append_value(out, value.value, value.is_boolean);
        separator = ',';
    }
    out += values.empty() ? "{}" : "}";
    if (steps != nullptr) {
        out += ",\"steps\":[";
        for (auto const& step : *steps) {
            out += &step == &steps->front() ? "" : ",";
            append_step(out, step, language);
        }
        out += ']';
    }
    out += '}';
}

void append_answer_json(std::string& out, HouseholdTrace const& trace, Language language)
{
    append_answer_json(out, {trace.id, trace.date, trace.package}, trace.values, &trace.steps, language);
}

std::string comparison_json(HouseholdTrace const& baseline, HouseholdTrace const& package, Language language)
{
    std::string out = "{";
    append_member(out, "id", baseline.id);
    append_key(out, "baseline");
    append_answer_json(out, baseline, language);
    out += ',';
    append_key(out, "package");
    append_answer_json(out, package, language);
    return out + "}\n";
}

}  // namespace minimasim::report
