#include <algorithm>

#include "sim/forecast/people/next_year.hpp"
#include "sim/forecast/people/settle.hpp"
#include "sim/forecast/people/work.hpp"
#include "sim/population/archetype.hpp"

namespace minimasim::forecast {

namespace {

using namespace population;

AtHome home_of(Family const& f, std::size_t place)
{
    AtHome home;
    home.has_partner = f.has_partner() && place < f.heads();
    for (std::size_t k = 0; k < f.heads(); ++k) {
        auto const source = f.members[k].source;
        home.has_other_earner =
            home.has_other_earner ||
            (k != place &&
             (source == Source::employee || source == Source::self_employed || source == Source::pension));
    }
    return home;
}

// What a year of incomes goes by.
struct Standing {
    Source main_source = Source::none;
    IncomeClass income_class = IncomeClass::up_to_100;
    int years_on_low_income = 0;
    std::uint8_t years_since_low = never;
    std::uint8_t years_since_assistance = never;
};

Standing standing_of(People const& people, std::size_t i)
{
    auto const& p = people.population;
    return {p.main_source[i], p.income_class[i], p.years_on_low_income[i], people.years_since_low[i],
            people.years_since_assistance[i]};
}

Standing standing_of(Family const& f)
{
    auto const c = static_cast<std::size_t>(f.income_class);
    return {f.main_source, f.income_class, c < counted_classes ? f.years_up_to[c] : 0, f.years_since_low,
            f.years_since_assistance};
}

// The draws of a household.
struct Drawn {
    std::vector<double> source;  // by place in the household
    double jump = 0;
    double assistance = 0;
};

class IncomeYear {
  public:
    IncomeYear(PeopleModel const& model, YearDraws const& draws, int year, bool has_aged)
        : model_(model), draws_(draws), year_(year)
    {
        for (std::size_t s = 0; s < source_count; ++s) {
            for (std::size_t sex = 0; sex < 2; ++sex) {
                for (int age = 0; age <= oldest_age; ++age) {
                    auto const source = static_cast<Source>(s);
                    chances_[s][sex][static_cast<std::size_t>(age)] =
                        is_due(source, age, has_aged)
                            ? 1
                            : chance_of_change(model, source, static_cast<Sex>(sex), age);
                }
            }
        }
    }

    void run(PeopleBuilder& builder, DrawsOfAll const& of_all) const
    {
        auto const& people = builder.from();
        auto const& begin = people.population.person_begin;
        Drawn drawn;
        Family before;
        for (std::size_t place = 0; place < builder.size(); ++place) {
            if (builder.is_kept(place)) {
                auto const i = builder.household(place);
                if (changes(people, i, of_all)) {
                    drawn.source.assign(of_all.source.begin() + begin[i],
                                        of_all.source.begin() + begin[i + 1]);
                    drawn.jump = of_all.jump[i];
                    drawn.assistance = of_all.assistance[i];
                    read_family(people, i, before);
                    builder.change(place, changed(before, drawn));
                }
                continue;
            }
            auto& family = builder.family(place);
            // Who moved in this year brings the incomes of the year.
            if (family.origin != Origin::moved_in || family.since != year_) {
                draw(family, drawn);
                if (changes(family, drawn)) {
                    before = family;
                    family = changed(before, drawn);
                }
            }
        }
    }

  private:
    void draw(Family const& f, Drawn& drawn) const
    {
        drawn.source.clear();
        for (auto const& m : f.members) {
            drawn.source.push_back(draws_.income(m.number, YearDraw::source));
        }
        drawn.jump = draws_.income(f.number, YearDraw::jump);
        drawn.assistance = draws_.income(f.number, YearDraw::assistance);
    }

    bool changes_source(Source source, Sex sex, int age, double u) const
    {
        return u < chances_[static_cast<std::size_t>(source)][static_cast<std::size_t>(sex)]
                           [static_cast<std::size_t>(age)];
    }

    bool changes(People const& people, std::size_t i, DrawsOfAll const& of_all) const
    {
        auto const& q = people.population.persons;
        auto const& begin = people.population.person_begin;
        for (auto j = begin[i]; j < begin[i + 1]; ++j) {
            if (changes_source(q.source[j], q.sex[j], q.age[j], of_all.source[j])) {
                return true;
            }
        }
        auto const standing = standing_of(people, i);
        return of_all.jump[i] < chance_to_jump(standing) ||
               of_all.assistance[i] < largest_chance_of_assistance(standing);
    }

    bool changes(Family const& f, Drawn const& drawn) const
    {
        for (std::size_t k = 0; k < f.members.size(); ++k) {
            auto const& m = f.members[k];
            if (changes_source(m.source, m.sex, m.age, drawn.source[k])) {
                return true;
            }
        }
        auto const standing = standing_of(f);
        return drawn.jump < chance_to_jump(standing) ||
               drawn.assistance < largest_chance_of_assistance(standing);
    }

    double chance_to_jump(Standing const& s) const
    {
        auto const kind = earning_of(s.main_source);
        if (kind == Earning::none || s.income_class > IncomeClass::up_to_p40) {
            return 0;
        }
        if (is_low(s.income_class)) {
            return chance_to_leave_low(model_.terms, kind, s.years_on_low_income);
        }
        return s.years_since_low < relapse_years ? model_.chances.relapse
                                                 : model_.chances.enter_low[static_cast<std::size_t>(kind)];
    }

    // Before it is known whether the household passes the tests; who loses all income this year is touched
    // already.
    double largest_chance_of_assistance(Standing const& s) const
    {
        if (s.main_source == Source::none) {
            return std::max(model_.terms.none_enters_per_year, again(s));
        }
        if (earning_of(s.main_source) != Earning::work) {
            return 0;
        }
        bool const is_modest = s.income_class <= IncomeClass::up_to_p40;
        return std::max(is_modest ? model_.chances.enter_assistance : 0, again(s));
    }

    bool claims(Family const& f, double again, double u) const
    {
        auto const& claimant = f.members[0];
        bool is_of_age = claimant.age >= youngest_for_assistance;
        bool has_none = true;
        for (std::size_t k = 0; k < f.heads(); ++k) {
            is_of_age = is_of_age && f.members[k].age < pension_age;
            has_none = has_none && f.members[k].source == Source::none;
        }
        if (!is_of_age || !has_few_means(f)) {
            return false;
        }
        double const chance = model_.chances.enter_assistance;
        return has_none               ? u < std::max(model_.terms.none_enters_per_year, again)
               : may_claim_by_work(f) ? u < std::max(chance, again)
                                      : has_one_earner(f) && u < again;
    }

    // The chance of who left assistance within a year.
    double again(Standing const& s) const
    {
        return s.years_since_assistance == 0 ? model_.chances.reenter_assistance : 0;
    }

    Family changed(Family const& before, Drawn const& drawn) const
    {
        auto f = before;
        auto const standing = standing_of(before);
        bool is_same = true;
        for (std::size_t k = 0; k < f.members.size(); ++k) {
            auto& m = f.members[k];
            // A partner on assistance goes with the claimant.
            bool const follows =
                m.role == Role::partner && m.source == Source::social_assistance && m.age < pension_age;
            if (!follows && changes_source(m.source, m.sex, m.age, drawn.source[k])) {
                change_source(m, drawn.source[k], home_of(before, k), model_, draws_);
                is_same = is_same && !m.is_head();
            }
        }
        if (before.is_assisted() && !f.is_assisted() && f.has_partner() &&
            f.members[1].source == Source::social_assistance) {
            set_source(f.members[1], Source::none);
        }
        if (!before.is_assisted() && claims(f, again(standing), drawn.assistance)) {
            enter_assistance(f);
        } else if (is_same && drawn.jump < chance_to_jump(standing)) {
            jump(f, !is_low(before.income_class), model_, draws_);
        }
        settle(f, before, model_, draws_);
        return f;
    }

    PeopleModel const& model_;
    YearDraws const& draws_;
    int year_;
    // That the source of a person changes.
    std::array<std::array<std::array<double, oldest_age + 1>, 2>, source_count> chances_{};
};

}  // namespace

void add_new_incomes(PeopleBuilder& builder, PeopleModel const& model, YearDraws const& draws,
                     DrawsOfAll const& of_all, int year, Processes const& processes)
{
    IncomeYear(model, draws, year, processes.ageing).run(builder, of_all);
}

}  // namespace minimasim::forecast
