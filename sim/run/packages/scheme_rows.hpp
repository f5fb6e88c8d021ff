#pragma once

#include <cstdint>
#include <vector>

#include "sim/run/packages/pass.hpp"
#include "sim/run/packages/standing.hpp"

namespace minimasim::run {

// The households that a scheme reaches under some package of a run, column by column: deciding these is
// deciding all.
struct SchemeRows {
    std::vector<std::uint32_t> households;  // in order
    rules::MunicipalColumns columns{};      // a row for each of them, but for cash
    ColumnRoom room;                        // what `columns` points to
    bool are_selected = false;              // whether only those are taken whom some package reaches
};

// The rows of one scheme. `terms_of_packages` are those of every package of the run, the baseline's among
// them. Of a scheme that does not say what a rise of a term does all households are taken.
SchemeRows rows_of_scheme(std::size_t scheme, Overlay const& overlay, std::size_t households,
                          std::vector<rules::MunicipalTerms const*> const& terms_of_packages);

// Scratch space of deciding a block of rows.
struct DecidedBlock {
    static constexpr std::size_t rows = 1024;
    std::vector<std::int32_t> eligible = std::vector<std::int32_t>(rows);
    std::vector<std::int32_t> cents_per_year = std::vector<std::int32_t>(rows);
};

// Decides one scheme for a block of rows; `cash` is what every row has of earlier schemes, nothing where the
// scheme does not read it.
void decide_rows(std::size_t scheme, SchemeRows const& rows, std::int32_t const* cash, Block block,
                 rules::MunicipalTerms const& terms, DecidedBlock& decided);

}  // namespace minimasim::run
