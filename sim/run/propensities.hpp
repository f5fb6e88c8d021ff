#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/run/setting.hpp"

namespace minimasim::run {

// The propensities of one replicate, drawn when first asked for and then kept for every package.
class Propensities {
  public:
    Propensities(Setting const& setting, Member const& member, takeup::Behaviour const& behaviour,
                 std::uint32_t replicate);

    double of(std::size_t scheme, std::size_t household);

  private:
    Setting const& setting_;
    Member const& member_;
    takeup::Behaviour const& behaviour_;
    std::uint32_t replicate_;
    std::array<std::uint32_t, rules::scheme_count> draw_{};
    std::array<std::vector<double>, rules::scheme_count> known_;
};

}  // namespace minimasim::run
