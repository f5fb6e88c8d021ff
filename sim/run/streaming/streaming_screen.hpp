#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/run/packages/overlay.hpp"
#include "sim/run/setting.hpp"

namespace minimasim::run {

// Tells which households can matter to any figure of a run: who may be eligible for a scheme under one of the
// packages or at the calibration date, whatever the replicate draws, or may be counted as poor or nearly so.
// All others add nothing to any tally. It asks the schemes themselves, with the uncertain terms at both ends
// of their intervals in every combination and with the largest needs and local taxes: a scheme is taken to be
// monotone in each of its uncertain terms, in either direction.
class Screen {
  public:
    explicit Screen(Setting const& setting);

    // 1 for every household of a part that can matter. Its columns under every law must be there.
    std::vector<std::uint8_t> kept(Member const& part) const;

  private:
    // One scheme with one set of terms on the columns of one law.
    struct Question {
        std::size_t scheme = 0;
        std::size_t ground = 0;
        rules::MunicipalTerms terms;
    };
    // Columns with the largest needs and local taxes of a policy laid over them.
    struct Ground {
        std::size_t columns = 0;  // 0: of the calibration date, else one more than the number of the law
        rules::Policy policy;     // with the high end of every uncertain term
    };

    // `as_in_force`: what has been asked of terms that no package sets.
    void ask(Setting const& setting, DatedPolicy const& dated, std::size_t columns,
             std::vector<Question>& as_in_force);
    std::size_t ground_of(std::size_t columns, rules::Policy const& policy);

    std::vector<Ground> grounds_;
    std::vector<Question> questions_;
};

}  // namespace minimasim::run
