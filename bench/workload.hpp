#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/rules/household.hpp"
#include "sim/rules/municipal/evaluate.hpp"
#include "sim/run/setting.hpp"
#include "sim/run/workspace.hpp"

// What the benchmarks work on: the data of this repository and made-up households, the same in every run.
namespace minimasim::bench {

inline constexpr std::size_t row_count = 32'768;  // about the households of Assen

run::Workspace const& workspace();

// Law and schemes at the municipality's policy date.
run::DatedPolicy const& policy();

// A shipped package on top of a policy.
run::Package shipped(run::DatedPolicy const& baseline, std::string const& id);

// Households of every form and source with incomes around the norm, so that the rules take all their
// branches.
std::vector<rules::Household> random_households(std::size_t count);

// The same for the municipal schemes, column by column.
class MunicipalRows {
  public:
    explicit MunicipalRows(std::size_t count);
    rules::MunicipalColumns columns() const;

  private:
    std::array<std::vector<std::int32_t>, rules::municipal_field_count> values_;
};

}  // namespace minimasim::bench
