#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/population/evidence/assumptions.hpp"
#include "sim/population/evidence/target_register.hpp"
#include "sim/population/fit/municipal_positions.hpp"
#include "sim/population/national.hpp"
#include "sim/population/profiles/profile_definition.hpp"

namespace minimasim::population {

// One published (or estimated) cell of a margin of the municipality, with its place in the files.
struct MarginCell {
    std::string area;       // GM.... or WK......
    std::string universe;   // residents, private_households, persons_in_households, dwellings
    std::string attribute;  // age, tenure, social_minimum, ...
    std::string category;
    int year = 0;
    double value = 0;
    std::string unit;
    double rounding = 0;      // the printed value is rounded to a multiple of this
    char evidence_class = 0;  // H hard, F firm, S soft
    std::string status;       // read, derived, estimated
    std::string source;
    std::string file;
    int line = 0;

    TargetUse use = TargetUse::context;  // what the target register says the cell is for

    // Published values lie in [low(), high()].
    double low() const { return value - rounding / 2; }
    double high() const { return value + rounding / 2; }

    // The same, where a count published to one unit is exact and nothing is below zero.
    bool is_exact() const { return rounding == 1 && unit != "share"; }
    double lowest() const { return is_exact() ? value : std::max(0.0, low()); }
    double highest() const { return is_exact() ? value : high(); }
};

struct Neighbourhood {
    std::string code;
    std::string name;
};

// A yearly index or rate, in per cent: what a price, wage or rent rose by.
struct IndexPoint {
    std::string series;
    std::string year;  // 2024, 2024-07 or a span: as printed
    double value = 0;
    std::string file;
    int line = 0;
};

// Everything the builder of a population reads: margins of the municipality, national tables, assumptions,
// profiles.
struct Evidence {
    std::string municipality;
    std::vector<Neighbourhood> neighbourhoods;  // by code
    std::vector<MarginCell> margins;
    NationalTables national;
    std::vector<MunicipalPositions> municipal_positions;  // of all municipalities
    std::vector<Assumption> assumptions;
    std::vector<ProfileDefinition> profiles;  // in the order of enum Profile, without `none`
    std::vector<IndexPoint> indices;
    TargetRegister targets;
    // Tables left out of the fit by this run, beside those the register holds out: attributes, as
    // position_age.
    std::vector<std::string> also_hold_out;

    // The cell, or nothing when it is not published. year 0 = the latest.
    MarginCell const* find(std::string_view area, std::string_view universe, std::string_view attribute,
                           std::string_view category, int year = 0) const;

    // The same; throws ModelError when there is none.
    MarginCell const& cell(std::string_view area, std::string_view universe, std::string_view attribute,
                           std::string_view category, int year = 0) const;

    // Is this whole table kept out of the fit, by the register or by also_hold_out?
    bool is_held_out(std::string_view universe, std::string_view attribute) const;

    // The cell for use in the fit: nothing when it is not published or its table is held out by this run.
    // Throws ModelError when the register does not say `fit`.
    MarginCell const* find_fitted(std::string_view area, std::string_view universe,
                                  std::string_view attribute, std::string_view category, int year) const;

    // The same; throws ModelError when there is none.
    MarginCell const& fitted(std::string_view area, std::string_view universe, std::string_view attribute,
                             std::string_view category, int year) const;

    // Per cent of a series in a year; throws ModelError when the series does not hold the year.
    double index(std::string_view series, std::string_view year) const;

    // Sorts the margins for find: a country has some hundred thousand. To be called again when cells were
    // added or renamed; without it find looks at every cell.
    void index_margins();

  private:
    std::vector<std::uint32_t> order_;  // places in margins, by area, universe, attribute, category and year
};

// Reads and checks data/margins/<municipality>, data/national, data/assumptions, data/profiles and
// data/dynamics. Throws InputError with all problems together: a missing file, an unknown category, a
// negative count, shares that do not add up to one, neighbourhoods that do not add up to the municipality
// within rounding. Neighbourhoods are put in the order of their codes, so that results do not depend on their
// order in the file.
Evidence read_evidence(std::filesystem::path const& data_folder, std::string const& municipality);

}  // namespace minimasim::population
