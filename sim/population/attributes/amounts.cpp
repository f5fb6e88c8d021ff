#include "sim/population/attributes/amounts.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/money.hpp"
#include "sim/population/attributes/circumstances.hpp"
#include "sim/population/attributes/costs.hpp"
#include "sim/population/attributes/incomes.hpp"
#include "sim/population/attributes/problem_debts.hpp"
#include "sim/population/attributes/rank_copula.hpp"
#include "sim/population/attributes/savings.hpp"

namespace minimasim::population {

namespace {

constexpr std::uint32_t side_benefit_draws = 0xFFFFFFF0;  // household id no household has

// Chooses a fixed number of persons evenly from those who qualify, in order: systematic sampling.
class EvenChoice {
  public:
    EvenChoice(std::int64_t wanted, std::int64_t qualified, double start)
        : step_(qualified > 0
                    ? std::clamp(static_cast<double>(wanted) / static_cast<double>(qualified), 0.0, 1.0)
                    : 0),
          passed_(start)
    {
    }

    bool takes_next()
    {
        double const before = std::floor(passed_);
        passed_ += step_;
        return std::floor(passed_) > before;
    }

  private:
    double step_;
    double passed_;
};

bool may_have_disability(Member const& m)
{
    return m.source == Source::employee && m.age >= 30 && m.age < pension_age;
}
bool may_have_unemployment(Member const& m)
{
    return m.source == Source::employee && m.age >= 22 && m.age < pension_age;
}

HouseholdDraft draft_of(Archetype const& a, int neighbourhood)
{
    HouseholdDraft h;
    h.count_persons = a.count;
    for (std::size_t i = 0; i < a.count; ++i) {
        auto const& m = a.members[i];
        auto& p = h.persons[i];
        p.age = m.age;
        p.sex = m.sex;
        p.role = m.role;
        p.education = m.education;
        p.source = m.source;
    }
    h.type = a.type;
    h.tenure = a.tenure;
    h.main_source = a.main_source;
    h.income_class = a.income_class;
    h.neighbourhood = neighbourhood;
    return h;
}

// Mean normal score of income of the households of each tenure, each at the middle of its class.
std::array<double, 3> mean_income_by_tenure(IncomeClasses const& classes, Catalogue const& catalogue,
                                            WholeHouseholds const& whole)
{
    std::array<double, 3> sums{};
    std::array<double, 3> counts{};
    for (auto const& households : whole.archetypes) {
        for (auto const k : households) {
            auto const& a = catalogue.archetypes[k];
            sums[static_cast<std::size_t>(a.tenure)] += normal_quantile(classes.rank(a.income_class, 0.5));
            counts[static_cast<std::size_t>(a.tenure)] += 1;
        }
    }
    for (std::size_t t = 0; t < 3; ++t) {
        sums[t] /= std::max(1.0, counts[t]);
    }
    return sums;
}

// Share of owners among households of one, two, up to five and more persons.
std::array<double, 5> owners_by_persons(Catalogue const& catalogue, WholeHouseholds const& whole)
{
    std::array<double, 5> owners{};
    std::array<double, 5> all{};
    for (auto const& households : whole.archetypes) {
        for (auto const k : households) {
            auto const& a = catalogue.archetypes[k];
            auto const size = static_cast<std::size_t>(std::clamp<int>(a.count, 1, 5)) - 1;
            owners[size] += a.tenure == Tenure::owner ? 1 : 0;
            all[size] += 1;
        }
    }
    for (std::size_t i = 0; i < owners.size(); ++i) {
        owners[i] /= std::max(1.0, all[i]);
    }
    return owners;
}

std::int32_t cents(double euro)
{
    return static_cast<std::int32_t>(to_cents(std::clamp(euro, -2e7, 2e7)));
}

void store(HouseholdDraft const& h, Population& p)
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(h.count_persons); ++i) {
        auto const& person = h.persons[i];
        p.persons.age.push_back(static_cast<std::uint8_t>(person.age));
        p.persons.sex.push_back(person.sex);
        p.persons.role.push_back(person.role);
        p.persons.education.push_back(person.education);
        p.persons.source.push_back(person.source);
        p.persons.profile.push_back(Profile::none);
        p.persons.wage_cents_per_year.push_back(cents(person.wage_per_year));
        p.persons.profit_cents_per_year.push_back(cents(person.profit_per_year));
        p.persons.pension_cents_per_year.push_back(cents(person.pension_per_year));
        p.persons.unemployment_benefit_cents_per_year.push_back(cents(person.unemployment_benefit_per_year));
        p.persons.disability_benefit_cents_per_year.push_back(cents(person.disability_benefit_per_year));
        p.persons.state_pension_build_up_percent.push_back(
            static_cast<std::uint8_t>(std::floor(100 * person.state_pension_build_up + 0.5)));
    }
    p.person_begin.push_back(static_cast<std::uint32_t>(p.persons.size()));
    p.neighbourhood.push_back(static_cast<std::uint16_t>(h.neighbourhood));
    p.type.push_back(h.type);
    p.tenure.push_back(h.tenure);
    p.main_source.push_back(h.main_source);
    p.income_class.push_back(h.income_class);
    p.rent_cents_per_month.push_back(cents(h.rent_per_month));
    p.mortgage_cents_per_month.push_back(cents(h.mortgage_per_month));
    p.energy_cents_per_month.push_back(cents(h.energy_per_month));
    p.woz_value_euro.push_back(static_cast<std::int32_t>(1000 * std::floor(h.woz_value / 1000 + 0.5)));
    p.liquid_assets_cents.push_back(cents(h.liquid_assets));
    p.years_on_low_income.push_back(static_cast<std::uint8_t>(h.years_on_low_income));
    p.expects_improvement.push_back(h.expects_improvement);
    p.receives_social_assistance.push_back(h.receives_social_assistance);
    p.has_problem_debts.push_back(0);
}

}  // namespace

Population population_of(Evidence const& evidence, AssumedValues const& assumed, Catalogue const& catalogue,
                         WholeHouseholds const& whole, Reconciled const& reconciled,
                         MeasureIncome const& measure, EnsembleMember const& ensemble_member,
                         std::int64_t& outside_class)
{
    std::uint64_t const seed = ensemble_member.seed;
    std::uint32_t const member = ensemble_member.of(UncertaintySource::amounts);
    IncomeClasses const classes(evidence, assumed);
    Incomes const incomes(classes, assumed, measure);
    RankCopula const copula = rank_copula(evidence.national, assumed);
    Costs const costs(evidence, assumed, copula, mean_income_by_tenure(classes, catalogue, whole),
                      owners_by_persons(catalogue, whole));
    Savings const savings(evidence.national, assumed);
    Circumstances const circumstances(evidence, assumed);

    // Benefits beside a wage: the share of recipients for whom the benefit is not the main source.
    std::array<std::int64_t, 2> main{};
    std::array<std::int64_t, 2> qualified{};
    for (auto const& households : whole.archetypes) {
        for (auto const k : households) {
            auto const& a = catalogue.archetypes[k];
            for (std::size_t i = 0; i < a.count; ++i) {
                main[0] += a.members[i].source == Source::disability_benefit;
                main[1] += a.members[i].source == Source::unemployment_benefit;
                bool const is_head = i == 0 || a.members[i].role == Role::partner;
                qualified[0] += is_head && may_have_disability(a.members[i]);
                qualified[1] += is_head && may_have_unemployment(a.members[i]);
            }
        }
    }
    std::array<EvenChoice, 2> choices{
        EvenChoice(
            std::llround(static_cast<double>(main[0]) * (1 / assumed("source.disability_main_share") - 1)),
            qualified[0], uniform(seed, Stream::amounts, member, side_benefit_draws, 0, 0)),
        EvenChoice(
            std::llround(static_cast<double>(main[1]) * (1 / assumed("source.unemployment_main_share") - 1)),
            qualified[1], uniform(seed, Stream::amounts, member, side_benefit_draws, 1, 0))};

    Population population;
    population.member = ensemble_member.number;
    population.person_begin.push_back(0);
    population.persons.age.reserve(static_cast<std::size_t>(reconciled.persons()));
    outside_class = 0;
    std::vector<double> debt_scores;
    std::uint32_t id = 0;
    for (std::size_t n = 0; n < whole.archetypes.size(); ++n) {
        for (auto const k : whole.archetypes[n]) {
            auto const& archetype = catalogue.archetypes[k];
            HouseholdDraft household = draft_of(archetype, static_cast<int>(n));
            std::array<SideBenefits, 2> side{};
            for (std::size_t i = 0; i < std::min<std::size_t>(2, archetype.count); ++i) {
                auto const& m = archetype.members[i];
                bool const is_head = i == 0 || m.role == Role::partner;
                side[i].disability = is_head && may_have_disability(m) && choices[0].takes_next();
                side[i].unemployment = is_head && may_have_unemployment(m) && choices[1].takes_next();
            }
            HouseholdDraws const draws{seed, member, id};
            auto const scores = copula.scores(
                normal_quantile(classes.rank(household.income_class, draws(AmountDraw::income))), draws);
            costs.fill(household, scores, draws);
            outside_class += !incomes.fill(household, draws, side);
            household.liquid_assets =
                savings.first_amount(household, scores[static_cast<std::size_t>(Ranked::wealth)]);
            circumstances.fill(household, draws, uniform(seed, Stream::improvement, member, id, 0, 0));
            debt_scores.push_back(scores[static_cast<std::size_t>(Ranked::debt)]);
            store(household, population);
            ++id;
        }
    }
    savings.calibrate(population);
    choose_problem_debts(evidence, assumed, debt_scores, population);
    return population;
}

}  // namespace minimasim::population
