#pragma once

#include "sim/outcomes/tally.hpp"
#include "sim/run/setting.hpp"
#include "sim/takeup/threshold.hpp"

namespace minimasim::run {

struct ClaimRule;

// Households without students on at most 120 % of the norm for at least so many years.
struct LongLowIncome {
    double one_year = 0;
    double four_years = 0;
};

// What can be held against published figures on take-up that were not fitted, at the calibration date.
struct TakeUpChecks {
    double supplement_recipients = 0;
    LongLowIncome below_pension_age;  // who can get the supplement
    LongLowIncome of_all_ages;
    // Households entitled to a grant of at least one municipal scheme, the share of them that uses none, and
    // the share that uses neither these nor assistance or the health care allowance.
    double entitled_to_some = 0;
    double uses_no_scheme = 0;
    double uses_nothing = 0;
};

// The steps of check_take_up, each adding the households of a member to what was counted before: what does
// not depend on the replicate, who uses what (numbers, not yet shares), and at last the shares.
void count_long_low_income(Member const& member, TakeUpChecks& checks);
void count_use(Setting const& setting, Member const& member,
               std::array<std::vector<takeup::Candidate>, rules::scheme_count> const& entitled,
               ClaimRule const& claims, TakeUpChecks& checks);
void finish(outcomes::Tally const& calibration, TakeUpChecks& checks);

// `entitled`: candidates of every scheme with their propensities, `claims`: the thresholds they meet or not.
TakeUpChecks check_take_up(Setting const& setting, Member const& member, outcomes::Tally const& calibration,
                           std::array<std::vector<takeup::Candidate>, rules::scheme_count> const& entitled,
                           ClaimRule const& claims);

}  // namespace minimasim::run
