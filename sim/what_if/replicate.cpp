#include "sim/what_if/replicate.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/draw.hpp"
#include "sim/outcomes/count.hpp"
#include "sim/takeup/propensity.hpp"

namespace minimasim::what_if {

namespace {

using outcomes::PackageOutcome;
using outcomes::SchemeOutcome;
using outcomes::Tally;
using rules::MunicipalHousehold;

std::vector<double> normals(Payload const& payload, std::uint32_t draw, std::uint32_t replicate,
                            std::vector<std::uint32_t> const& numbers)
{
    std::vector<double> values(numbers.size());
    uniforms({payload.seed, Stream::take_up, payload.member, draw, replicate}, numbers.data(), numbers.size(),
             values.data());
    for (double& value : values) {
        value = normal_quantile(value);
    }
    return values;
}

std::vector<std::uint32_t> numbers_of(Payload const& payload)
{
    auto const& column = payload.column(Column::number);
    return {column.begin(), column.end()};
}

// Adds the free cash of a scheme to that of the households that receive it.
void add_cash(std::size_t scheme, SchemeTable const& table, Decision const& decision,
              std::vector<std::int32_t>& cash)
{
    for (std::size_t row = 0; rules::schemes[scheme].is_cash && row < decision.state.size(); ++row) {
        if ((decision.state[row] & is_recipient) != 0) {
            cash[table.households()[row]] += decision.cents_per_year[row];
        }
    }
}

// What is different for a household, over all schemes together: bits of State that came, and those that
// went.
constexpr unsigned went = 2;  // how far the latter lie above the former
enum Change : unsigned {
    newly_entitled = is_entitled,
    newly_reached = is_recipient,
    no_longer_entitled = is_entitled << went,
    no_longer_reached = is_recipient << went
};

void mark_changes(SchemeTable const& table, Decision const& now, Decision const& before,
                  std::vector<std::uint8_t>& changes)
{
    for (std::size_t row = 0; row < now.state.size(); ++row) {
        unsigned const came = now.state[row] & ~unsigned{before.state[row]};
        unsigned const gone = before.state[row] & ~unsigned{now.state[row]};
        if ((came | gone) != 0) {
            auto& of_household = changes[table.households()[row]];
            of_household = static_cast<std::uint8_t>(of_household | came | (gone << went));
        }
    }
}

void count_changes(std::vector<std::uint8_t> const& changes, Tally& tally)
{
    std::array<std::int64_t, 16> households{};
    for (auto const change : changes) {
        ++households[change];
    }
    for (unsigned change = 1; change < households.size(); ++change) {
        auto const add = [&](Change which, PackageOutcome outcome) {
            tally.add(outcome, 0, (change & which) != 0 ? households[change] : 0);
        };
        add(newly_entitled, PackageOutcome::newly_entitled_households);
        add(no_longer_entitled, PackageOutcome::no_longer_entitled_households);
        add(newly_reached, PackageOutcome::newly_reached_households);
        add(no_longer_reached, PackageOutcome::no_longer_reached_households);
    }
}

// Puts what a scheme does now in place of what it did before.
void count_scheme(std::size_t scheme, Decision const& now, Decision const& before, Tally& tally)
{
    tally.add(scheme, SchemeOutcome::cost_cents_per_year, 0,
              now.cost_cents_per_year - before.cost_cents_per_year);
    tally.add(scheme, SchemeOutcome::entitled_households, 0,
              now.entitled_households - before.entitled_households);
    tally.add(scheme, SchemeOutcome::recipients_households, 0,
              now.recipients_households - before.recipients_households);
    tally.add(scheme, SchemeOutcome::users, 0, now.users - before.users);
}

}  // namespace

Reach::Reach(Payload const& payload) : numbers(numbers_of(payload))
{
    auto const& receives_assistance = payload.column(Column::receives_assistance);
    for (std::size_t k = 0; k < scheme_count; ++k) {
        tables.emplace_back(payload, k, false);
        for (auto const h : tables[k].households()) {
            auto const counted_in = payload.counted_in[k];
            facts[k].users.push_back(counted_in == rules::CountedIn::children
                                         ? payload.now(place_of(&MunicipalHousehold::children))[h]
                                     : counted_in == rules::CountedIn::persons
                                         ? payload.now(place_of(&MunicipalHousehold::adults))[h]
                                         : 1);
            facts[k].receives_assistance.push_back(receives_assistance[h] != 0 ? 1 : 0);
        }
    }
}

Replicate::Replicate(Payload const& payload, Reach& reach, ReplicateInputs const& inputs)
    : payload_(payload),
      reach_(reach),
      inputs_(inputs),
      need_draws_(payload.seed, payload.member, inputs.replicate, reach.numbers),
      needs_(needs_under(terms_of(inputs.terms)))
{
    auto const own = normals(payload, 0, inputs.replicate, reach.numbers);
    auto const needs_then = needs_under(terms_of(inputs.terms_then));
    for (std::size_t k = 0; k < scheme_count; ++k) {
        inclinations_[k] = draw_inclinations(k, own);
        if (payload.counts_amount[k]) {
            settle_calibration(k, needs_then);
        }
    }
    decide_baseline();
}

Inclinations Replicate::draw_inclinations(std::size_t scheme, std::vector<double> const& own) const
{
    auto const& table = reach_.tables[scheme];
    Inclinations inclinations;
    inclinations.propensity = normals(payload_, takeup::draw_of_scheme(rules::schemes[scheme].key),
                                      inputs_.replicate, table.numbers());
    inclinations.is_settled.resize(table.numbers().size());
    inclinations.amount_slope = inputs_.amount_slope;
    inclinations.mean_cents = inputs_.mean_cents[scheme];
    takeup::PropensityWeights const weights(inputs_.shared_propensity);
    for (std::size_t row = 0; row < table.households().size(); ++row) {
        auto const h = table.households()[row];
        double const shift = inputs_.shift[payload_.column(Column::shift)[h]];
        inclinations.propensity[row] = weights.propensity(own[h], inclinations.propensity[row], shift);
    }
    return inclinations;
}

// Whoever was entitled at the calibration date is inclined by that amount in every package.
void Replicate::settle_calibration(std::size_t scheme, NeedColumns const& needs_then)
{
    SchemeTable table(payload_, scheme, true);
    auto const& answers =
        table.decide(terms_of(inputs_.terms_then), {&needs_then, &inputs_.charges_then, &cash_});
    auto const& households = reach_.tables[scheme].households();
    std::size_t row = 0;
    for (std::size_t i = 0; i < table.households().size(); ++i) {
        while (households[row] != table.households()[i]) {  // both rise, and every one of these is there
            ++row;
        }
        if (answers.cents_per_year[i] > 0) {
            inclinations_[scheme].settle(row, answers.cents_per_year[i]);
        }
    }
}

void Replicate::decide_baseline()
{
    auto const terms = terms_of(inputs_.terms);
    cash_.assign(payload_.households, 0);
    for (std::size_t k = 0; k < scheme_count; ++k) {
        auto& table = reach_.tables[k];
        auto const& answers = table.decide(terms, {&needs_, &inputs_.charges, &cash_});
        for (std::size_t row = 0; payload_.counts_amount[k] && row < table.households().size(); ++row) {
            if (answers.cents_per_year[row] > 0) {
                inclinations_[k].settle(row, answers.cents_per_year[row]);
            }
        }
        count_claims(k, table, reach_.facts[k], inclinations_[k], {inputs_.threshold[k], false},
                     budget_cap(k, terms), answers, decisions_[k]);
        count_scheme(k, decisions_[k], {}, baseline_);
        add_cash(k, table, decisions_[k], cash_);
        candidates_[k] = candidates_of(table, reach_.facts[k], inclinations_[k], decisions_[k]);
        std::sort(candidates_[k].begin(), candidates_[k].end(), takeup::is_more_inclined);
        for (auto const& candidate : candidates_[k]) {
            entitled_users_[k] += candidate.users;
        }
    }
    auto const& outside = payload_.outside;
    baseline_.add(PackageOutcome::poor_households, 0, outside.poor_households);
    baseline_.add(PackageOutcome::poor_persons, 0, outside.poor_persons);
    baseline_.add(PackageOutcome::poor_children, 0, outside.poor_children);
    baseline_.add(PackageOutcome::near_poor_persons, 0, outside.near_poor_persons);
    baseline_.add(PackageOutcome::poverty_gap_cents_per_year, 0, outside.gap_cents_per_year);
    auto const& children = payload_.now(place_of(&MunicipalHousehold::children));
    outcomes::CellsOfHousehold const total{};
    for (std::size_t i = 0; i < payload_.households; ++i) {
        outcomes::count_poverty({total, payload_.column(Column::persons)[i], children[i], false},
                                position_of(payload_, i), cash_[i], baseline_);
    }
}

NeedColumns Replicate::needs_under(rules::MunicipalTerms const& terms) const
{
    std::size_t const count = payload_.households;
    NeedColumns needs{std::vector<std::int32_t>(count), std::vector<std::int32_t>(count),
                      std::vector<std::int32_t>(count)};
    need_draws_.needs(terms, needs.special.data(), needs.goods.data(), needs.crisis.data());
    return needs;
}

double Replicate::share_of_users(std::size_t scheme) const
{
    std::int64_t const entitled = entitled_users_[scheme];
    return entitled > 0 ? static_cast<double>(decisions_[scheme].users) / static_cast<double>(entitled) : 0;
}

double Replicate::threshold_under(std::size_t scheme, TakeUpChange const& change) const
{
    using Kind = TakeUpChange::Kind;
    if (change.kind == Kind::none) {
        return inputs_.threshold[scheme];
    }
    std::int64_t const users = entitled_users_[scheme];
    auto const entitled = static_cast<double>(users);
    bool const is_assumed = !payload_.counts_amount[scheme];
    if (users == 0 && !is_assumed && change.kind != Kind::share) {
        return inputs_.threshold[scheme];  // off in the baseline: there is no share of users to raise
    }
    double const now = users > 0    ? static_cast<double>(decisions_[scheme].users) / entitled
                       : is_assumed ? inputs_.assumed_share[scheme]
                                    : 0;
    double const share = change.kind == Kind::share           ? change.value
                         : change.kind == Kind::relative_rise ? now * (1 + change.value)
                                                              : now + change.value;
    return users > 0 ? takeup::threshold_of_sorted(candidates_[scheme], users,
                                                   std::llround(std::min(1.0, share) * entitled))
                     : takeup::threshold_of_share(share, inputs_.spread);
}

void Replicate::recount_poverty(std::vector<std::int32_t> const& cash, Tally& tally) const
{
    auto const& children = payload_.now(place_of(&MunicipalHousehold::children));
    outcomes::CellsOfHousehold const total{};
    for (std::size_t i = 0; i < cash.size(); ++i) {
        if (cash[i] != cash_[i]) {
            outcomes::recount_poverty({total, payload_.column(Column::persons)[i], children[i], false},
                                      position_of(payload_, i), cash_[i], cash[i], tally);
        }
    }
}

Tally Replicate::run(Package const& package) const
{
    auto values = inputs_.terms;
    std::array<bool, scheme_count> is_changed{};
    for (std::size_t i = 0; i < term_count; ++i) {
        // Set to what it is: no change, and as uncertain as before.
        if (!std::isnan(package.terms[i]) && package.terms[i] != payload_.terms[i]) {
            values[i] = package.terms[i];
            is_changed[scheme_of_term[i]] = true;
        }
    }
    auto const terms = terms_of(values);
    bool const changes_needs =
        takeup::terms_of_needs(terms) != takeup::terms_of_needs(terms_of(inputs_.terms));
    NeedColumns const own_needs = changes_needs ? needs_under(terms) : NeedColumns{};
    NeedColumns const& needs = changes_needs ? own_needs : needs_;
    Tally tally = baseline_;
    std::vector<std::uint8_t> changes(payload_.households);
    std::vector<std::int32_t> cash(payload_.households);
    bool changes_cash = false;
    Decision decision;
    for (std::size_t k = 0; k < scheme_count; ++k) {
        auto& table = reach_.tables[k];
        ClaimRule const rule{threshold_under(k, package.take_up[k]), ((package.ex_officio >> k) & 1U) != 0};
        bool const is_same = !is_changed[k] && rule.threshold == inputs_.threshold[k] &&
                             !rule.is_ex_officio &&
                             !(changes_cash && reads(k, &MunicipalHousehold::cash_support_cents_per_year));
        if (is_same) {
            add_cash(k, table, decisions_[k], cash);
            continue;
        }
        auto const& answers = table.decide(terms, {&needs, &inputs_.charges, &cash});
        count_claims(k, table, reach_.facts[k], inclinations_[k], rule, budget_cap(k, terms), answers,
                     decision);
        count_scheme(k, decision, decisions_[k], tally);
        mark_changes(table, decision, decisions_[k], changes);
        add_cash(k, table, decision, cash);
        changes_cash = changes_cash || rules::schemes[k].is_cash;
    }
    count_changes(changes, tally);
    if (changes_cash) {
        recount_poverty(cash, tally);
    }
    return tally;
}

}  // namespace minimasim::what_if
