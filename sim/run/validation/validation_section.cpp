#include "sim/run/validation/validation_section.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/run/validation/validation_answers.hpp"

namespace minimasim::run {

namespace {

constexpr double not_published = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t worst_count = 20;
constexpr double half_a_household = 0.5;  // the half width of a cell that must be exact

struct Distance {
    double half_widths = 0;
    ValidationRow const* row = nullptr;
};

bool is_cell(ValidationRow const& row)
{
    bool const is_of_a_table =
        row.role.rfind("margin (", 0) == 0 || row.role == "panel" || row.role == "held out";
    return is_of_a_table && row.model && row.low && row.high && !std::isnan(row.published);
}

double half_widths_off(ValidationRow const& row)
{
    double const half = std::max((*row.high - *row.low) / 2, half_a_household);
    bool const is_share = std::fabs(*row.high) < 10 && *row.high > *row.low;
    return std::fabs(*row.model - (*row.low + *row.high) / 2) /
           (is_share ? (*row.high - *row.low) / 2 : half);
}

std::string line_of(ValidationRow const& row, char const* limit)
{
    return row.key + text_of(" is %.6g, ", row.model.value_or(0)) + limit +
           text_of(" from %.6g to %.6g", row.low.value_or(0), row.high.value_or(0)) + "; " + row.reason;
}

}  // namespace

ValidationRow measured_row(std::string key, std::string role, double model, std::string reason)
{
    ValidationRow row;
    row.key = std::move(key);
    row.role = std::move(role);
    row.published = not_published;
    row.model = model;
    row.reason = std::move(reason);
    return row;
}

ValidationRow accepted_row(std::string key, double model, double low, double high, std::string reason)
{
    auto row = measured_row(std::move(key), "acceptance", model, std::move(reason));
    row.low = low;
    row.high = high;
    row.ok = model >= low - 1e-9 && model <= high + 1e-9;
    return row;
}

ValidationRow targeted_row(std::string key, double model, double low, double high, std::string reason)
{
    auto row = accepted_row(std::move(key), model, low, high, std::move(reason));
    row.role = "target";
    return row;
}

ValidationRow stated_row(std::string key, std::string role, std::string reason)
{
    auto row = measured_row(std::move(key), std::move(role), 0, std::move(reason));
    row.model = std::nullopt;
    return row;
}

ValidationSection worst_cells(std::vector<ValidationSection> const& sections)
{
    std::vector<Distance> distances;
    for (auto const& section : sections) {
        for (auto const* rows : {&section.rows, &section.details}) {
            for (auto const& row : *rows) {
                if (is_cell(row)) {
                    distances.push_back({half_widths_off(row), &row});
                }
            }
        }
    }
    std::stable_sort(distances.begin(), distances.end(),
                     [](auto const& a, auto const& b) { return a.half_widths > b.half_widths; });
    ValidationSection section{"worst", "Worst twenty cells over all tables", {}, {}, {}};
    section.notes.push_back(
        text_of("of %.0f cells with an interval; distance from its middle in half widths: up to 1 is inside",
                static_cast<double>(distances.size())));
    for (auto const& distance : distances) {
        auto const half_widths = distance.half_widths;
        auto const* const row = distance.row;
        bool const is_known = std::any_of(section.rows.begin(), section.rows.end(), [&](auto const& known) {
            return known.reason.rfind(row->key + ",", 0) == 0;
        });
        if (is_known) {
            continue;
        }
        auto one = *row;
        one.key = "worst." + std::string(section.rows.size() < 9 ? "0" : "") +
                  std::to_string(section.rows.size() + 1);
        one.role = "worst";
        one.reason = row->key + ", " + row->role + text_of(": %.2f half widths", half_widths);
        section.rows.push_back(std::move(one));
        if (section.rows.size() == worst_count) {
            break;
        }
    }
    return section;
}

std::vector<ValidationRow> rows_of(std::vector<ValidationSection> const& sections)
{
    std::vector<ValidationRow> rows;
    for (auto const& section : sections) {
        rows.insert(rows.end(), section.rows.begin(), section.rows.end());
        rows.insert(rows.end(), section.details.begin(), section.details.end());
    }
    return rows;
}

std::vector<outcomes::ValidationFigure> figures_of(std::vector<ValidationSection> const& sections)
{
    std::vector<outcomes::ValidationFigure> figures;
    for (auto const& section : sections) {
        for (auto const& row : rows_of({section})) {
            figures.push_back({section.key, row.key, row.role,
                               !row.ok   ? ""
                               : *row.ok ? "yes"
                                         : "no",
                               row.reason, row.published, row.low.value_or(not_published),
                               row.high.value_or(not_published), row.model.value_or(not_published)});
        }
    }
    return figures;
}

std::vector<std::string> refusals(std::vector<ValidationSection> const& sections)
{
    std::vector<std::string> lines;
    for (auto const& row : rows_of(sections)) {
        if (row.is_refused()) {
            lines.push_back(line_of(row, "accepted"));
        }
    }
    return lines;
}

std::vector<std::string> missed_targets(std::vector<ValidationSection> const& sections)
{
    std::vector<std::string> lines;
    for (auto const& row : rows_of(sections)) {
        if (row.misses_target()) {
            lines.push_back(line_of(row, "wanted"));
        }
    }
    return lines;
}

}  // namespace minimasim::run
