#pragma once

#include <array>
#include <cstdint>
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

    // The same needs for everybody.
    Overlay(MemberColumns const& base, population::Population const& population, rules::Policy const& policy,
            takeup::Needs const& of_everybody);

    // The columns from a household on.
    rules::MunicipalColumns at(std::size_t begin) const;

  private:
    rules::MunicipalColumns columns_;
    std::array<std::vector<std::int32_t>, 4> own_;
};

// The draws behind the needs of a member's households in one replicate.
takeup::NeedDraws need_draws(Setting const& setting, Member const& member, std::uint32_t replicate);

// Whether a package touches what is drawn or charged before the schemes decide, so that it needs an overlay
// of its own.
bool changes_needs_or_charges(rules::Policy const& package, rules::Policy const& baseline);

}  // namespace minimasim::run
