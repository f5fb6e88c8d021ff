#include "sim/forecast/people/people.hpp"

#include <algorithm>
#include <numeric>

#include "sim/forecast/people/year_draws.hpp"

namespace minimasim::forecast {

namespace {

using population::IncomeClass;
using population::Population;

constexpr std::uint64_t places = 16;  // more than the largest household has members

// The columns of persons, in one list for whatever is done to all of them.
template <class Target, class Do>
void each_person_column(Target& people, Do const& act)
{
    auto& q = people.population.persons;
    act(q.age, people.person_number, q.sex, q.role, q.education, q.source, q.profile,
        q.state_pension_build_up_percent, q.wage_cents_per_year, q.profit_cents_per_year,
        q.pension_cents_per_year, q.unemployment_benefit_cents_per_year, q.disability_benefit_cents_per_year);
}

// The columns of households but for person_begin.
template <class Target, class Do>
void each_household_column(Target& people, Do const& act)
{
    auto& p = people.population;
    act(p.neighbourhood, p.type, p.tenure, p.main_source, p.income_class, p.rent_cents_per_month,
        p.mortgage_cents_per_month, p.energy_cents_per_month, p.woz_value_euro, p.liquid_assets_cents,
        p.years_on_low_income, p.expects_improvement, p.receives_social_assistance, p.has_problem_debts,
        people.household_number, people.origin, people.since, people.years_up_to, people.years_since_low,
        people.years_since_assistance, people.was_low, people.was_assisted);
}

template <class Column>
void gather(Column const& from, std::vector<std::uint32_t> const& rows, Column& into)
{
    into.resize(rows.size());
    for (std::size_t k = 0; k < rows.size(); ++k) {
        into[k] = from[rows[k]];
    }
}

}  // namespace

People people_of(Population population, std::vector<std::uint32_t> const& number)
{
    People people;
    std::size_t const n = population.size();
    people.origin.assign(n, Origin::base);
    people.since.assign(n, 0);
    people.years_since_low.assign(n, never);
    people.years_since_assistance.assign(n, never);
    for (std::size_t i = 0; i < n; ++i) {
        people.household_number.push_back(number.empty() ? i : number[i]);
        for (auto j = population.person_begin[i]; j < population.person_begin[i + 1]; ++j) {
            people.person_number.push_back(people.household_number[i] * places +
                                           (j - population.person_begin[i]));
        }
        // Of the classes above its own a household has spent at least as many years below.
        YearsUpTo years{};
        for (auto c = static_cast<std::size_t>(population.income_class[i]); c < counted_classes; ++c) {
            years[c] = population.years_on_low_income[i];
        }
        people.years_up_to.push_back(years);
        bool const assisted =
            population.persons.source[population.person_begin[i]] == population::Source::social_assistance;
        people.was_low.push_back(is_low(population.income_class[i]) ? Before::yes : Before::no);
        people.was_assisted.push_back(assisted ? Before::yes : Before::no);
    }
    people.population = std::move(population);
    return people;
}

Member member_of(People const& people, std::size_t j)
{
    auto const& q = people.population.persons;
    Member m;
    m.number = people.person_number[j];
    m.age = q.age[j];
    m.sex = q.sex[j];
    m.role = q.role[j];
    m.education = q.education[j];
    m.source = q.source[j];
    m.profile = q.profile[j];
    m.state_pension_build_up_percent = q.state_pension_build_up_percent[j];
    m.wage_cents_per_year = q.wage_cents_per_year[j];
    m.profit_cents_per_year = q.profit_cents_per_year[j];
    m.pension_cents_per_year = q.pension_cents_per_year[j];
    m.unemployment_benefit_cents_per_year = q.unemployment_benefit_cents_per_year[j];
    m.disability_benefit_cents_per_year = q.disability_benefit_cents_per_year[j];
    return m;
}

Family family_of(People const& people, std::size_t i)
{
    Family f;
    read_family(people, i, f);
    return f;
}

void read_family(People const& people, std::size_t i, Family& f)
{
    auto const& p = people.population;
    f.number = people.household_number[i];
    f.origin = people.origin[i];
    f.since = people.since[i];
    f.neighbourhood = p.neighbourhood[i];
    f.type = p.type[i];
    f.tenure = p.tenure[i];
    f.main_source = p.main_source[i];
    f.income_class = p.income_class[i];
    f.rent_cents_per_month = p.rent_cents_per_month[i];
    f.mortgage_cents_per_month = p.mortgage_cents_per_month[i];
    f.energy_cents_per_month = p.energy_cents_per_month[i];
    f.woz_value_euro = p.woz_value_euro[i];
    f.liquid_assets_cents = p.liquid_assets_cents[i];
    f.expects_improvement = p.expects_improvement[i] != 0;
    f.receives_social_assistance = p.receives_social_assistance[i] != 0;
    f.has_problem_debts = p.has_problem_debts[i] != 0;
    f.years_up_to = people.years_up_to[i];
    f.years_since_low = people.years_since_low[i];
    f.years_since_assistance = people.years_since_assistance[i];
    f.was_low = people.was_low[i];
    f.was_assisted = people.was_assisted[i];
    f.members.clear();
    for (auto j = p.person_begin[i]; j < p.person_begin[i + 1]; ++j) {
        f.members.push_back(member_of(people, j));
    }
}

namespace {

void append(Family const& f, People& into)
{
    auto& q = into.population;
    for (auto const& m : f.members) {
        each_person_column(into, [&](auto& age, auto& number, auto& sex, auto& role, auto& education,
                                     auto& source, auto& profile, auto& build_up, auto& wage, auto& profit,
                                     auto& pension, auto& unemployment, auto& disability) {
            age.push_back(m.age);
            number.push_back(m.number);
            sex.push_back(m.sex);
            role.push_back(m.role);
            education.push_back(m.education);
            source.push_back(m.source);
            profile.push_back(m.profile);
            build_up.push_back(m.state_pension_build_up_percent);
            wage.push_back(m.wage_cents_per_year);
            profit.push_back(m.profit_cents_per_year);
            pension.push_back(m.pension_cents_per_year);
            unemployment.push_back(m.unemployment_benefit_cents_per_year);
            disability.push_back(m.disability_benefit_cents_per_year);
        });
    }
    q.person_begin.push_back(static_cast<std::uint32_t>(q.persons.size()));
    q.neighbourhood.push_back(f.neighbourhood);
    q.type.push_back(f.type);
    q.tenure.push_back(f.tenure);
    q.main_source.push_back(f.main_source);
    q.income_class.push_back(f.income_class);
    q.rent_cents_per_month.push_back(f.rent_cents_per_month);
    q.mortgage_cents_per_month.push_back(f.mortgage_cents_per_month);
    q.energy_cents_per_month.push_back(f.energy_cents_per_month);
    q.woz_value_euro.push_back(f.woz_value_euro);
    q.liquid_assets_cents.push_back(f.liquid_assets_cents);
    auto const c = static_cast<std::size_t>(f.income_class);
    q.years_on_low_income.push_back(c < counted_classes ? f.years_up_to[c] : std::uint8_t{0});
    q.expects_improvement.push_back(f.expects_improvement);
    q.receives_social_assistance.push_back(f.receives_social_assistance);
    q.has_problem_debts.push_back(f.has_problem_debts);
    into.household_number.push_back(f.number);
    into.origin.push_back(f.origin);
    into.since.push_back(f.since);
    into.years_up_to.push_back(f.years_up_to);
    into.years_since_low.push_back(f.years_since_low);
    into.years_since_assistance.push_back(f.years_since_assistance);
    into.was_low.push_back(f.was_low);
    into.was_assisted.push_back(f.was_assisted);
}

// A counting sort, so that within a neighbourhood the order stays.
std::vector<std::uint32_t> by_neighbourhood(std::vector<std::uint32_t> const& rows,
                                            std::vector<std::uint16_t> const& neighbourhood)
{
    std::vector<std::uint32_t> place;
    for (auto const row : rows) {
        std::size_t const n = neighbourhood[row] + 1U;
        place.resize(std::max(place.size(), n + 1));
        ++place[n];
    }
    std::partial_sum(place.begin(), place.end(), place.begin());
    std::vector<std::uint32_t> ordered(rows.size());
    for (auto const row : rows) {
        ordered[place[neighbourhood[row]]++] = row;
    }
    return ordered;
}

}  // namespace

void PeopleBuilder::begin(People& from)
{
    from_ = &from;
    families_begin_ = from.size();
    rows_.clear();
    families_.clear();
}

void PeopleBuilder::keep(std::size_t household)
{
    rows_.push_back(static_cast<std::uint32_t>(household));
}

void PeopleBuilder::add(Family family)
{
    rows_.push_back(static_cast<std::uint32_t>(families_begin_ + families_.size()));
    families_.push_back(std::move(family));
}

void PeopleBuilder::change(std::size_t place, Family family)
{
    rows_[place] = static_cast<std::uint32_t>(families_begin_ + families_.size());
    families_.push_back(std::move(family));
}

// The families are put behind the households there were, so that every column is gathered from one table.
void PeopleBuilder::finish(People& people)
{
    auto& all = *from_;
    for (auto const& family : families_) {
        append(family, all);
    }
    auto const households = by_neighbourhood(rows_, all.population.neighbourhood);
    auto const& begin = all.population.person_begin;
    std::vector<std::uint32_t> persons;
    persons.reserve(begin.back());
    people.population.member = all.population.member;
    people.population.residents_of_institutions = all.population.residents_of_institutions;
    auto& new_begin = people.population.person_begin;
    new_begin.clear();
    new_begin.reserve(households.size() + 1);
    new_begin.push_back(0);
    for (auto const row : households) {
        for (auto j = begin[row]; j < begin[row + 1]; ++j) {
            persons.push_back(j);
        }
        new_begin.push_back(static_cast<std::uint32_t>(persons.size()));
    }
    each_person_column(all, [&](auto const&... from) {
        each_person_column(people, [&](auto&... into) { (gather(from, persons, into), ...); });
    });
    each_household_column(all, [&](auto const&... from) {
        each_household_column(people, [&](auto&... into) { (gather(from, households, into), ...); });
    });
}

}  // namespace minimasim::forecast
