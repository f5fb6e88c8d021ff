#include "sim/forecast/people/people_model.hpp"

#include <algorithm>
#include <cmath>

#include "sim/population/attributes/archetype.hpp"

namespace minimasim::forecast {

namespace {

using namespace population;

constexpr double largest_chance = 0.9;
constexpr int adult = 18;

// What the base year expects of a year.
struct Expected {
    double women = 0;                 // births of all women by age
    double mothers = 0;               // of those who can have one in the model
    double couples_ended = 0;         // couples that part or that death ends
    std::array<double, 2> singles{};  // beginning to live together, by sex, without children
    std::array<double, 2> parents{};  // with children
    double parents_made = 0;          // households of a single parent that come to be
    double births_alone = 0;          // of them, by a birth
    double parents_ended = 0;         // and end, but by a partner
    double employees = 0;
    double unemployed = 0;
    double disabled = 0;
    double disabled_retiring = 0;
    double without_income = 0;  // heads
    double second_earners = 0;  // employees with a partner who earns
    std::array<double, low_kinds> households{};
    std::array<double, low_kinds> low{};
    std::array<double, low_kinds> just_above{};
    std::array<double, low_kinds> low_long{};  // for long_years
    std::array<Stays, stay_groups> stays{};
    std::array<double, assisted_kinds> of_age{};
    std::array<double, assisted_kinds> assisted{};
    double at_risk = 0;  // of assistance
};

bool is_earning(Member const& m)
{
    return m.source == Source::employee || m.source == Source::self_employed || m.source == Source::pension;
}

double ratio(double part, double whole)
{
    return whole > 0 ? std::clamp(part / whole, 0.0, largest_chance) : 0;
}

// That a single parent dies or the last child leaves home.
double chance_of_no_parent(Family const& f, PeopleTerms const& terms, DemographicRates const& rates)
{
    auto const& parent = f.members[0];
    double all_leave = 1;
    for (auto const& m : f.members) {
        if (m.role == Role::child) {
            all_leave *= m.age < adult ? 0
                                       : std::min(1.0, terms.leaving_home_factor *
                                                           rates(AgeProcess::leaving_home, m.sex, m.age));
        }
    }
    double const dies = terms.deaths_factor * rates(AgeProcess::death, parent.sex, parent.age);
    return dies + (1 - dies) * all_leave;
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
        e.parents_made += f.type == HouseholdType::couple_with_children ? parting + 1 - both_live : 0;
    } else if (f.type != HouseholdType::other) {
        bool const is_parent = f.type == HouseholdType::single_parent;
        (is_parent ? e.parents : e.singles)[static_cast<std::size_t>(claimant.sex)] +=
            rates(AgeProcess::couple, claimant.sex, claimant.age);
        e.parents_ended += is_parent ? chance_of_no_parent(f, terms, rates) : 0;
    }
    for (auto const& m : f.members) {
        if (m.sex == Sex::woman) {
            double const birth = rates(AgeProcess::birth, m.sex, m.age);
            e.women += birth;
            e.mothers += m.is_head() ? birth * (has_partner ? 1 : terms.births_without_partner) : 0;
            e.births_alone += f.type == HouseholdType::one_person ? terms.births_without_partner * birth : 0;
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
}

void add_stay(int years_at_start, Stays& stays)
{
    ++(years_at_start >= long_years       ? stays.late
       : years_at_start == long_years - 1 ? stays.at_three
                                          : stays.early);
}

void add_standing(Standing const& s, Expected& e)
{
    if (int const kind = low_kind(s); kind >= 0) {
        auto const k = static_cast<std::size_t>(kind);
        e.households[k] += 1;
        e.just_above[k] += is_just_above_low(s.income_class);
        if (is_low(s.income_class)) {
            e.low[k] += 1;
            e.low_long[k] += s.years_on_low_income >= long_years;
        }
    }
    if (int const kind = assisted_kind(s); kind >= 0) {
        e.of_age[static_cast<std::size_t>(kind)] += 1;
        e.assisted[static_cast<std::size_t>(kind)] += s.is_assisted();
    }
    if (int const group = stay_group(s); group >= 0) {
        add_stay(s.years_on_low_income, e.stays[static_cast<std::size_t>(group)]);
    }
    e.at_risk += may_have_left_assistance(s);
}

}  // namespace

bool may_claim_by_work(Standing const& s)
{
    bool const is_modest = s.income_class <= IncomeClass::up_to_p40 || s.years_since_assistance == 0;
    return is_modest && has_one_earner(s) && has_few_means(s) && is_of_age_for_assistance(s);
}

bool may_have_left_assistance(Standing const& s)
{
    return may_claim_by_work(s) ||
           (s.main_source == Source::none && has_few_means(s) && is_of_age_for_assistance(s));
}

LeaveChances chances_to_leave(PeopleModel const& model, std::vector<Standing> const& standings,
                              std::vector<std::uint8_t> const& moved_in_this_year, int years)
{
    auto const& c = model.chances;
    std::array<Stays, stay_groups> stays{};
    std::array<double, stay_groups> wanted{};
    double const low_trend = std::pow(1 + model.terms.low_trend_per_year, years);
    double const assistance_trend = std::pow(1 + model.terms.assistance_trend_per_year, years);
    for (std::size_t place = 0; place < standings.size(); ++place) {
        auto const& s = standings[place];
        if (int const kind = low_kind(s); kind >= 0) {
            auto const k = static_cast<std::size_t>(kind);
            wanted[group_of_low_kind(k)] += low_trend * c.low_share[k];
        }
        if (int const kind = assisted_kind(s); kind >= 0) {
            wanted[assistance_group] += assistance_trend * c.assisted_share[static_cast<std::size_t>(kind)];
        }
        int const group = stay_group(s);
        if (group < 0) {
            continue;
        }
        auto& of_group = stays[static_cast<std::size_t>(group)];
        if (moved_in_this_year[place] != 0) {
            of_group.arrived += s.years_on_low_income >= long_years;
            continue;
        }
        int const at_start = years_at_start(s);
        add_stay(at_start, of_group);
        of_group.late_leaving += at_start >= long_years && s.is_assisted() && s.age[0] >= pension_age;
    }
    LeaveChances chances;
    for (std::size_t g = 0; g < stay_groups; ++g) {
        chances.early[g] = early_chance(model.terms, g);
        chances.late[g] = late_chance(stays[g], chances.early[g], c.long_share[g] * wanted[g]);
    }
    return chances;
}

namespace {

// Single parents find a partner as often as keeps their number in the base year; the others so that all
// couples are replaced. Never more often than the others.
void calibrate_couples(CalibratedChances& c, PeopleTerms const& terms, Expected const& e)
{
    double const couples = terms.couples_replaced * e.couples_ended;
    double const all = e.singles[0] + e.singles[1] + e.parents[0] + e.parents[1];
    double const parents = e.parents[0] + e.parents[1];
    double const made = e.parents_made + terms.births_factor * c.birth_scale * e.births_alone;
    double const highest = all > 0 ? 2 * couples / all : 0;
    c.couple_of_parent = parents > 0 ? std::clamp((made - e.parents_ended) / parents, 0.0, highest) : 0;
    for (std::size_t s = 0; s < 2; ++s) {
        double const others = couples - c.couple_of_parent * e.parents[s];
        c.couple[s] = e.singles[s] > 0 ? std::max(0.0, others / e.singles[s]) : 0;
    }
}

// What nobody sees of the years before the base year is as in a steady state; shares are those of the base
// year.
void calibrate_entries(CalibratedChances& c, PeopleTerms const& terms, Expected const& e)
{
    LeaveChances leave;
    for (std::size_t g = 0; g < stay_groups; ++g) {
        auto const& stays = e.stays[g];
        c.long_share[g] = ratio(stays.late, stays.all());
        leave.early[g] = early_chance(terms, g);
        leave.late[g] = late_chance(stays, leave.early[g], stays.late);
    }
    auto const& assistance = e.stays[assistance_group];
    c.left_assistance_at_start =
        ratio(leave.early[assistance_group] * (assistance.early + assistance.at_three) +
                  leave.late[assistance_group] * assistance.late,
              e.at_risk);
    c.relapse = 1 - std::pow(1 - terms.relapse_share, 1.0 / relapse_years);
    double const stay = 1 - c.relapse;
    for (std::size_t k = 0; k < low_kinds; ++k) {
        auto const g = group_of_low_kind(k);
        double const leaving = leave.early[g] * (e.low[k] - e.low_long[k]) + leave.late[g] * e.low_long[k];
        c.left_low_at_start[k] = ratio(leaving * (1 + stay + stay * stay), e.just_above[k]);
        c.low_share[k] = ratio(e.low[k], e.households[k]);
    }
    for (std::size_t k = 0; k < assisted_kinds; ++k) {
        c.assisted_share[k] = ratio(e.assisted[k], e.of_age[k]);
    }
}

}  // namespace

double PeopleModel::share_retired_at_67(int year) const
{
    auto const place = static_cast<std::size_t>(year - first_year);
    double const age = place < state_pension_ages.size() ? state_pension_ages[place] : pension_age;
    return std::clamp(pension_age + 1 - age, 0.0, 1.0);
}

PeopleModel make_people_model(Donors const& donors, DemographicRates const& rates, PopulationPath const& path,
                              ClassOf const& class_of, PeopleTerms const& terms, int first_year)
{
    Expected e;
    for (std::size_t i = 0; i < donors.base().size(); ++i) {
        auto const& family = donors.family(i);
        add_household(family, terms, rates, e);
        add_standing(standing_of(family), e);
    }
    CalibratedChances c;
    c.birth_scale = e.mothers > 0 ? e.women / e.mothers : 0;
    calibrate_couples(c, terms, e);
    double const leave_unemployment = terms.unemployment_exit_per_year * e.unemployed;
    c.lose_work = ratio(leave_unemployment, e.employees);
    c.enter_disability =
        ratio(terms.disability_exit_per_year * e.disabled + e.disabled_retiring, e.employees);

    double const from_none = terms.none_to_work_per_year * e.without_income;
    double const to_none = (1 - terms.unemployment_to_work) * leave_unemployment;
    c.stop_work = ratio(std::max(0.0, from_none - to_none), e.second_earners);
    calibrate_entries(c, terms, e);
    return {&donors, &rates, &path, &class_of, terms, c, first_year};
}

}  // namespace minimasim::forecast
