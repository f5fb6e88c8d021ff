#include "sim/forecast/people/work.hpp"

#include <algorithm>

#include "sim/forecast/people/settle.hpp"
#include "sim/population/attributes/archetype.hpp"

namespace minimasim::forecast {

namespace {

using namespace population;

constexpr int adult = 18;
constexpr double share_of_one_head = 0.7;  // of the social minimum of a couple

bool is_working(Source source)
{
    return source == Source::employee || source == Source::self_employed;
}

// Raised to the social minimum where the household has less, but not above the wage (Toeslagenwet art. 2, 8).
std::int32_t benefit_after(Member const& m, AtHome const& home, PeopleTerms const& terms)
{
    double const wage = m.wage_cents_per_year;
    double const benefit = std::min(terms.benefit_over_wage * wage, 100 * terms.highest_benefit);
    if (!m.is_head() || home.beside == Beside::pensioner) {
        return static_cast<std::int32_t>(benefit);
    }
    double const minimum =
        100 * terms.lowest_benefit / (home.beside == Beside::nobody ? 1 : share_of_one_head);
    double const lacking = minimum - benefit - static_cast<double>(home.other_income_cents_per_year);
    return static_cast<std::int32_t>(benefit + std::clamp(lacking, 0.0, wage - benefit));
}

// A benefit that was raised tells the wage no more; it was hardly higher.
std::int32_t wage_before(Member const& m, PeopleTerms const& terms)
{
    double const benefit = m.unemployment_benefit_cents_per_year;
    return static_cast<std::int32_t>(benefit > 100 * terms.lowest_benefit ? benefit / terms.benefit_over_wage
                                                                          : benefit);
}

void begin_work(Member& m, PeopleModel const& model, YearDraws const& draws)
{
    set_source(m, Source::employee,
               model.donors->wage(m, model.terms.entry_wage_place, draws.income(m.number, YearDraw::amount)));
}

void retire(Member& m, AtHome const& home, PeopleModel const& model, YearDraws const& draws)
{
    bool const had_work = is_working(m.source) || m.source == Source::unemployment_benefit ||
                          m.source == Source::disability_benefit;
    bool const is_early = m.age < pension_age;
    auto const donor =
        model.donors->pensioner(m, home.beside, is_early, had_work, draws.income(m.number, YearDraw::amount));
    if (!donor && is_early) {
        return;  // nobody alike retires early
    }
    auto const survivors = m.pension_cents_per_year;
    auto const like = donor ? model.donors->person(*donor) : Member{};
    if (!is_early) {
        m.state_pension_build_up_percent = like.state_pension_build_up_percent;
    }
    set_source(m, Source::pension, std::max(survivors, like.pension_cents_per_year));
}

void come_of_age(Member& m, PeopleModel const& model, YearDraws const& draws)
{
    auto const donor = model.donors->coming_of_age(m.sex, draws.income(m.number, YearDraw::source_next));
    if (!donor) {
        return;
    }
    auto const like = model.donors->person(*donor);
    m.education = like.education;
    m.source = like.source;
    m.wage_cents_per_year = like.wage_cents_per_year;
    m.profit_cents_per_year = like.profit_cents_per_year;
    m.disability_benefit_cents_per_year = like.disability_benefit_cents_per_year;
}

// The chances of an employee, in the order in which a draw is cut.
struct EmployeeChances {
    double lose_work = 0;
    double disability = 0;
    double stop = 0;
    double retire = 0;
};

EmployeeChances of_employee(PeopleModel const& model, Sex sex, int age)
{
    return {model.chances.lose_work, model.chances.enter_disability, model.chances.stop_work,
            model.terms.work_factor * (*model.rates)(AgeProcess::early_pension, sex, age)};
}

}  // namespace

double chance_by_age(PeopleModel const& model, Source source, int age, int year, bool has_aged)
{
    if (age >= pension_age && source != Source::pension) {
        return age == pension_age ? model.share_retired_at_67(year) : 1;
    }
    bool const is_due = (age == adult && has_aged) || (source == Source::student && age >= 30);
    return is_due ? 1 : 0;
}

double chance_of_change(PeopleModel const& model, Source source, Sex sex, int age)
{
    auto const& terms = model.terms;
    if (age < adult || age >= pension_age) {
        return 0;
    }
    switch (source) {
        case Source::employee: {
            auto const c = of_employee(model, sex, age);
            return c.lose_work + c.disability + c.stop + c.retire;
        }
        case Source::self_employed:
            return of_employee(model, sex, age).retire;
        case Source::unemployment_benefit:
            return terms.unemployment_exit_per_year;
        case Source::disability_benefit:
            return terms.disability_exit_per_year;
        case Source::social_assistance:
            return terms.assistance_exit_per_year;
        case Source::student:
            return terms.work_factor * (*model.rates)(AgeProcess::end_of_study, sex, age);
        case Source::none:
            return terms.none_to_work_per_year;
        case Source::pension:
            break;
    }
    return 0;
}

void change_source(Member& m, double u, AtHome const& home, PeopleModel const& model, YearDraws const& draws)
{
    auto const& terms = model.terms;
    double const next = draws.income(m.number, YearDraw::source_next);
    if (m.age >= pension_age) {
        retire(m, home, model, draws);
        return;
    }
    if (m.age == adult && m.source == Source::none) {
        come_of_age(m, model, draws);
        return;
    }
    switch (m.source) {
        case Source::employee: {
            auto const c = of_employee(model, m.sex, m.age);
            if (u < c.lose_work) {
                set_source(m, Source::unemployment_benefit, benefit_after(m, home, terms));
            } else if (u < c.lose_work + c.disability) {
                set_source(m, Source::disability_benefit, benefit_after(m, home, terms));
            } else if (u < c.lose_work + c.disability + c.stop) {
                if (home.has_other_earner) {
                    set_source(m, Source::none);
                }
            } else {
                retire(m, home, model, draws);
            }
            break;
        }
        case Source::self_employed:
            retire(m, home, model, draws);
            break;
        case Source::unemployment_benefit:
            if (next < terms.unemployment_to_work) {
                set_source(m, Source::employee, wage_before(m, terms));
            } else {
                set_source(m, Source::none);
            }
            break;
        case Source::student:
            m.education = std::max(
                m.education, model.donors->attained(m.sex, draws.income(m.number, YearDraw::education)));
            begin_work(m, model, draws);
            break;
        case Source::social_assistance:
        case Source::disability_benefit:
        case Source::none:
            begin_work(m, model, draws);
            break;
        case Source::pension:
            break;
    }
}

void enter_assistance(Family& f, PeopleModel const& model, YearDraws const& draws)
{
    // The savings that go with assistance, as with other incomes.
    if (auto const donor =
            model.donors->assisted(f.type, draws.income(f.number, YearDraw::assistance_savings))) {
        f.liquid_assets_cents = model.donors->base().population.liquid_assets_cents[*donor];
    }
    for (std::size_t k = 0; k < f.heads(); ++k) {
        set_source(f.members[k], Source::social_assistance);
    }
}

bool jump(Family& f, bool into_low, PeopleModel const& model, YearDraws const& draws)
{
    auto const found = model.donors->earner(f, into_low, draws.income(f.number, YearDraw::jump_donor));
    if (!found) {
        return false;
    }
    auto const donor = model.donors->family(*found);
    // With the incomes come the savings that go with them, so that means tests meet what they met before.
    f.liquid_assets_cents = donor.liquid_assets_cents;
    auto const earning = earning_of(f);
    auto const is_earner = [earning](Member const& m) { return earning_of(m.source) == earning; };
    std::size_t next = 0;
    for (std::size_t k = 0; k < f.heads(); ++k) {
        auto& m = f.members[k];
        if (!is_earner(m)) {
            continue;
        }
        while (next < donor.heads() && !is_earner(donor.members[next])) {
            ++next;
        }
        if (next == donor.heads()) {
            break;
        }
        auto const& d = donor.members[next++];
        if (earning == Earning::work) {
            set_source(m, m.source, d.wage_cents_per_year + std::max(0, d.profit_cents_per_year));
        } else if (earning == Earning::benefit) {
            set_source(m, m.source,
                       d.unemployment_benefit_cents_per_year + d.disability_benefit_cents_per_year);
        } else {
            m.pension_cents_per_year = d.pension_cents_per_year;
            m.wage_cents_per_year = d.wage_cents_per_year;
        }
    }
    return true;
}

}  // namespace minimasim::forecast
