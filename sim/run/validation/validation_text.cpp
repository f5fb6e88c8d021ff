#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "sim/run/validation/validate.hpp"

namespace minimasim::run {

namespace {

std::string number(std::optional<double> value)
{
    if (!value || std::isnan(*value)) {
        return "-";
    }
    char text[40];
    bool const is_share = std::fabs(*value) < 10 && *value != std::round(*value);
    std::snprintf(text, sizeof text, is_share ? "%.4g" : "%.0f", *value);
    return text;
}

nlohmann::ordered_json json_of(std::optional<double> value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

// Rows with words only: what they are about, and the words.
bool is_of_words(ValidationRow const& row)
{
    return std::isnan(row.published) && !row.model;
}

void add_row(ValidationRow const& row, std::string& text)
{
    constexpr std::size_t line_length = 240;
    char line[line_length];
    if (is_of_words(row)) {
        std::snprintf(line, sizeof line, "%-58s ", row.key.c_str());
        text += line + row.reason + "\n";
        return;
    }
    auto const between = [](std::optional<double> low, std::optional<double> high) {
        return low || high ? number(low) + " .. " + number(high) : "";
    };
    char const* const ok = !row.ok ? "" : *row.ok ? "yes" : "NO";
    std::snprintf(line, sizeof line, "%-58s %-17s %12s %23s %12s %23s  %-4s ", row.key.c_str(),
                  row.role.c_str(), number(row.published).c_str(), between(row.low, row.high).c_str(),
                  number(row.model).c_str(), between(row.model_low, row.model_high).c_str(), ok);
    text += line + row.reason + "\n";
}

void add_section(ValidationSection const& section, std::string& text)
{
    constexpr std::size_t line_length = 240;
    text += (text.empty() ? "" : "\n") + section.title + "\n";
    for (auto const& note : section.notes) {
        text += "  " + note + "\n";
    }
    bool const has_numbers = std::any_of(section.rows.begin(), section.rows.end(),
                                         [](auto const& row) { return !is_of_words(row); });
    char line[line_length];
    if (has_numbers) {
        std::snprintf(line, sizeof line, "%-58s %-17s %12s %23s %12s %23s  %-4s %s\n", "figure", "role",
                      "published", "interval or limit", "model", "90 % of members", "ok", "reason");
        text += line;
    }
    for (auto const& row : section.rows) {
        add_row(row, text);
    }
    auto const judged =
        std::count_if(section.rows.begin(), section.rows.end(), [](auto const& row) { return row.ok; }) +
        std::count_if(section.details.begin(), section.details.end(), [](auto const& row) { return row.ok; });
    auto const is_met = [](auto const& row) { return row.ok.value_or(false); };
    auto const met = std::count_if(section.rows.begin(), section.rows.end(), is_met) +
                     std::count_if(section.details.begin(), section.details.end(), is_met);
    if (judged > 0) {
        std::snprintf(line, sizeof line, "%td of %td judged rows are met; the others are shown only\n", met,
                      judged);
        text += line;
    }
}

}  // namespace

std::string validation_text(std::vector<ValidationSection> const& sections)
{
    std::string text;
    for (auto const& section : sections) {
        add_section(section, text);
    }
    auto const refused = refusals(sections);
    text += "\nverdict: ";
    if (refused.empty()) {
        text += "every acceptance row holds\n";
    }
    for (auto const& line : refused) {
        text += "not accepted: " + line + "\n";
    }
    for (auto const& line : missed_targets(sections)) {
        text += "target missed: " + line + "\n";
    }
    return text;
}

std::string validation_json(std::vector<ValidationSection> const& sections)
{
    auto document = nlohmann::ordered_json::array();
    for (auto const& row : rows_of(sections)) {
        nlohmann::ordered_json entry;
        entry["key"] = row.key;
        entry["role"] = row.role;
        entry["published"] = std::isnan(row.published) ? nlohmann::ordered_json(nullptr)
                                                       : nlohmann::ordered_json(row.published);
        entry["low"] = json_of(row.low);
        entry["high"] = json_of(row.high);
        entry["model"] = json_of(row.model);
        entry["model_low"] = json_of(row.model_low);
        entry["model_high"] = json_of(row.model_high);
        entry["ok"] = row.ok ? nlohmann::ordered_json(*row.ok) : nlohmann::ordered_json(nullptr);
        entry["reason"] = row.reason;
        document.push_back(std::move(entry));
    }
    return document.dump(2) + "\n";
}

}  // namespace minimasim::run
