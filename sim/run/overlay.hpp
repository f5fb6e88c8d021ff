#pragma once

#include <array>
#include <vector>

#include "sim/run/setting.hpp"
#include "sim/takeup/needs.hpp"

namespace minimasim::run {

// Columns that replicates lay over those of a member: needs and local taxes.
class Overlay {
  public:
    // Needs follow from the terms of `policy`, local taxes from its charges.
    Overlay(MemberColumns const& base, population::Population const& population, rules::Policy const& policy,
            takeup::NeedDraws const& draws);

    // The columns from a household on.
    rules::MunicipalColumns at(std::size_t begin) const;

  private:
    rules::MunicipalColumns columns_;
    std::array<std::vector<std::int32_t>, 4> own_;
};

// Whether a package touches what is drawn or charged before the schemes decide, so that it needs an overlay
// of its own.
bool changes_needs_or_charges(rules::Policy const& package, rules::Policy const& baseline);

}  // namespace minimasim::run
