#include "sim/run/what_if/what_if_inputs.hpp"

#include <algorithm>

#include "sim/base/loop.hpp"
#include "sim/outcomes/count.hpp"
#include "sim/run/packages/overlay.hpp"
#include "sim/run/take_up/calibration.hpp"
#include "sim/run/take_up/propensities.hpp"
#include "sim/run/uncertainty/term_factors.hpp"
#include "sim/what_if/scheme_table.hpp"

namespace minimasim::run {

namespace {

using outcomes::SchemeMask;
using rules::MunicipalHousehold;
using rules::scheme_count;
using what_if::Payload;

// One replicate: what it draws and settles, and whom each scheme can reach in it.
struct OfReplicate {
    what_if::ReplicateInputs inputs;
    std::vector<SchemeMask> reached_by;    // per household of the member, at some place of the sliders
    std::vector<SchemeMask> reached_then;  // was granted something at the calibration date
    bool remits_taxes_of_owners = false;
};

// Calls visit(scheme, household, cents) for whom every scheme of `policy` answers with a yes.
template <class Visit>
void for_each_eligible(Overlay const& overlay, rules::MunicipalTerms const& terms, std::size_t households,
                       Visit&& visit)
{
    std::vector<std::int32_t> eligible(households);
    std::vector<std::int32_t> cents(households);
    ColumnRoom room;
    auto const columns = overlay.at({0, households}, room);
    rules::for_each_scheme([&](auto scheme, auto index) {
        rules::evaluate<decltype(scheme)>(columns, households, std::get<index>(terms), eligible.data(),
                                          cents.data());
        for (std::size_t i = 0; i < households; ++i) {
            if (eligible[i] != 0) {
                visit(index, i, cents[i]);
            }
        }
    });
}

bool remits_taxes_of_owners(rules::MunicipalTerms const& terms)
{
    return rules::terms_of<rules::local_tax_waiver::Scheme>(terms).excludes_owners < 0.5;
}

void put_behaviour(Setting const& setting, takeup::Behaviour const& behaviour,
                   what_if::ReplicateInputs& inputs)
{
    inputs.shared_propensity = behaviour.shared_propensity();
    inputs.amount_slope = behaviour.amount_slope();
    for (std::size_t p = 0; p < population::profile_count; ++p) {
        for (std::size_t g = 0; g < takeup::group_count; ++g) {
            inputs.shift[p * takeup::group_count + g] =
                behaviour.profile_shift(static_cast<population::Profile>(p)) +
                behaviour.group_shift(static_cast<takeup::Group>(g));
        }
    }
    for (std::size_t k = 0; k < scheme_count; ++k) {
        if (!has_published_users(setting.municipality, k)) {
            inputs.assumed_share[k] = behaviour(rules::schemes[k].key);
        }
    }
}

OfReplicate work_out(Setting const& setting, Member const& member,
                     std::vector<what_if::Slider> const& sliders, std::uint32_t replicate)
{
    OfReplicate result;
    auto& inputs = result.inputs;
    std::size_t const households = member.population.size();
    auto const behaviour = behaviour_of(setting, replicate);
    auto const& facts = *member.facts;
    TermFactors const factors(setting, replicate);
    auto const needs = need_draws(setting, member, replicate);
    Propensities propensities(setting, member, facts, behaviour, replicate);
    inputs.replicate = replicate;
    inputs.spread = takeup::propensity_spread(behaviour, facts.on_low_income);
    put_behaviour(setting, behaviour, inputs);
    auto const calibration =
        calibrate(setting, member, facts, behaviour, inputs.spread, factors, needs, propensities);
    for (std::size_t k = 0; k < scheme_count; ++k) {
        inputs.threshold[k] = calibration.claims.threshold[k] - what_if::threshold_slack;
        inputs.mean_cents[k] = propensities.mean_cents(k);
    }

    auto const then = factors.applied(setting, setting.calibration_policy);
    inputs.terms_then = what_if::values_of(then.municipal);
    inputs.charges_then = then.local_charges;
    result.reached_then.resize(households);
    for_each_eligible(Overlay(member.calibration, member.population, then, needs), then.municipal, households,
                      [&](std::size_t k, std::size_t i, std::int32_t cents) {
                          bool const settles = cents > 0 && has_published_users(setting.municipality, k);
                          result.reached_then[i] |= static_cast<SchemeMask>(settles << k);
                      });

    auto policy = factors.applied(setting, setting.packages[0].policy);
    inputs.terms = what_if::values_of(policy.municipal);
    inputs.charges = policy.local_charges;
    auto const widest = what_if::widest_terms(policy.municipal, sliders);
    policy.municipal = widest.terms;
    SchemeMask unknown = 0;
    for (std::size_t k = 0; k < scheme_count; ++k) {
        unknown |= static_cast<SchemeMask>(!widest.is_known[k] << k);
    }
    result.reached_by.assign(households, unknown);
    for_each_eligible(Overlay(member.by_law[0], member.population, policy, needs), policy.municipal,
                      households, [&](std::size_t k, std::size_t i, std::int32_t) {
                          result.reached_by[i] |= static_cast<SchemeMask>(1U << k);
                      });
    result.remits_taxes_of_owners =
        remits_taxes_of_owners(then.municipal) || remits_taxes_of_owners(policy.municipal);
    return result;
}

bool gives_cash(SchemeMask schemes)
{
    for (std::size_t k = 0; k < scheme_count; ++k) {
        if (((schemes >> k) & 1U) != 0 && rules::schemes[k].is_cash) {
            return true;
        }
    }
    return false;
}

// For whom the page must know a field: households that one of these schemes can reach. Persons are counted by
// poverty and users too.
SchemeMask readers_of(std::int32_t MunicipalHousehold::*field)
{
    if (field == &MunicipalHousehold::adults || field == &MunicipalHousehold::children) {
        return static_cast<SchemeMask>(~0U);
    }
    SchemeMask readers = 0;
    for (std::size_t k = 0; k < scheme_count && !what_if::is_drawn(field); ++k) {
        readers |= static_cast<SchemeMask>(what_if::reads(k, field) << k);
    }
    return readers;
}

// One column of a date, of the embedded households.
std::vector<std::int32_t> column_of(MemberColumns const& columns, std::size_t field,
                                    std::vector<std::uint32_t> const& embedded,
                                    std::vector<std::int32_t> const& schemes)
{
    std::vector<std::int32_t> values(embedded.size());
    auto const readers = readers_of(rules::municipal_fields[field]);
    for (std::size_t row = 0; row < embedded.size(); ++row) {
        if ((static_cast<SchemeMask>(schemes[row]) & readers) != 0) {
            values[row] = columns.column(field)[embedded[row]];
        }
    }
    return values;
}

outcomes::Tally poverty_without_cash(Member const& member, std::vector<std::uint32_t> const& households)
{
    outcomes::Tally tally(1);
    auto const& begin = member.population.person_begin;
    auto const& columns = member.by_law[0];
    auto const children = columns.column(field_index(&MunicipalHousehold::children));
    for (auto const i : households) {
        outcomes::count_poverty({columns.cells[i], begin[i + 1] - begin[i], children[i], false},
                                columns.poverty[i], 0, tally);
    }
    return tally;
}

void put_own_columns(Member const& member, std::vector<std::uint32_t> const& embedded, bool remits_to_owners,
                     Payload& payload)
{
    auto const& population = member.population;
    for (std::size_t row = 0; row < embedded.size(); ++row) {
        auto const i = embedded[row];
        auto const put = [&](what_if::Column column, std::int32_t value) {
            payload.column(column)[row] = value;
        };
        auto const profile = population.persons.profile[population.person_begin[i]];
        put(what_if::Column::number, static_cast<std::int32_t>(i));
        put(what_if::Column::persons,
            static_cast<std::int32_t>(population.person_begin[i + 1] - population.person_begin[i]));
        put(what_if::Column::shift, static_cast<std::int32_t>(profile) * takeup::group_count +
                                        static_cast<std::int32_t>(member.facts->groups[i]));
        put(what_if::Column::receives_assistance, population.receives_social_assistance[i] != 0 ? 1 : 0);
        put(what_if::Column::woz_value_euro, remits_to_owners ? population.woz_value_euro[i] : 0);
        if (gives_cash(static_cast<SchemeMask>(payload.column(what_if::Column::reached_by)[row]))) {
            auto const& position = member.by_law[0].poverty[i];
            put(what_if::Column::passes_wealth_test, position.passes_wealth_test ? 1 : 0);
            put(what_if::Column::margin_cents_per_month,
                position.passes_wealth_test ? position.margin_cents_per_month : 0);
            put(what_if::Column::line_cents_per_month,
                position.passes_wealth_test ? position.line_cents_per_month : 0);
        }
    }
}

}  // namespace

bool can_make_what_if(Setting const& setting)
{
    for (std::size_t k = 0; k < scheme_count; ++k) {
        if (has_published_users(setting.municipality, k) &&
            what_if::reads(k, &MunicipalHousehold::cash_support_cents_per_year)) {
            return false;
        }
    }
    return true;
}

Payload what_if_inputs(Setting const& setting, Member const& member, std::uint32_t replicates,
                       std::vector<what_if::Slider> const& sliders, int threads)
{
    auto const results = run_in_parallel(replicates, threads, [&](std::size_t r) {
        return work_out(setting, member, sliders, static_cast<std::uint32_t>(r));
    });
    Payload payload;
    payload.seed = setting.seed;
    payload.member = member.number;
    payload.counted_in = setting.counted_in;
    payload.terms = what_if::values_of(setting.packages[0].policy.policy.municipal);
    for (std::size_t k = 0; k < scheme_count; ++k) {
        payload.counts_amount[k] = has_published_users(setting.municipality, k);
    }
    for (auto const& measure : setting.municipality.measures) {
        payload.measures.push_back(measure.key);
    }
    payload.measure_budgets = setting.packages[0].policy.measure_budgets;

    std::vector<std::uint32_t> embedded;
    std::vector<std::uint32_t> without_cash;
    auto& reached_by = payload.column(what_if::Column::reached_by);
    auto& reached_then = payload.column(what_if::Column::reached_then);
    for (std::uint32_t i = 0; i < member.population.size(); ++i) {
        SchemeMask now = 0;
        SchemeMask then = 0;
        for (auto const& result : results) {
            now |= result.reached_by[i];
            then |= result.reached_then[i];
        }
        if (now != 0) {
            embedded.push_back(i);
            reached_by.push_back(now);
            reached_then.push_back(now & then);
        }
        if (!gives_cash(now)) {
            without_cash.push_back(i);
        }
    }
    bool remits_to_owners = false;
    for (auto const& result : results) {
        payload.replicates.push_back(result.inputs);
        remits_to_owners = remits_to_owners || result.remits_taxes_of_owners;
    }
    payload.households = embedded.size();
    for (auto& column : payload.columns) {
        column.resize(embedded.size());
    }
    put_own_columns(member, embedded, remits_to_owners, payload);
    for (std::size_t field = 0; field < rules::municipal_field_count; ++field) {
        payload.now(field) = column_of(member.by_law[0], field, embedded, reached_by);
        payload.then(field) = column_of(member.calibration, field, embedded, reached_then);
    }
    auto const outside = poverty_without_cash(member, without_cash);
    using outcomes::PackageOutcome;
    payload.outside = {outside.at(PackageOutcome::poor_households), outside.at(PackageOutcome::poor_persons),
                       outside.at(PackageOutcome::poor_children),
                       outside.at(PackageOutcome::near_poor_persons),
                       outside.at(PackageOutcome::poverty_gap_cents_per_year)};
    return payload;
}

}  // namespace minimasim::run
