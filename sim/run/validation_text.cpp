#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "sim/run/validate.hpp"

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

}  // namespace

std::string validation_text(std::vector<ValidationRow> const& rows)
{
    std::string text;
    char line[200];
    std::snprintf(line, sizeof line, "%-46s %-17s %12s %12s %21s  %-5s %s\n", "figure", "role", "published",
                  "model", "90 % interval", "ok", "reason");
    text += line;
    int met = 0;
    int judged = 0;
    for (auto const& row : rows) {
        std::string const interval =
            row.model_low && row.model_high ? number(row.model_low) + " .. " + number(row.model_high) : "";
        char const* const ok = !row.ok ? "" : *row.ok ? "yes" : "NO";
        std::snprintf(line, sizeof line, "%-46s %-17s %12s %12s %21s  %-5s ", row.key.c_str(),
                      row.role.c_str(), number(row.published).c_str(), number(row.model).c_str(),
                      interval.c_str(), ok);
        text += line + row.reason + "\n";
        judged += row.ok ? 1 : 0;
        met += row.ok.value_or(false) ? 1 : 0;
    }
    std::snprintf(line, sizeof line, "%d of %d judged figures are met; the others are shown only\n", met,
                  judged);
    text += line;
    for (auto const& row : rows) {
        if (row.ok && !*row.ok) {
            text += "not met: " + row.key + ": " + number(row.model) + " beside " + number(row.published) +
                    "; " + row.reason + "\n";
        }
    }
    return text;
}

std::string validation_json(std::vector<ValidationRow> const& rows)
{
    auto document = nlohmann::ordered_json::array();
    for (auto const& row : rows) {
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
