#include "sim/outcomes/cells.hpp"

namespace minimasim::outcomes {

char const* to_text(population::Profile profile)
{
    constexpr char const* names[] = {"orange", "green", "brown", "purple", "red",
                                     "yellow", "pink",  "blue",  "none"};
    return names[static_cast<int>(profile)];
}

char const* to_text(population::HouseholdType type)
{
    constexpr char const* names[] = {"one person", "couple without children", "couple with children",
                                     "single parent", "other"};
    return names[static_cast<int>(type)];
}

char const* to_text(population::Source source)
{
    constexpr char const* names[] = {"employee",
                                     "self-employed",
                                     "unemployment benefit",
                                     "disability benefit",
                                     "social assistance",
                                     "pension",
                                     "student",
                                     "none"};
    return names[static_cast<int>(source)];
}

std::size_t norm_band(std::int32_t income_cents_per_month, std::int32_t norm_cents_per_month)
{
    std::size_t band = 0;
    for (double const edge : norm_band_edges) {
        auto const limit = static_cast<std::int32_t>(edge * norm_cents_per_month + 0.5);
        band += income_cents_per_month > limit ? 1 : 0;
    }
    return band;
}

Cells make_cells(std::vector<std::string> const& neighbourhoods)
{
    Cells cells;
    auto const start = [&](Breakdown breakdown) {
        cells.first[static_cast<std::size_t>(breakdown)] = cells.list.size();
    };
    start(Breakdown::total);
    cells.list.push_back({Breakdown::total, ""});
    start(Breakdown::neighbourhood);
    for (auto const& name : neighbourhoods) {
        cells.list.push_back({Breakdown::neighbourhood, name});
    }
    start(Breakdown::profile);
    for (int i = 0; i < population::profile_count; ++i) {
        cells.list.push_back({Breakdown::profile, to_text(static_cast<population::Profile>(i))});
    }
    start(Breakdown::household_type);
    for (int i = 0; i < population::household_type_count; ++i) {
        cells.list.push_back({Breakdown::household_type, to_text(static_cast<population::HouseholdType>(i))});
    }
    start(Breakdown::norm_band);
    for (auto const* name : norm_band_names) {
        cells.list.push_back({Breakdown::norm_band, name});
    }
    start(Breakdown::income_source);
    for (int i = 0; i < population::source_count; ++i) {
        cells.list.push_back({Breakdown::income_source, to_text(static_cast<population::Source>(i))});
    }
    start(Breakdown::income_decile);
    for (std::size_t i = 1; i <= income_deciles; ++i) {
        cells.list.push_back({Breakdown::income_decile, std::to_string(i)});
    }
    start(Breakdown::schemes_received);
    for (auto const* name : schemes_received_names) {
        cells.list.push_back({Breakdown::schemes_received, name});
    }
    return cells;
}

CellsOfHousehold cells_of(Cells const& cells, std::size_t neighbourhood, population::Profile profile,
                          population::HouseholdType type, std::size_t band, population::Source source,
                          std::size_t decile)
{
    auto const at = [&](Breakdown breakdown, std::size_t category) {
        return static_cast<std::uint16_t>(cells.first[static_cast<std::size_t>(breakdown)] + category);
    };
    return {0,
            at(Breakdown::neighbourhood, neighbourhood),
            at(Breakdown::profile, static_cast<std::size_t>(profile)),
            at(Breakdown::household_type, static_cast<std::size_t>(type)),
            at(Breakdown::norm_band, band),
            at(Breakdown::income_source, static_cast<std::size_t>(source)),
            at(Breakdown::income_decile, decile)};
}

}  // namespace minimasim::outcomes
