#include "sim/run/replicate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>

#include "sim/base/draw.hpp"
#include "sim/base/loop.hpp"
#include "sim/takeup/needs.hpp"
#include "sim/takeup/propensity.hpp"

namespace minimasim::run {

namespace {

using outcomes::PackageOutcome;
using outcomes::SchemeOutcome;
using outcomes::Tally;
using rules::scheme_count;
using SchemeMask = std::uint16_t;  // one bit a scheme
static_assert(scheme_count <= 16);

constexpr std::size_t field(std::int32_t rules::MunicipalHousehold::*member) { return field_index(member); }

// The terms of one replicate: every uncertain term multiplied by the same drawn factor on every date and in every
// package that does not set it.
class TermFactors {
  public:
    TermFactors(Setting const& setting, std::uint32_t replicate)
    {
        auto const& terms = setting.municipality.uncertain_terms;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            double const u = uniform(setting.seed, Stream::term, 0, static_cast<std::uint32_t>(i), 0, replicate);
            double const drawn = terms[i].low + u * (terms[i].high - terms[i].low);
            double const central = term_value(setting.calibration_policy.policy, terms[i].scheme, terms[i].term);
            factors_.push_back(central > 0 ? drawn / central : 1.0);
        }
    }

    rules::Policy applied(Setting const& setting, DatedPolicy const& dated) const
    {
        rules::Policy policy = dated.policy;
        auto const& terms = setting.municipality.uncertain_terms;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            if (!is_set_by_package(dated, terms[i])) {
                double const value = term_value(policy, terms[i].scheme, terms[i].term);
                set_term(policy, terms[i].scheme, terms[i].term, value * factors_[i]);
            }
        }
        return policy;
    }

  private:
    static bool is_set_by_package(DatedPolicy const& dated, UncertainTerm const& term)
    {
        return std::any_of(dated.terms.begin(), dated.terms.end(), [&](outcomes::TermRow const& row) {
            return row.scheme == term.scheme && row.term == term.term && row.status == "package";
        });
    }

    std::vector<double> factors_;
};

// Columns that replicates lay over those of a member: needs and local taxes.
class Overlay {
  public:
    Overlay(MemberColumns const& base, population::Population const& population, rules::Policy const& policy,
            std::vector<takeup::Needs> const& needs)
        : columns_(base.all())
    {
        std::size_t const n = base.households;
        for (auto& column : own_) {
            column.resize(n);
        }
        for (std::size_t i = 0; i < n; ++i) {
            own_[0][i] = needs[i].special_cents_per_year;
            own_[1][i] = needs[i].goods_cents_per_year;
            own_[2][i] = needs[i].crisis_cents_per_year;
            bool const is_owner = population.tenure[i] == population::Tenure::owner;
            int const persons = static_cast<int>(population.person_begin[i + 1] - population.person_begin[i]);
            own_[3][i] = rules::cents_of(rules::local_taxes_per_year(persons, is_owner, population.woz_value_euro[i],
                                                                     policy.local_charges));
        }
        columns_[field(&rules::MunicipalHousehold::special_need_cents_per_year)] = own_[0].data();
        columns_[field(&rules::MunicipalHousehold::goods_need_cents_per_year)] = own_[1].data();
        columns_[field(&rules::MunicipalHousehold::crisis_need_cents_per_year)] = own_[2].data();
        columns_[field(&rules::MunicipalHousehold::local_taxes_cents_per_year)] = own_[3].data();
    }

    rules::MunicipalColumns at(std::size_t begin) const
    {
        auto columns = columns_;
        for (auto& column : columns) {
            column += begin;
        }
        return columns;
    }

  private:
    rules::MunicipalColumns columns_;
    std::array<std::vector<std::int32_t>, 4> own_;
};

// Propensities, drawn when first asked for.
class Propensities {
  public:
    Propensities(Setting const& setting, Member const& member, takeup::Behaviour const& behaviour,
                 std::uint32_t replicate)
        : setting_(setting), member_(member), behaviour_(behaviour), replicate_(replicate)
    {
        for (auto& column : known_) {
            column.assign(member.population.size(), std::numeric_limits<double>::quiet_NaN());
        }
        for (std::size_t k = 0; k < scheme_count; ++k) {
            draw_[k] = takeup::draw_of_scheme(rules::schemes[k].key);
        }
    }

    double of(std::size_t scheme, std::size_t household)
    {
        double& value = known_[scheme][household];
        if (std::isnan(value)) {
            auto const& population = member_.population;
            value = takeup::propensity(behaviour_, setting_.seed, member_.number,
                                       static_cast<std::uint32_t>(household),
                                       population.persons.profile[population.person_begin[household]], draw_[scheme],
                                       replicate_);
        }
        return value;
    }

  private:
    Setting const& setting_;
    Member const& member_;
    takeup::Behaviour const& behaviour_;
    std::uint32_t replicate_;
    std::array<std::uint32_t, scheme_count> draw_{};
    std::array<std::vector<double>, scheme_count> known_;
};

// Who of the entitled claims, for one package.
struct ClaimRule {
    std::array<double, scheme_count> threshold{};
    SchemeMask ex_officio = 0;
};

// What a pass over the households leaves behind.
struct Marks {
    std::vector<SchemeMask> entitled;
    std::vector<SchemeMask> received;
};

// Everything one package needs while blocks go by.
struct Pass {
    rules::Policy const* policy = nullptr;
    Overlay const* overlay = nullptr;
    MemberColumns const* columns = nullptr;
    ClaimRule claims;
    Marks const* baseline = nullptr;  // nothing for the baseline itself
    Marks* marks = nullptr;           // filled when the pass is a baseline
    std::array<std::vector<takeup::Candidate>, scheme_count>* candidates = nullptr;  // filled when asked for
    std::array<std::vector<std::uint8_t>, scheme_count> granted_under_cap;  // of capped schemes: who is served
};

std::int64_t users_of(rules::CountedIn counted_in, rules::MunicipalHousehold const& h)
{
    return counted_in == rules::CountedIn::children  ? h.children
           : counted_in == rules::CountedIn::persons ? h.adults
                                                     : 1;
}

struct BlockBuffers {
    std::vector<std::int32_t> eligible;
    std::vector<std::int32_t> cents;
    std::vector<std::int32_t> cash;
    std::vector<SchemeMask> entitled;
    std::vector<SchemeMask> received;

    void start(std::size_t rows)
    {
        eligible.resize(rows);
        cents.resize(rows);
        cash.assign(rows, 0);
        entitled.assign(rows, 0);
        received.assign(rows, 0);
    }
};

// A household's persons of each kind, for counting.
struct Heads {
    std::int64_t persons = 0;
    std::int64_t children = 0;
};

Heads heads_of(population::Population const& population, MemberColumns const& columns, std::size_t household)
{
    return {population.person_begin[household + 1] - population.person_begin[household],
            columns.column(field(&rules::MunicipalHousehold::children))[household]};
}

// Counts one scheme's decisions for a block and applies the claims.
template <class Scheme>
void settle_scheme(std::size_t scheme, Member const& member, Pass const& pass, Block block,
                   Propensities& propensities, BlockBuffers& buffers, Tally& tally)
{
    SchemeMask const bit = static_cast<SchemeMask>(1U << scheme);
    auto const columns = pass.overlay->at(block.begin);
    for (std::size_t row = 0; row < block.end - block.begin; ++row) {
        if (buffers.eligible[row] == 0) {
            continue;
        }
        std::size_t const i = block.begin + row;
        auto const& cells = pass.columns->cells[i];
        auto const heads = heads_of(member.population, *pass.columns, i);
        std::int32_t const grant = buffers.cents[row];
        // A capped budget is no right: only who has the need counts as entitled to it.
        if (!Scheme::is_capped || grant > 0) {
            buffers.entitled[row] |= bit;
            tally.add_everywhere(scheme, SchemeOutcome::entitled_households, cells, 1);
            tally.add(scheme, SchemeOutcome::entitled_persons, 0, heads.persons);
            tally.add(scheme, SchemeOutcome::entitled_children, 0, heads.children);
        }
        if (grant == 0) {
            continue;
        }
        std::int64_t const users = users_of(Scheme::counted_in, rules::household_at(columns, row));
        double const propensity = propensities.of(scheme, i);
        if (pass.candidates != nullptr) {
            (*pass.candidates)[scheme].push_back({propensity, users});
        }
        bool const is_ex_officio = (pass.claims.ex_officio & bit) && member.population.receives_social_assistance[i];
        bool claims = is_ex_officio || propensity >= pass.claims.threshold[scheme];
        if constexpr (Scheme::is_capped) {
            claims = claims && pass.granted_under_cap[scheme][i] != 0;
        }
        if (!claims) {
            continue;
        }
        buffers.received[row] |= bit;
        tally.add_everywhere(scheme, SchemeOutcome::recipients_households, cells, 1);
        tally.add_everywhere(scheme, SchemeOutcome::cost_cents_per_year, cells, grant);
        tally.add(scheme, SchemeOutcome::recipients_persons, 0, heads.persons);
        tally.add(scheme, SchemeOutcome::recipients_children, 0, heads.children);
        tally.add(scheme, SchemeOutcome::users, 0, users);
        if (Scheme::is_cash) {
            buffers.cash[row] += grant;
        }
    }
}

// Counts who is newly entitled or reached against the baseline.
void count_changes(Member const& member, Pass const& pass, Block block, BlockBuffers const& buffers, Tally& tally)
{
    auto const count = [&](PackageOutcome households, PackageOutcome persons, PackageOutcome children,
                           std::size_t i, bool is_counted) {
        if (is_counted) {
            auto const heads = heads_of(member.population, *pass.columns, i);
            tally.add_everywhere(households, pass.columns->cells[i], 1);
            tally.add(persons, 0, heads.persons);
            tally.add(children, 0, heads.children);
        }
    };
    for (std::size_t row = 0; row < block.end - block.begin; ++row) {
        std::size_t const i = block.begin + row;
        SchemeMask const entitled = buffers.entitled[row];
        SchemeMask const received = buffers.received[row];
        SchemeMask const entitled_before = pass.baseline->entitled[i];
        SchemeMask const received_before = pass.baseline->received[i];
        if (entitled == entitled_before && received == received_before) {
            continue;
        }
        count(PackageOutcome::newly_entitled_households, PackageOutcome::newly_entitled_persons,
              PackageOutcome::newly_entitled_children, i, (entitled & ~entitled_before) != 0);
        count(PackageOutcome::no_longer_entitled_households, PackageOutcome::no_longer_entitled_persons,
              PackageOutcome::no_longer_entitled_children, i, (entitled_before & ~entitled) != 0);
        count(PackageOutcome::newly_reached_households, PackageOutcome::newly_reached_persons,
              PackageOutcome::newly_reached_children, i, (received & ~received_before) != 0);
        count(PackageOutcome::no_longer_reached_households, PackageOutcome::no_longer_reached_persons,
              PackageOutcome::no_longer_reached_children, i, (received_before & ~received) != 0);
    }
}

// Counts poverty for a block, after the cash received.
void count_poverty(Member const& member, Pass const& pass, Block block, BlockBuffers const& buffers, Tally& tally)
{
    for (std::size_t row = 0; row < block.end - block.begin; ++row) {
        std::size_t const i = block.begin + row;
        auto const& position = pass.columns->poverty[i];
        if (!position.passes_wealth_test) {
            continue;
        }
        std::int32_t const cash = buffers.cash[row];
        auto deducted = position;
        deducted.margin_cents_per_month -= position.health_premium_cents_per_month;
        std::int32_t const gap = outcomes::poverty_gap_cents_per_month(position, cash);
        bool const is_poor_when_deducted = outcomes::poverty_gap_cents_per_month(deducted, cash) > 0;
        bool const is_near = outcomes::is_near_poor(position, cash);
        if (!is_poor_when_deducted && !is_near && gap == 0) {
            continue;
        }
        auto const& cells = pass.columns->cells[i];
        auto const heads = heads_of(member.population, *pass.columns, i);
        if (is_near) {
            tally.add_everywhere(PackageOutcome::near_poor_persons, cells, heads.persons);
        }
        if (is_poor_when_deducted) {
            tally.add_everywhere(PackageOutcome::poor_persons_premium_deducted, cells, heads.persons);
        }
        if (gap > 0) {
            auto const source = member.population.main_source[i];
            bool const works =
                source == population::Source::employee || source == population::Source::self_employed;
            tally.add_everywhere(PackageOutcome::poor_households, cells, 1);
            tally.add_everywhere(PackageOutcome::poor_persons, cells, heads.persons);
            tally.add_everywhere(PackageOutcome::poor_children, cells, heads.children);
            tally.add_everywhere(PackageOutcome::poverty_gap_cents_per_year, cells, 12LL * gap);
            tally.add_everywhere(PackageOutcome::poor_persons_in_working_households, cells, works ? heads.persons : 0);
        }
    }
}

// Runs one package over one block: every scheme in order, then changes and poverty.
void run_block(Member const& member, Pass const& pass, Block block, Propensities& propensities, BlockBuffers& buffers,
               Tally& tally)
{
    std::size_t const rows = block.end - block.begin;
    buffers.start(rows);
    auto columns = pass.overlay->at(block.begin);
    columns[field(&rules::MunicipalHousehold::cash_support_cents_per_year)] = buffers.cash.data();
    rules::for_each_scheme([&](auto scheme, auto index) {
        using S = decltype(scheme);
        auto const& terms = std::get<index>(pass.policy->municipal);
        if (terms.is_active < 0.5) {
            return;
        }
        rules::evaluate<S>(columns, rows, terms, buffers.eligible.data(), buffers.cents.data());
        settle_scheme<S>(index, member, pass, block, propensities, buffers, tally);
    });
    count_poverty(member, pass, block, buffers, tally);
    if (pass.baseline != nullptr) {
        count_changes(member, pass, block, buffers, tally);
    }
    if (pass.marks != nullptr) {
        std::copy(buffers.entitled.begin(), buffers.entitled.end(), pass.marks->entitled.begin() + static_cast<std::ptrdiff_t>(block.begin));
        std::copy(buffers.received.begin(), buffers.received.end(), pass.marks->received.begin() + static_cast<std::ptrdiff_t>(block.begin));
    }
}

Tally run_pass(Setting const& setting, Member const& member, Pass const& pass, Propensities& propensities)
{
    Tally tally(setting.cells.size());
    BlockBuffers buffers;
    for (auto const block : split_into_blocks(member.population.size(), setting.block_size)) {
        run_block(member, pass, block, propensities, buffers, tally);
    }
    return tally;
}

// Who a capped budget serves: claimants from the most inclined on, until the next grant would exceed the cap.
void serve_under_caps(Member const& member, Pass& pass, Propensities& propensities)
{
    rules::for_each_scheme([&](auto scheme, auto index) {
        using S = decltype(scheme);
        if constexpr (S::is_capped) {
            auto const& terms = std::get<index>(pass.policy->municipal);
            std::size_t const n = member.population.size();
            auto& served = pass.granted_under_cap[index];
            served.assign(n, 0);
            if (terms.is_active < 0.5) {
                return;
            }
            struct Claim {
                double propensity;
                std::size_t household;
                std::int64_t cents;
            };
            std::vector<Claim> claims;
            auto const columns = pass.overlay->at(0);
            for (std::size_t i = 0; i < n; ++i) {
                auto const decided = S::entitlement(rules::household_at(columns, i), terms);
                if (decided.cents_per_year > 0 && propensities.of(index, i) >= pass.claims.threshold[index]) {
                    claims.push_back({propensities.of(index, i), i, decided.cents_per_year});
                }
            }
            std::sort(claims.begin(), claims.end(), [](Claim const& a, Claim const& b) {
                return a.propensity != b.propensity ? a.propensity > b.propensity : a.household < b.household;
            });
            std::int64_t left = to_cents(terms.budget_cap);
            for (auto const& claim : claims) {
                if (claim.cents > left) {
                    break;
                }
                left -= claim.cents;
                served[claim.household] = 1;
            }
        }
    });
}

// The take-up of schemes without published users: a share of the entitled, from the assumptions.
double threshold_of_share(double share)
{
    if (share <= 0) {
        return std::numeric_limits<double>::infinity();
    }
    if (share >= 1) {
        return -std::numeric_limits<double>::infinity();
    }
    return normal_quantile(1 - share);
}

std::size_t scheme_index(std::string const& key)
{
    for (std::size_t k = 0; k < scheme_count; ++k) {
        if (key == rules::schemes[k].key) {
            return k;
        }
    }
    return scheme_count;
}

// The claim rule of a package: that of the baseline, with its what-ifs on behaviour.
ClaimRule claims_of(Package const& package, ClaimRule const& baseline,
                    std::array<std::vector<takeup::Candidate>, scheme_count> const& candidates,
                    Tally const& baseline_tally)
{
    ClaimRule claims = baseline;
    for (auto const& scheme : package.ex_officio) {
        claims.ex_officio |= static_cast<SchemeMask>(1U << scheme_index(scheme));
    }
    for (auto const& change : package.take_up) {
        std::size_t const k = scheme_index(change.scheme);
        std::int64_t users = 0;
        for (auto const& candidate : candidates[k]) {
            users += candidate.users;
        }
        if (users == 0) {
            claims.threshold[k] = threshold_of_share(change.value);
            continue;
        }
        double const now =
            static_cast<double>(baseline_tally.at(k, SchemeOutcome::users)) / static_cast<double>(users);
        double const share = change.kind == input::TakeUpChange::Kind::share           ? change.value
                             : change.kind == input::TakeUpChange::Kind::relative_rise ? now * (1 + change.value)
                                                                                       : now + change.value;
        claims.threshold[k] = takeup::threshold_for_share(candidates[k], std::min(1.0, share)).propensity;
    }
    return claims;
}

// Calibrates take-up in the baseline at the calibration date.
ClaimRule calibrate(Setting const& setting, std::array<std::vector<takeup::Candidate>, scheme_count> const& entitled,
                    takeup::Behaviour const& behaviour, std::vector<takeup::Threshold>& thresholds)
{
    ClaimRule claims;
    thresholds.assign(scheme_count, {});
    std::array<bool, scheme_count> has_target{};
    for (auto const& target : setting.municipality.targets) {
        std::size_t const k = scheme_index(target.scheme);
        has_target[k] = true;
        thresholds[k] = takeup::threshold_for(entitled[k], std::llround(target.users));
        claims.threshold[k] = thresholds[k].propensity;
    }
    for (std::size_t k = 0; k < scheme_count; ++k) {
        if (!has_target[k]) {
            claims.threshold[k] = threshold_of_share(behaviour(rules::schemes[k].key));
            thresholds[k].propensity = claims.threshold[k];
        }
    }
    return claims;
}

std::vector<takeup::Needs> draw_all_needs(Setting const& setting, Member const& member, rules::Policy const& policy,
                                          std::uint32_t replicate)
{
    std::vector<takeup::Needs> needs(member.population.size());
    for (std::size_t i = 0; i < needs.size(); ++i) {
        needs[i] = takeup::draw_needs(policy.municipal, setting.seed, member.number, static_cast<std::uint32_t>(i),
                                      replicate);
    }
    return needs;
}

// Whether a package touches what is drawn or charged before the schemes decide.
bool changes_needs_or_charges(rules::Policy const& package, rules::Policy const& baseline)
{
    auto const drawn_from = [](rules::Policy const& policy) {
        auto const& special = rules::terms_of<rules::special_assistance::Scheme>(policy.municipal);
        auto const& goods = rules::terms_of<rules::goods_scheme::Scheme>(policy.municipal);
        auto const& crisis = rules::terms_of<rules::tailored_budget::Scheme>(policy.municipal);
        auto const& charges = policy.local_charges;
        return std::array{special.need_share,          special.administration_share, special.administration_cost,
                          special.general_cost,        goods.need_share,             goods.mean_grant,
                          crisis.need_share,           crisis.mean_grant,            charges.waste_one_person,
                          charges.waste_more_persons,  charges.sewer_user,           charges.property_tax_share_of_woz};
    };
    return drawn_from(package) != drawn_from(baseline);
}

// Recipients of the income supplement over the households on a low income for at least this many years.
double supplement_reach(Member const& member, Tally const& calibration, int years)
{
    auto const income = member.calibration.column(field(&rules::MunicipalHousehold::income_cents_per_month));
    auto const norm = member.calibration.column(field(&rules::MunicipalHousehold::norm_cents_per_month));
    auto const pensioner = member.calibration.column(field(&rules::MunicipalHousehold::has_pensioner));
    std::int64_t households = 0;
    for (std::size_t i = 0; i < member.population.size(); ++i) {
        bool const is_low = outcomes::norm_band(income[i], norm[i]) <= 2;  // up to 120 %
        households += is_low && !pensioner[i] && member.population.years_on_low_income[i] >= years ? 1 : 0;
    }
    constexpr std::size_t supplement = rules::index_of<rules::income_supplement::Scheme>();
    auto const recipients = calibration.at(supplement, SchemeOutcome::recipients_households);
    return households == 0 ? 0 : static_cast<double>(recipients) / static_cast<double>(households);
}

}  // namespace

ReplicateResult run_replicate(Setting const& setting, Member const& member, std::uint32_t replicate)
{
    ReplicateResult result;
    takeup::Behaviour const behaviour(setting.behaviour, setting.seed, replicate);
    TermFactors const factors(setting, replicate);
    Propensities propensities(setting, member, behaviour, replicate);

    // The baseline at the calibration date: first who is entitled, then with the claims that reach the published users.
    rules::Policy const then = factors.applied(setting, setting.calibration_policy);
    Overlay const overlay_then(member.calibration, member.population, then,
                               draw_all_needs(setting, member, then, replicate));
    std::array<std::vector<takeup::Candidate>, scheme_count> entitled;
    Pass pass;
    pass.policy = &then;
    pass.overlay = &overlay_then;
    pass.columns = &member.calibration;
    pass.candidates = &entitled;
    serve_under_caps(member, pass, propensities);
    run_pass(setting, member, pass, propensities);
    ClaimRule const baseline_claims = calibrate(setting, entitled, behaviour, result.thresholds);
    pass.candidates = nullptr;
    pass.claims = baseline_claims;
    result.calibration = run_pass(setting, member, pass, propensities);
    result.supplement_reach_one_year = supplement_reach(member, result.calibration, 1);
    result.supplement_reach_four_years = supplement_reach(member, result.calibration, 4);

    // The baseline at the policy date.
    std::vector<rules::Policy> policies;
    for (auto const& package : setting.packages) {
        policies.push_back(factors.applied(setting, package.policy));
    }
    auto const needs = draw_all_needs(setting, member, policies[0], replicate);
    std::vector<std::unique_ptr<Overlay>> overlays;  // one per law, and one per package with needs or charges of its own
    for (auto const& columns : member.by_law) {
        overlays.push_back(std::make_unique<Overlay>(columns, member.population, policies[0], needs));
    }
    Marks marks;
    marks.entitled.resize(member.population.size());
    marks.received.resize(member.population.size());
    std::array<std::vector<takeup::Candidate>, scheme_count> entitled_now;
    Pass baseline;
    baseline.policy = &policies[0];
    baseline.overlay = overlays[0].get();
    baseline.columns = &member.by_law[0];
    baseline.claims = baseline_claims;
    baseline.marks = &marks;
    baseline.candidates = &entitled_now;
    serve_under_caps(member, baseline, propensities);
    result.packages.push_back(run_pass(setting, member, baseline, propensities));

    // Every other package, all of them while a block is in the cache.
    std::vector<Pass> passes(setting.packages.size());
    for (std::size_t p = 1; p < setting.packages.size(); ++p) {
        auto const& package = setting.packages[p];
        passes[p].policy = &policies[p];
        passes[p].overlay = overlays[package.law_index].get();
        if (changes_needs_or_charges(policies[p], policies[0])) {
            overlays.push_back(std::make_unique<Overlay>(member.by_law[package.law_index], member.population,
                                                         policies[p],
                                                         draw_all_needs(setting, member, policies[p], replicate)));
            passes[p].overlay = overlays.back().get();
        }
        passes[p].columns = &member.by_law[package.law_index];
        passes[p].claims = claims_of(package, baseline_claims, entitled_now, result.packages[0]);
        passes[p].baseline = &marks;
        serve_under_caps(member, passes[p], propensities);
        result.packages.emplace_back(setting.cells.size());
    }
    BlockBuffers buffers;
    for (auto const block : split_into_blocks(member.population.size(), setting.block_size)) {
        for (std::size_t p = 1; p < setting.packages.size(); ++p) {
            run_block(member, passes[p], block, propensities, buffers, result.packages[p]);
        }
    }
    return result;
}

}  // namespace minimasim::run
