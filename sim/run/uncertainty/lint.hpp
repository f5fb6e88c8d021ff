#pragma once

#include <vector>

#include "sim/input/scenario.hpp"
#include "sim/outcomes/results.hpp"
#include "sim/run/packages/pass.hpp"
#include "sim/run/setting.hpp"
#include "sim/run/uncertainty/term_direction.hpp"
#include "sim/run/workspace.hpp"

namespace minimasim::run {

// One change of a package, with the package that makes it and nothing else.
struct SingleChange {
    std::size_t package = 0;  // in the setting that is linted
    std::string text;         // "scheme.term: 1.20 -> 1.30", "take_up.scheme: 0.95", "ex_officio.scheme"
    Direction direction = Direction::unclear;
    bool is_counted = true;  // false for a budget without a mechanism, and for law that is not counted apart
    std::size_t place = 0;   // of the package that makes it alone, in the setting of the lint
    double value = 0;        // what the change sets
};

// The packages of a setting with every change of each apart.
struct LintSetting {
    Setting setting;
    std::vector<SingleChange> changes;
};

LintSetting lint_setting(Setting const& setting);

// Compares what every household has under a package with the baseline. Numbers of one replicate.
outcomes::LintRow compare_marks(population::Population const& population, Marks const& baseline,
                                Marks const& package);

// The rows of every package: the whole first, then its changes. `populations` are the first members; a few
// replicates are run on them.
std::vector<outcomes::LintRow> lint_packages(Setting const& setting, Workspace const& workspace,
                                             std::vector<population::Population> const& populations,
                                             int threads);

// The same with members that were worked out for `linted`.
std::vector<outcomes::LintRow> lint_members(LintSetting const& linted, std::vector<Member> const& members,
                                            std::size_t packages, int threads);

// Refuses packages that change nothing and do not say so: throws InputError with all of them. Before the run
// those without any change; after it (`results` not empty) those that no household noticed in any replicate.
void refuse_without_effect(Setting const& setting, std::vector<input::Scenario> const& scenarios,
                           std::vector<std::vector<outcomes::Tally>> const& by_replicate);

}  // namespace minimasim::run
