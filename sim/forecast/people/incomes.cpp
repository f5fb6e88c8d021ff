#include <algorithm>

#include "sim/forecast/people/entries.hpp"
#include "sim/forecast/people/next_year.hpp"
#include "sim/forecast/people/settle.hpp"
#include "sim/forecast/people/work.hpp"
#include "sim/population/attributes/archetype.hpp"

namespace minimasim::forecast {

namespace {

using namespace population;

AtHome home_of(Family const& f, std::size_t place)
{
    AtHome home;
    home.beside = beside_of(f, place);
    for (std::size_t k = 0; k < f.heads(); ++k) {
        if (k == place) {
            continue;
        }
        auto const& m = f.members[k];
        home.has_other_earner = home.has_other_earner || m.source == Source::employee ||
                                m.source == Source::self_employed || m.source == Source::pension;
        home.other_income_cents_per_year += std::int64_t{m.wage_cents_per_year} + m.profit_cents_per_year +
                                            m.pension_cents_per_year + m.unemployment_benefit_cents_per_year +
                                            m.disability_benefit_cents_per_year;
    }
    return home;
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
                        std::max(chance_by_age(model, source, age, year, has_aged),
                                 chance_of_change(model, source, static_cast<Sex>(sex), age));
                }
            }
        }
    }

    // What else a year does to incomes than to bring a household into low income or, from work, on
    // assistance.
    Places run(PeopleBuilder& builder, DrawsOfAll const& of_all)
    {
        auto const& people = builder.from();
        auto const& begin = people.population.person_begin;
        auto places = places_of(builder);
        Drawn drawn;
        Family before;
        for (std::size_t place = 0; place < builder.size(); ++place) {
            if (builder.is_kept(place)) {
                auto const i = builder.household(place);
                auto const& standing = places.standing[place];
                if (changes(people, i, standing, of_all)) {
                    drawn.source.assign(of_all.source.begin() + begin[i],
                                        of_all.source.begin() + begin[i + 1]);
                    drawn.jump = of_all.jump[i];
                    drawn.assistance = of_all.assistance[i];
                    read_family(people, i, before);
                    builder.change(place, changed(before, drawn, place, places));
                }
                continue;
            }
            auto& family = builder.family(place);
            auto const& standing = places.standing[place];
            if (places.is_untouched[place] == 0) {
                continue;
            }
            draw(family, drawn);
            if (changes(family, standing, drawn)) {
                before = family;
                family = changed(before, drawn, place, places);
            }
        }
        return places;
    }

  private:
    // As the year began, and the chances to leave that follow.
    Places places_of(PeopleBuilder& builder)
    {
        Places places;
        places.is_untouched.assign(builder.size(), 1);
        places.standing.reserve(builder.size());
        std::vector<std::uint8_t> moved_in(builder.size());
        for (std::size_t place = 0; place < builder.size(); ++place) {
            if (builder.is_kept(place)) {
                places.standing.push_back(standing_of(builder.from(), builder.household(place)));
                continue;
            }
            auto const& family = builder.family(place);
            places.standing.push_back(standing_of(family));
            // Who moved in this year brings the incomes of the year.
            if (family.origin == Origin::moved_in && family.since == year_) {
                places.is_untouched[place] = 0;
                moved_in[place] = 1;
            }
        }
        leave_ = chances_to_leave(model_, places.standing, moved_in, year_ - model_.first_year + 1);
        return places;
    }

    void draw(Family const& f, Drawn& drawn) const
    {
        drawn.source.clear();
        for (auto const& m : f.members) {
            drawn.source.push_back(draws_.income(m.number, YearDraw::source));
        }
        drawn.jump = draws_.income(f.number, YearDraw::jump);
        drawn.assistance = draws_.income(f.number, YearDraw::assistance);
    }

    bool changes_source(Source source, Sex sex, int age, Standing const& standing, double u) const
    {
        double const chance = chances_[static_cast<std::size_t>(source)][static_cast<std::size_t>(sex)]
                                      [static_cast<std::size_t>(age)];
        bool const goes_by_years = source == Source::social_assistance && chance < 1;
        return u < (goes_by_years ? std::min(chance, leave_.of(assistance_group, years_at_start(standing)))
                                  : chance);
    }

    bool changes(People const& people, std::size_t i, Standing const& standing,
                 DrawsOfAll const& of_all) const
    {
        auto const& q = people.population.persons;
        auto const& begin = people.population.person_begin;
        for (auto j = begin[i]; j < begin[i + 1]; ++j) {
            if (changes_source(q.source[j], q.sex[j], q.age[j], standing, of_all.source[j])) {
                return true;
            }
        }
        return of_all.jump[i] < chance_to_leave(standing) ||
               of_all.assistance[i] < chance_without_income(standing);
    }

    bool changes(Family const& f, Standing const& standing, Drawn const& drawn) const
    {
        for (std::size_t k = 0; k < f.members.size(); ++k) {
            auto const& m = f.members[k];
            if (changes_source(m.source, m.sex, m.age, standing, drawn.source[k])) {
                return true;
            }
        }
        return drawn.jump < chance_to_leave(standing) || drawn.assistance < chance_without_income(standing);
    }

    double chance_to_leave(Standing const& s) const
    {
        int const group = stay_group(s);
        return group < 0 || s.is_assisted() ? 0
                                            : leave_.of(static_cast<std::size_t>(group), years_at_start(s));
    }

    // To claim assistance, of a household that has no income.
    double chance_without_income(Standing const& s) const
    {
        bool const has_none = s.source[0] == Source::none && (s.heads == 1 || s.source[1] == Source::none);
        return has_none && is_of_age_for_assistance(s) && has_few_means(s) ? model_.terms.none_enters_per_year
                                                                           : 0;
    }

    Family changed(Family const& before, Drawn const& drawn, std::size_t place, Places& places) const
    {
        auto f = before;
        bool is_same = true;
        for (std::size_t k = 0; k < f.members.size(); ++k) {
            auto& m = f.members[k];
            // A partner on assistance goes with the claimant.
            bool const follows =
                m.role == Role::partner && m.source == Source::social_assistance && m.age < pension_age;
            if (!follows && changes_source(m.source, m.sex, m.age, places.standing[place], drawn.source[k])) {
                change_source(m, drawn.source[k], home_of(before, k), model_, draws_);
                is_same = is_same && !m.is_head();
            }
        }
        if (before.is_assisted() && !f.is_assisted() && f.has_partner() &&
            f.members[1].source == Source::social_assistance) {
            set_source(f.members[1], Source::none);
        }
        if (!before.is_assisted() && drawn.assistance < chance_without_income(standing_of(f))) {
            enter_assistance(f, model_, draws_);
            is_same = false;
            ++places.on_assistance;
        } else if (is_same && drawn.jump < chance_to_leave(places.standing[place])) {
            is_same = !jump(f, false, model_, draws_);
        }
        places.is_untouched[place] = is_same;
        settle(f, before, model_, draws_);
        places.standing[place] = standing_of(f);
        return f;
    }

    PeopleModel const& model_;
    YearDraws const& draws_;
    int year_;
    LeaveChances leave_;
    // That the source of a person changes.
    std::array<std::array<std::array<double, oldest_age + 1>, 2>, source_count> chances_{};
};

}  // namespace

void add_new_incomes(PeopleBuilder& builder, PeopleModel const& model, YearDraws const& draws,
                     DrawsOfAll const& of_all, int year, Processes const& processes)
{
    auto places = IncomeYear(model, draws, year, processes.ageing).run(builder, of_all);
    Entries entries(builder, places, model, draws, of_all, year - model.first_year + 1);
    entries.into_assistance();
    entries.into_low_income();
}

}  // namespace minimasim::forecast
