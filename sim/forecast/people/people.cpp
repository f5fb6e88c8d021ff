#include "sim/forecast/people/people.hpp"

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

// A row of one of two tables: below `split` of the first, from it on of the second.
template <class Column>
void gather(Column const& first, Column const& second, std::vector<std::uint32_t> const& rows,
            std::uint32_t split, Column& into)
{
    into.resize(rows.size());
    for (std::size_t k = 0; k < rows.size(); ++k) {
        into[k] = rows[k] < split ? first[rows[k]] : second[rows[k] - split];
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
    auto const& p = people.population;
    Family f;
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
    f.members.reserve(p.person_begin[i + 1] - p.person_begin[i] + 1U);
    for (auto j = p.person_begin[i]; j < p.person_begin[i + 1]; ++j) {
        f.members.push_back(member_of(people, j));
    }
    return f;
}

PeopleBuilder::PeopleBuilder(People const& from) : from_(from)
{
    entries_.reserve(from.size() + from.size() / 8);
}

void PeopleBuilder::keep(std::size_t household)
{
    entries_.push_back({static_cast<std::uint32_t>(household), 0});
}

void PeopleBuilder::add(Family family)
{
    families_.push_back(std::move(family));
    entries_.push_back({0, static_cast<std::uint32_t>(families_.size())});
}

void PeopleBuilder::append(Family const& f, People& into)
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

People PeopleBuilder::finish()
{
    auto const neighbourhood_of = [&](Entry const& entry) {
        return entry.family == 0 ? from_.population.neighbourhood[entry.household]
                                 : families_[entry.family - 1].neighbourhood;
    };
    // A counting sort, so that within a neighbourhood the order stays.
    std::vector<std::uint32_t> place;
    for (auto const& entry : entries_) {
        std::size_t const n = neighbourhood_of(entry) + 1U;
        place.resize(std::max(place.size(), n + 1));
        ++place[n];
    }
    std::partial_sum(place.begin(), place.end(), place.begin());
    std::vector<Entry> ordered(entries_.size());
    for (auto const& entry : entries_) {
        ordered[place[neighbourhood_of(entry)]++] = entry;
    }
    People changed;
    changed.population.person_begin.push_back(0);
    for (auto const& family : families_) {
        append(family, changed);
    }
    auto const& begin = from_.population.person_begin;
    auto const& changed_begin = changed.population.person_begin;
    auto const households_before = static_cast<std::uint32_t>(from_.size());
    auto const persons_before = static_cast<std::uint32_t>(from_.person_number.size());
    std::vector<std::uint32_t> households;
    std::vector<std::uint32_t> persons;
    households.reserve(ordered.size());
    persons.reserve(persons_before + changed.person_number.size());
    People people;
    people.population.member = from_.population.member;
    people.population.residents_of_institutions = from_.population.residents_of_institutions;
    people.population.person_begin.reserve(ordered.size() + 1);
    people.population.person_begin.push_back(0);
    for (auto const& entry : ordered) {
        bool const is_kept = entry.family == 0;
        auto const row = is_kept ? entry.household : entry.family - 1;
        auto const& rows = is_kept ? begin : changed_begin;
        auto const offset = is_kept ? 0 : persons_before;
        households.push_back(is_kept ? row : row + households_before);
        for (auto j = rows[row]; j < rows[row + 1]; ++j) {
            persons.push_back(j + offset);
        }
        people.population.person_begin.push_back(static_cast<std::uint32_t>(persons.size()));
    }
    each_person_column(from_, [&](auto const&... first) {
        each_person_column(changed, [&](auto const&... second) {
            each_person_column(
                people, [&](auto&... into) { (gather(first, second, persons, persons_before, into), ...); });
        });
    });
    each_household_column(from_, [&](auto const&... first) {
        each_household_column(changed, [&](auto const&... second) {
            each_household_column(people, [&](auto&... into) {
                (gather(first, second, households, households_before, into), ...);
            });
        });
    });
    return people;
}

}  // namespace minimasim::forecast
