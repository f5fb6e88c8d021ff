#include "sim/run/uncertainty/lint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"
#include "sim/run/law_and_policy/term_check.hpp"
#include "sim/run/members/prepare.hpp"
#include "sim/run/replicate.hpp"

namespace minimasim::run {

namespace {

using outcomes::LintRow;

// Replicates in which households are counted, of as many members: enough to see what a change does, and a few
// per cent of a run of a hundred.
constexpr std::size_t counted_replicates = 2;
// A change of law costs a calculation of all statutory income; more of them are counted together only.
constexpr std::size_t most_laws_apart = 4;

constexpr double LintRow::*counts[] = {
    &LintRow::touched_households,    &LintRow::entitled_households,
    &LintRow::recipients_households, &LintRow::amount_households,
    &LintRow::gaining_households,    &LintRow::losing_households,
    &LintRow::loss_euro_per_year,    &LintRow::no_longer_entitled_households,
};

using LosersByType = std::array<double, population::household_type_count>;

LosersByType losers_by_type(population::Population const& population, Marks const& baseline,
                            Marks const& package)
{
    LosersByType losers{};
    for (std::size_t i = 0; i < population.size(); ++i) {
        losers[static_cast<std::size_t>(population.type[i])] +=
            package.granted_cents[i] < baseline.granted_cents[i] ? 1 : 0;
    }
    return losers;
}

// "couple_with_children 12, single_parent 3", most losers first.
std::string losers_text(LosersByType const& losers)
{
    std::vector<std::size_t> order;
    for (std::size_t type = 0; type < losers.size(); ++type) {
        if (std::lround(losers[type]) > 0) {
            order.push_back(type);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return losers[a] > losers[b]; });
    std::string text;
    for (auto const type : order) {
        text += (text.empty() ? "" : ", ") +
                std::string(outcomes::to_text(static_cast<population::HouseholdType>(type))) + " " +
                std::to_string(std::lround(losers[type]));
    }
    return text;
}

// The package of a setting with one of its terms changed and everything else as in the baseline.
Package with_one_term(Setting const& setting, Package const& package, std::size_t row)
{
    auto const& changed = package.policy.terms[row];
    Package single;
    single.id = package.id;
    single.policy = setting.packages[0].policy;
    single.policy.terms[row] = changed;
    set_term(single.policy.policy, changed.scheme, changed.term, changed.value);
    return single;
}

// What a change of a term is meant as. A term that the baseline draws from an interval is bettered by a value
// beyond that interval alone.
Direction direction_in(Setting const& setting, outcomes::TermRow const& row, double before)
{
    auto const direction = direction_of_change(row.scheme, row.term, before, row.value);
    for (auto const& uncertain : setting.municipality.uncertain_terms) {
        if (uncertain.scheme == row.scheme && uncertain.term == row.term) {
            double const central = term_value(setting.calibration_policy.policy, row.scheme, row.term);
            double const low = central > 0 ? before * uncertain.low / central : before + uncertain.low;
            double const high = central > 0 ? before * uncertain.high / central : before + uncertain.high;
            return row.value > low && row.value < high ? Direction::unclear : direction;
        }
    }
    return direction;
}

// Whether a term leaves statutory income as it is.
bool keeps_law(rules::Policy const& policy, std::string const& scheme)
{
    bool is_municipal = false;
    rules::for_each_municipal_section(policy, [&](char const* section, auto const&, auto const&) {
        is_municipal = is_municipal || scheme == section;
    });
    return is_municipal && scheme != "household_costs";
}

// Adds a package with columns of a law of its own; false when there are enough of those.
bool add_with_own_law(Setting& setting, Package package, std::size_t& laws_apart)
{
    if (laws_apart == most_laws_apart) {
        return false;
    }
    ++laws_apart;
    for (auto const& other : setting.packages) {
        package.law_index = std::max(package.law_index, other.law_index + 1);
    }
    setting.packages.push_back(std::move(package));
    return true;
}

std::string take_up_text(input::TakeUpChange const& change)
{
    auto const name = "take_up." + change.scheme + ": ";
    return change.kind == input::TakeUpChange::Kind::share ? name + short_number(change.value)
           : change.kind == input::TakeUpChange::Kind::relative_rise
               ? name + "+" + short_number(100 * change.value) + " %"
               : name + "+" + short_number(100 * change.value) + " points";
}

Direction direction_of_take_up(input::TakeUpChange const& change)
{
    bool const is_more = change.kind != input::TakeUpChange::Kind::share || change.value >= 1;
    return is_more ? Direction::improvement : Direction::unclear;
}

std::string direction_of(std::vector<SingleChange> const& changes, std::size_t package)
{
    bool improves = false;
    bool restricts = false;
    bool is_unclear = false;
    for (auto const& change : changes) {
        if (change.package == package) {
            improves = improves || change.direction == Direction::improvement;
            restricts = restricts || change.direction == Direction::restriction;
            is_unclear = is_unclear || change.direction == Direction::unclear;
        }
    }
    return is_unclear              ? "unclear"
           : improves && restricts ? "mixed"
           : improves              ? "improvement"
           : restricts             ? "restriction"
                                   : "nothing";
}

std::string finding_of(LintRow const& row)
{
    if (row.direction == "improvement" && row.losing_households > 0) {
        return "meant as an improvement, yet households lose";
    }
    if (row.direction == "improvement" && row.no_longer_entitled_households > 0) {
        return "meant as an improvement, yet households lose a right";
    }
    if (row.change.empty() && row.touched_households == 0) {
        return "touches no household";
    }
    return !row.change.empty() && row.touched_households == 0 ? "touches no household by itself" : "";
}

// "adult_fund.is_active: 1 -> 0; take_up.child_package: 1", for messages.
std::string names_of_changes(Package const& package)
{
    auto names = package.policy.changed_terms;
    for (auto const& change : package.take_up) {
        names.push_back(take_up_text(change));
    }
    for (auto const& scheme : package.ex_officio) {
        names.push_back("ex_officio." + scheme);
    }
    std::string text;
    for (auto const& name : names) {
        text += (text.empty() ? "" : "; ") + name;
    }
    return text;
}

// The mean over members of what a package does.
LintRow mean_row(std::vector<Member> const& members, std::vector<std::vector<Marks>> const& marks,
                 std::size_t package)
{
    LintRow row;
    LosersByType losers{};
    for (std::size_t m = 0; m < members.size(); ++m) {
        auto const one = compare_marks(members[m].population, marks[m][0], marks[m][package]);
        auto const of_one = losers_by_type(members[m].population, marks[m][0], marks[m][package]);
        for (auto const count : counts) {
            row.*count += one.*count / static_cast<double>(members.size());
        }
        for (std::size_t type = 0; type < losers.size(); ++type) {
            losers[type] += of_one[type] / static_cast<double>(members.size());
        }
    }
    row.losers = losers_text(losers);
    return row;
}

}  // namespace

LintSetting lint_setting(Setting const& setting)
{
    LintSetting linted{setting, {}};
    std::size_t laws_apart = 0;
    auto const add = [&](SingleChange change, Package single, bool has_same_law) {
        auto const same = std::find_if(linted.changes.begin(), linted.changes.end(), [&](auto const& other) {
            return other.text == change.text && other.value == change.value && other.is_counted;
        });
        change.place = same != linted.changes.end() ? same->place : linted.setting.packages.size();
        if (same == linted.changes.end() && has_same_law) {
            linted.setting.packages.push_back(std::move(single));
        } else if (same == linted.changes.end()) {
            change.is_counted = add_with_own_law(linted.setting, std::move(single), laws_apart);
        }
        linted.changes.push_back(std::move(change));
    };
    auto const& baseline = setting.packages[0];
    for (std::size_t p = 1; p < setting.packages.size(); ++p) {
        auto const& package = setting.packages[p];
        for (std::size_t i = 0; i < package.policy.terms.size(); ++i) {
            auto const& row = package.policy.terms[i];
            double const before = baseline.policy.terms[i].value;
            if (row.value == before) {
                continue;
            }
            std::string const text =
                row.scheme + "." + row.term + ": " + short_number(before) + " -> " + short_number(row.value);
            if (std::isnan(term_value(package.policy.policy, row.scheme, row.term))) {  // a budget line
                linted.changes.push_back(
                    {p, text, row.value > before ? Direction::improvement : Direction::restriction, false, 0,
                     row.value});
            } else {
                add({p, text, direction_in(setting, row, before), true, 0, row.value},
                    with_one_term(setting, package, i), keeps_law(package.policy.policy, row.scheme));
            }
        }
        for (auto const& change : package.take_up) {
            Package single = baseline;
            single.take_up = {change};
            add({p, take_up_text(change), direction_of_take_up(change), true, 0, change.value},
                std::move(single), true);
        }
        for (auto const& scheme : package.ex_officio) {
            Package single = baseline;
            single.ex_officio = {scheme};
            add({p, "ex_officio." + scheme, Direction::improvement, true, 0, 1}, std::move(single), true);
        }
    }
    return linted;
}

LintRow compare_marks(population::Population const& population, Marks const& baseline, Marks const& package)
{
    LintRow row;
    std::int64_t lost_cents = 0;
    for (std::size_t i = 0; i < population.size(); ++i) {
        bool const entitled = package.entitled[i] != baseline.entitled[i];
        bool const received = package.received[i] != baseline.received[i];
        std::int64_t const gain =
            static_cast<std::int64_t>(package.granted_cents[i]) - baseline.granted_cents[i];
        row.touched_households += entitled || received || gain != 0 ? 1 : 0;
        row.entitled_households += entitled ? 1 : 0;
        row.recipients_households += received ? 1 : 0;
        row.amount_households += gain != 0 ? 1 : 0;
        row.gaining_households += gain > 0 ? 1 : 0;
        row.losing_households += gain < 0 ? 1 : 0;
        row.no_longer_entitled_households += (baseline.entitled[i] & ~package.entitled[i]) != 0 ? 1 : 0;
        lost_cents += gain < 0 ? -gain : 0;
    }
    row.loss_euro_per_year = static_cast<double>(lost_cents) / 100;
    return row;
}

std::vector<LintRow> lint_members(LintSetting const& linted, std::vector<Member> const& members,
                                  std::size_t packages, int threads)
{
    auto const marks = run_in_parallel(members.size(), threads, [&](std::size_t m) {
        std::vector<Marks> of_member;
        run_replicate(linted.setting, members[m], static_cast<std::uint32_t>(m), &of_member);
        return of_member;
    });
    std::vector<LintRow> rows;
    for (std::size_t p = 1; p < packages; ++p) {
        auto whole = mean_row(members, marks, p);
        whole.package = linted.setting.packages[p].id;
        whole.direction = direction_of(linted.changes, p);
        whole.finding = finding_of(whole);
        rows.push_back(whole);
        for (auto const& change : linted.changes) {
            if (change.package != p) {
                continue;
            }
            auto row = change.is_counted ? mean_row(members, marks, change.place) : LintRow{};
            row.package = whole.package;
            row.change = change.text;
            row.direction = to_text(change.direction);
            row.finding = change.is_counted ? finding_of(row) : "";
            if (!change.is_counted) {
                for (auto const count : counts) {
                    row.*count = std::numeric_limits<double>::quiet_NaN();
                }
            }
            rows.push_back(row);
        }
    }
    return rows;
}

std::vector<LintRow> lint_packages(Setting const& setting, Workspace const& workspace,
                                   std::vector<population::Population> const& populations, int threads)
{
    auto const linted = lint_setting(setting);
    auto const members =
        run_in_parallel(std::min(counted_replicates, populations.size()), threads, [&](std::size_t m) {
            return prepare_member(linted.setting, workspace, populations[m], static_cast<std::uint32_t>(m));
        });
    return lint_members(linted, members, setting.packages.size(), threads);
}

void refuse_without_effect(Setting const& setting, std::vector<input::Scenario> const& scenarios,
                           std::vector<std::vector<outcomes::Tally>> const& by_replicate)
{
    std::vector<Problem> problems;
    for (std::size_t p = 1; p < setting.packages.size(); ++p) {
        auto const& package = setting.packages[p];
        auto const& baseline = setting.packages[0];
        auto const& own = scenarios[p].own;
        bool const has_changes =
            !package.policy.changed_terms.empty() || !package.take_up.empty() || !package.ex_officio.empty();
        if (own.changes_nothing || (by_replicate.empty() && has_changes)) {
            continue;
        }
        bool const differs = package.policy.measure_budgets != baseline.policy.measure_budgets ||
                             std::any_of(by_replicate.begin(), by_replicate.end(),
                                         [&](auto const& tallies) { return !(tallies[p] == tallies[0]); });
        if (differs) {
            continue;
        }
        std::string later;
        for (auto const& change : scenarios[p].changes) {
            if (change.from && *change.from > package.policy.date) {
                later = "; what it changes from " + to_text(*change.from) + " has no effect on that day";
                break;
            }
        }
        problems.push_back({own.file, 0,
                            has_changes
                                ? "changes " + names_of_changes(package) +
                                      ", and no household notices in any replicate; write changes_nothing = "
                                      "true if that is meant"
                                : "changes nothing on " + to_text(package.policy.date) + later +
                                      "; write changes_nothing = true if that is meant"});
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

}  // namespace minimasim::run
