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

class IncomeYear {
  public:
    IncomeYear(People const& people, PeopleModel const& model, YearDraws const& draws, int year,
               bool has_aged)
        : people_(people), model_(model), draws_(draws), year_(year), has_aged_(has_aged)
    {
        std::vector<std::uint32_t> persons;
        std::vector<std::uint32_t> households;
        for (auto const number : people.person_number) {
            persons.push_back(draw_number(number));
        }
        for (auto const number : people.household_number) {
            households.push_back(draw_number(number));
        }
        source_ = draws.of_all(Stream::people_income, persons, YearDraw::source);
        jump_ = draws.of_all(Stream::people_income, households, YearDraw::jump);
        assistance_ = draws.of_all(Stream::people_income, households, YearDraw::assistance);
        for (std::size_t s = 0; s < source_count; ++s) {
            for (std::size_t sex = 0; sex < 2; ++sex) {
                for (int age = 0; age <= oldest_age; ++age) {
                    chances_[s][sex][static_cast<std::size_t>(age)] =
                        chance_of_change(model, static_cast<Source>(s), static_cast<Sex>(sex), age);
                }
            }
        }
    }

    People run()
    {
        PeopleBuilder builder(people_);
        for (std::size_t i = 0; i < people_.size(); ++i) {
            // Who moved in this year brings the incomes of the year.
            bool const has_just_come = people_.origin[i] == Origin::moved_in && people_.since[i] == year_;
            if (has_just_come || !changes(i)) {
                builder.keep(i);
            } else {
                builder.add(changed(i));
            }
        }
        return builder.finish();
    }

  private:
    bool changes_source(std::size_t j) const
    {
        auto const& q = people_.population.persons;
        auto const chance =
            chances_[static_cast<std::size_t>(q.source[j])][static_cast<std::size_t>(q.sex[j])][q.age[j]];
        return source_[j] < chance || is_due(q.source[j], q.age[j], has_aged_);
    }

    bool changes(std::size_t i) const
    {
        auto const& p = people_.population;
        for (auto j = p.person_begin[i]; j < p.person_begin[i + 1]; ++j) {
            if (changes_source(j)) {
                return true;
            }
        }
        return jump_[i] < chance_to_jump(i) || assistance_[i] < largest_chance_of_assistance(i);
    }

    Earning earning(std::size_t i) const
    {
        auto const source = people_.population.main_source[i];
        return source == Source::employee || source == Source::self_employed ? Earning::work
               : source == Source::pension                                   ? Earning::pension
                                                                             : Earning::none;
    }

    double chance_to_jump(std::size_t i) const
    {
        auto const income_class = people_.population.income_class[i];
        auto const kind = earning(i);
        if (kind == Earning::none || income_class > IncomeClass::up_to_p40) {
            return 0;
        }
        if (is_low(income_class)) {
            return chance_to_leave_low(model_.terms, kind, people_.population.years_on_low_income[i]);
        }
        return people_.years_since_low[i] < relapse_years
                   ? model_.chances.relapse
                   : model_.chances.enter_low[static_cast<std::size_t>(kind)];
    }

    // Before it is known whether the household passes the tests; who loses all income this year is touched
    // already.
    double largest_chance_of_assistance(std::size_t i) const
    {
        auto const& p = people_.population;
        if (p.main_source[i] == Source::none) {
            return std::max(model_.terms.none_enters_per_year, again(i));
        }
        if (earning(i) != Earning::work) {
            return 0;
        }
        bool const is_modest = p.income_class[i] <= IncomeClass::up_to_p40;
        return std::max(is_modest ? model_.chances.enter_assistance : 0, again(i));
    }

    bool claims(std::size_t i, Family const& f) const
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
        return has_none               ? assistance_[i] < std::max(model_.terms.none_enters_per_year, again(i))
               : may_claim_by_work(f) ? assistance_[i] < std::max(chance, again(i))
                                      : has_one_earner(f) && assistance_[i] < again(i);
    }

    // The chance of who left assistance within a year.
    double again(std::size_t i) const
    {
        return people_.years_since_assistance[i] == 0 ? model_.chances.reenter_assistance : 0;
    }

    Family changed(std::size_t i) const
    {
        auto const before = family_of(people_, i);
        auto f = before;
        bool is_same = true;
        auto const first = people_.population.person_begin[i];
        for (std::size_t k = 0; k < f.members.size(); ++k) {
            auto& m = f.members[k];
            // A partner on assistance goes with the claimant.
            bool const follows =
                m.role == Role::partner && m.source == Source::social_assistance && m.age < pension_age;
            if (!follows && changes_source(first + k)) {
                change_source(m, source_[first + k], home_of(before, k), model_, draws_);
                is_same = is_same && !m.is_head();
            }
        }
        if (before.is_assisted() && !f.is_assisted() && f.has_partner() &&
            f.members[1].source == Source::social_assistance) {
            set_source(f.members[1], Source::none);
        }
        bool const was_assisted = before.is_assisted();
        if (!was_assisted && claims(i, f)) {
            enter_assistance(f);
        } else if (is_same && jump_[i] < chance_to_jump(i)) {
            jump(f, !is_low(before.income_class), model_, draws_);
        }
        settle(f, before, model_, draws_);
        return f;
    }

    People const& people_;
    PeopleModel const& model_;
    YearDraws const& draws_;
    int year_;
    bool has_aged_;
    std::vector<double> source_;
    std::vector<double> jump_;
    std::vector<double> assistance_;
    std::array<std::array<std::array<double, oldest_age + 1>, 2>, source_count> chances_{};
};

}  // namespace

People with_new_incomes(People const& people, PeopleModel const& model, YearDraws const& draws, int year,
                        Processes const& processes)
{
    return IncomeYear(people, model, draws, year, processes.ageing).run();
}

}  // namespace minimasim::forecast
