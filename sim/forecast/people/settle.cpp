#include "sim/forecast/people/settle.hpp"

#include <algorithm>

#include "sim/population/attributes/archetype.hpp"

namespace minimasim::forecast {

namespace {

using namespace population;

constexpr int adult = 18;
// What a profile goes by beside age: education, income, situation, pension.
constexpr std::uint32_t profile_kinds_of_an_age = 3 * 3 * 4 * 2;

void put_in_order(Family& f)
{
    std::sort(f.members.begin(), f.members.end(), [](Member const& a, Member const& b) {
        auto const place = [](Member const& m) {
            return m.role == Role::claimant ? 0 : m.role == Role::partner ? 1 : 2;
        };
        if (place(a) != place(b)) {
            return place(a) < place(b);
        }
        return a.age != b.age ? a.age > b.age : a.number < b.number;
    });
    bool const has_child = std::any_of(f.members.begin(), f.members.end(),
                                       [](Member const& m) { return m.role == Role::child; });
    f.type = f.has_partner()
                 ? (has_child ? HouseholdType::couple_with_children : HouseholdType::couple_without_children)
             : has_child             ? HouseholdType::single_parent
             : f.members.size() == 1 ? HouseholdType::one_person
                                     : HouseholdType::other;
}

// Assistance of a couple is joint, and none beside another income of a head. Those past pension age may have
// a supplement to an incomplete state pension; whoever had it keeps it.
void settle_assistance(Family& f)
{
    bool has_income = false;
    bool claims = false;
    bool has_pensioner = false;
    for (std::size_t i = 0; i < f.heads(); ++i) {
        auto const& m = f.members[i];
        claims = claims || m.source == Source::social_assistance;
        has_pensioner = has_pensioner || m.age >= pension_age;
        has_income = has_income || (m.source != Source::social_assistance && m.source != Source::none &&
                                    m.source != Source::student);
    }
    claims = claims && !has_income && f.members[0].age >= youngest_for_assistance;
    for (std::size_t i = 0; i < f.members.size(); ++i) {
        auto& m = f.members[i];
        if (claims && i < f.heads()) {
            set_source(m, Source::social_assistance);
        } else if (m.source == Source::social_assistance) {
            set_source(m, Source::none);
        }
    }
    f.receives_social_assistance = claims || (f.receives_social_assistance && has_pensioner);
}

// A claimant who works is the main earner, else a partner who works, else the first of the other sources.
Source main_source_of(Family const& f)
{
    auto const is_working = [](Source s) { return s == Source::employee || s == Source::self_employed; };
    Source best = Source::none;
    auto const order = [](Source s) {
        return s == Source::pension                ? 0
               : s == Source::disability_benefit   ? 1
               : s == Source::unemployment_benefit ? 2
               : s == Source::social_assistance    ? 3
               : s == Source::student              ? 4
                                                   : 5;
    };
    for (std::size_t i = 0; i < f.heads(); ++i) {
        auto const source = f.members[i].source;
        if (is_working(source)) {
            return source;
        }
        best = order(source) < order(best) ? source : best;
    }
    return best;
}

}  // namespace

void set_source(Member& m, Source source, std::int32_t amount)
{
    m.source = source;
    m.wage_cents_per_year = source == Source::employee ? amount : 0;
    m.profit_cents_per_year = source == Source::self_employed ? amount : 0;
    m.pension_cents_per_year = source == Source::pension ? amount : 0;
    m.unemployment_benefit_cents_per_year = source == Source::unemployment_benefit ? amount : 0;
    m.disability_benefit_cents_per_year = source == Source::disability_benefit ? amount : 0;
}

void settle(Family& f, Family const& before, PeopleModel const& model, YearDraws const& draws)
{
    put_in_order(f);
    settle_assistance(f);
    f.main_source = main_source_of(f);
    f.income_class = (*model.class_of)(draft_of(f));
    for (auto& m : f.members) {
        if (m.age < adult) {
            m.profile = Profile::none;
            continue;
        }
        auto const was = std::find_if(before.members.begin(), before.members.end(),
                                      [&](Member const& other) { return other.number == m.number; });
        auto const kind = Donors::profile_kind(f, m);
        bool const is_alike =
            was != before.members.end() && was->age >= adult &&
            Donors::profile_kind(before, *was) % profile_kinds_of_an_age == kind % profile_kinds_of_an_age;
        if (!is_alike) {
            m.profile = model.donors->profile(kind, draws.income(m.number, YearDraw::profile));
        }
    }
    if (f.number != before.number || f.main_source != before.main_source ||
        f.income_class != before.income_class) {
        f.expects_improvement =
            model.donors->expects_improvement(f, draws.income(f.number, YearDraw::improvement));
    }
}

}  // namespace minimasim::forecast
