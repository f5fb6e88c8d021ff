#include "sim/forecast/people/people_model.hpp"

#include <algorithm>
#include <cmath>

#include "sim/forecast/people/next_year.hpp"
#include "sim/population/archetype.hpp"

namespace minimasim::forecast {

namespace {

using namespace population;

constexpr std::int32_t limit_single_cents = 757'500;
constexpr std::int32_t limit_family_cents = 1'515'000;
constexpr double largest_chance = 0.9;
constexpr std::uint64_t trial_seed = 0x7269616C;  // apart from that of any forecast

// What the base year expects of a year.
struct Expected {
    double women = 0;                 // births of all women by age
    double mothers = 0;               // of those who can have one in the model
    double couples_ended = 0;         // couples that part or that death ends
    std::array<double, 2> singles{};  // beginning to live together, by sex
    double employees = 0;
    double unemployed = 0;
    double disabled = 0;
    double disabled_retiring = 0;
    double without_income = 0;       // heads
    double second_earners = 0;       // employees with a partner who earns
    std::array<double, 3> middle{};  // households just above
};

bool is_earning(Member const& m)
{
    return m.source == Source::employee || m.source == Source::self_employed || m.source == Source::pension;
}

double ratio(double part, double whole)
{
    return whole > 0 ? std::clamp(part / whole, 0.0, largest_chance) : 0;
}

void add_household(Family const& f, PeopleTerms const& terms, DemographicRates const& rates, Expected& e)
{
    auto const& claimant = f.members[0];
    bool const has_partner = f.has_partner();
    if (has_partner) {
        auto const& partner = f.members[1];
        double const parting =
            terms.separation_factor * rates(AgeProcess::separation, claimant.sex, claimant.age);
        double const both_live =
            (1 - terms.deaths_factor * rates(AgeProcess::death, claimant.sex, claimant.age)) *
            (1 - terms.deaths_factor * rates(AgeProcess::death, partner.sex, partner.age));
        e.couples_ended += parting + 1 - both_live;
    } else if (f.type != HouseholdType::other) {
        e.singles[static_cast<std::size_t>(claimant.sex)] +=
            rates(AgeProcess::couple, claimant.sex, claimant.age);
    }
    for (auto const& m : f.members) {
        if (m.sex == Sex::woman) {
            double const birth = rates(AgeProcess::birth, m.sex, m.age);
            e.women += birth;
            e.mothers += m.is_head() ? birth * (has_partner ? 1 : terms.births_without_partner) : 0;
        }
        e.employees += m.source == Source::employee;
        e.unemployed += m.source == Source::unemployment_benefit;
        e.disabled += m.source == Source::disability_benefit;
        e.disabled_retiring += m.source == Source::disability_benefit && m.age == pension_age - 1;
        e.without_income += m.is_head() && m.source == Source::none;
    }
    bool const has_two = has_partner && is_earning(f.members[0]) && is_earning(f.members[1]);
    for (std::size_t k = 0; has_two && k < 2; ++k) {
        e.second_earners += f.members[k].source == Source::employee;
    }
    if (!is_low(f.income_class) && f.income_class <= IncomeClass::up_to_p40) {
        e.middle[static_cast<std::size_t>(earning_of(f))] += 1;
    }
}

}  // namespace

bool has_few_means(Family const& f)
{
    bool const is_single = f.type == HouseholdType::one_person || f.type == HouseholdType::other;
    return f.liquid_assets_cents <= (is_single ? limit_single_cents : limit_family_cents);
}

bool has_one_earner(Family const& f)
{
    bool const has_two = f.has_partner() && is_earning(f.members[0]) && is_earning(f.members[1]);
    return earning_of(f) == Earning::work && !has_two;
}

bool may_claim_by_work(Family const& f)
{
    return has_one_earner(f) && f.income_class <= IncomeClass::up_to_p40 && has_few_means(f);
}

double chance_to_leave_low(PeopleTerms const& terms, Earning earning, int years)
{
    double const first = earning == Earning::work      ? terms.low_exit_working_per_year
                         : earning == Earning::pension ? terms.low_exit_pension_per_year
                                                       : 0;
    return std::min(largest_chance, years < 4 ? first : first * terms.later_years_factor);
}

namespace {

// Of social assistance.
bool is_at_risk(Family const& f)
{
    auto const age = f.members[0].age;
    return age >= youngest_for_assistance && age < pension_age &&
           (may_claim_by_work(f) || (f.main_source == Source::none && has_few_means(f)));
}

struct LowStock {
    std::array<double, 3> low{};  // by Earning
    double assisted = 0;
    double at_risk = 0;  // of assistance, by work or without income
};

LowStock low_stock(People const& people)
{
    LowStock stock;
    Family f;
    for (std::size_t i = 0; i < people.size(); ++i) {
        read_family(people, i, f);
        stock.low[static_cast<std::size_t>(earning_of(f))] += is_low(f.income_class) ? 1 : 0;
        stock.assisted += f.is_assisted() ? 1 : 0;
        // Who moved in this year brings the incomes of the year.
        stock.at_risk += is_at_risk(f) && f.origin != Origin::moved_in ? 1 : 0;
    }
    return stock;
}

// Those who enter low income by a loss of income, and assistance, fill what a trial of the first year without
// them lacks: so the stocks of the base year stay, whatever else moves them.
void calibrate_entries(PeopleModel& model, Expected const& e)
{
    auto& c = model.chances;
    auto const& terms = model.terms;
    Address const trial_address{trial_seed, model.donors->base().population.member, 0};
    YearAccounts accounts;
    auto const before = low_stock(model.donors->base());
    auto const after =
        low_stock(next_year(model.donors->base(), model, trial_address, model.first_year, {}, accounts));

    double const entering =
        std::max(0.0, (1 + terms.assistance_trend_per_year) * before.assisted - after.assisted);
    double const again = terms.reinflow_share * (entering + static_cast<double>(accounts.assisted_entered));
    double const left = static_cast<double>(accounts.assisted_left - accounts.assisted_retired);
    c.left_assistance_at_start = ratio(left, before.at_risk);
    // Of those who left not all are still at risk a year later.
    c.reenter_assistance = ratio(again * before.at_risk, left * after.at_risk);
    c.enter_assistance = ratio(std::max(0.0, entering - again), after.at_risk - left);

    c.relapse = 1 - std::pow(1 - terms.relapse_share, 1.0 / relapse_years);
    double const stay = 1 - c.relapse;
    for (auto const earning : {Earning::work, Earning::pension}) {
        auto const k = static_cast<std::size_t>(earning);
        double const wanted = std::max(0.0, (1 + terms.low_trend_per_year) * before.low[k] - after.low[k]);
        double const lately = wanted * (1 + stay + stay * stay);
        c.left_low_at_start[k] = ratio(lately, e.middle[k]);
        c.enter_low[k] = ratio(wanted - lately * c.relapse, std::max(0.0, e.middle[k] - lately));
    }
}

}  // namespace

PeopleModel make_people_model(Donors const& donors, DemographicRates const& rates, PopulationPath const& path,
                              ClassOf const& class_of, PeopleTerms const& terms, int first_year)
{
    Expected e;
    Family family;
    for (std::size_t i = 0; i < donors.base().size(); ++i) {
        read_family(donors.base(), i, family);
        add_household(family, terms, rates, e);
    }
    CalibratedChances c;
    c.birth_scale = e.mothers > 0 ? e.women / e.mothers : 0;
    double const couples = terms.couples_replaced * e.couples_ended;
    for (std::size_t s = 0; s < 2; ++s) {
        c.couple[s] = e.singles[s] > 0 ? couples / e.singles[s] : 0;
    }
    double const leave_unemployment = terms.unemployment_exit_per_year * e.unemployed;
    c.lose_work = ratio(leave_unemployment, e.employees);
    c.enter_disability =
        ratio(terms.disability_exit_per_year * e.disabled + e.disabled_retiring, e.employees);

    double const from_none = terms.none_to_work_per_year * e.without_income;
    double const to_none = (1 - terms.unemployment_to_work) * leave_unemployment;
    c.stop_work = ratio(std::max(0.0, from_none - to_none), e.second_earners);
    PeopleModel model{&donors, &rates, &path, &class_of, terms, c, first_year};
    calibrate_entries(model, e);
    return model;
}

}  // namespace minimasim::forecast
