#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace minimasim::population {

// Where the uncertainty of a figure comes from. Each can be switched off, to see what is left without it.
enum class UncertaintySource : std::uint8_t {
    published_rounding,        // counts of other dates and universes, errors of estimates
    unpublished_interactions,  // what goes with what in a household, where no table says so
    neighbourhood_terms,       // how one neighbourhood differs from another beyond its margins
    whole_households,          // which whole households a fractional fit becomes
    profile_wording,           // what the descriptions of the resident profiles mean in numbers
    take_up,                   // who claims
    amounts,                   // incomes inside a class, rents, savings, durations
};
inline constexpr std::size_t uncertainty_source_count = 7;
inline constexpr std::array<std::string_view, uncertainty_source_count> uncertainty_source_names{
    "published_rounding",
    "unpublished_interactions",
    "neighbourhood_terms",
    "whole_households",
    "profile_wording",
    "take_up",
    "amounts"};

// A set of sources that vary; all of them unless said otherwise.
class UncertaintySources {
  public:
    constexpr UncertaintySources() = default;

    constexpr bool varies(UncertaintySource source) const
    {
        return (mask_ & (1U << static_cast<unsigned>(source))) != 0;
    }
    constexpr UncertaintySources without(UncertaintySource source) const
    {
        UncertaintySources others = *this;
        others.mask_ &= ~(1U << static_cast<unsigned>(source));
        return others;
    }
    static constexpr UncertaintySources none()
    {
        UncertaintySources nothing;
        nothing.mask_ = 0;
        return nothing;
    }
    constexpr UncertaintySources with(UncertaintySource source) const
    {
        UncertaintySources more = *this;
        more.mask_ |= 1U << static_cast<unsigned>(source);
        return more;
    }
    constexpr std::uint32_t mask() const { return mask_; }

  private:
    std::uint32_t mask_ = (1U << uncertainty_source_count) - 1;
};

// The sources that do not vary, with commas between their names.
inline std::string held_names(UncertaintySources sources)
{
    std::string names;
    for (std::size_t i = 0; i < uncertainty_source_count; ++i) {
        if (!sources.varies(static_cast<UncertaintySource>(i))) {
            names += (names.empty() ? "" : ",") + std::string(uncertainty_source_names[i]);
        }
    }
    return names;
}

// A member of the ensemble: member 0 uses the central value of everything, another one draws of its own for
// every source that varies and takes member 0's for the others.
struct EnsembleMember {
    std::uint64_t seed = 1;
    std::uint32_t number = 0;
    UncertaintySources sources;
    // Of a member mixed out of two: another number, and the sources that take its draws.
    std::uint32_t other_number = 0;
    UncertaintySources from_other = UncertaintySources::none();

    // The member whose draws are used for a source.
    constexpr std::uint32_t of(UncertaintySource source) const
    {
        return !sources.varies(source) ? 0 : from_other.varies(source) ? other_number : number;
    }
};

}  // namespace minimasim::population
