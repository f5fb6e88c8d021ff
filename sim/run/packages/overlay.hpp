#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "sim/base/loop.hpp"
#include "sim/run/setting.hpp"
#include "sim/takeup/needs.hpp"

namespace minimasim::run {

// Room for columns of a block, kept from block to block.
class ColumnRoom {
  public:
    // Room for so many numbers, of which nothing is known.
    std::int32_t* of(std::size_t numbers)
    {
        if (numbers > size_) {
            values_ = std::make_unique_for_overwrite<std::int32_t[]>(numbers);
            size_ = numbers;
        }
        return values_.get();
    }

  private:
    std::unique_ptr<std::int32_t[]> values_;
    std::size_t size_ = 0;
};

// Columns that replicates lay over those of a member: needs and local taxes.
class Overlay {
  public:
    // Needs follow from the terms of `policy`, local taxes from its charges.
    Overlay(MemberColumns const& base, population::Population const& population, rules::Policy const& policy,
            takeup::NeedDraws const& draws);

    // The same needs for everybody.
    Overlay(MemberColumns const& base, population::Population const& population, rules::Policy const& policy,
            takeup::Needs const& of_everybody);

    // The columns of a block, some of which are unpacked into `room`. Those of other fields may not be looked
    // at.
    rules::MunicipalColumns at(Block block, ColumnRoom& room, FieldMask fields = all_fields) const;

    // The same of some households.
    rules::MunicipalColumns of(std::vector<std::uint32_t> const& households, ColumnRoom& room,
                               FieldMask fields) const;

  private:
    // The column that is laid over a field, or nothing.
    std::vector<std::int32_t> const* own(std::size_t field) const;

    MemberColumns const& base_;
    std::array<std::vector<std::int32_t>, 4> own_;
};

// The draws behind the needs of a member's households in one replicate.
takeup::NeedDraws need_draws(Setting const& setting, Member const& member, std::uint32_t replicate);

// Whether a package touches what is drawn or charged before the schemes decide, so that it needs an overlay
// of its own.
bool changes_needs_or_charges(rules::Policy const& package, rules::Policy const& baseline);

}  // namespace minimasim::run
