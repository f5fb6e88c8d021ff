#include "sim/input/household_checks.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "sim/base/date_text.hpp"
#include "sim/input/json_text.hpp"

namespace minimasim::input {

namespace {

// A key that has no meaning for the other kind of tenure.
struct TenureKey {
    std::string_view name;
    double HouseholdRecord::*member;
    bool is_for_owners;
};
constexpr std::array<TenureKey, 6> tenure_keys{{
    {"rent_per_month", &HouseholdRecord::rent_per_month, false},
    {"service_costs_per_month", &HouseholdRecord::service_costs_per_month, false},
    {"woz_value", &HouseholdRecord::woz_value, true},
    {"mortgage_per_month", &HouseholdRecord::mortgage_per_month, true},
    {"mortgage_interest_per_year", &HouseholdRecord::mortgage_interest_per_year, true},
    {"home_equity", &HouseholdRecord::home_equity, true},
}};

constexpr int adult_age = 18;

bool is_code(std::string_view text, std::string_view letters, std::size_t digits)
{
    return text.size() == letters.size() + digits && text.substr(0, letters.size()) == letters &&
           text.find_first_not_of("0123456789", letters.size()) == std::string_view::npos;
}

class Checks {
  public:
    Checks(HouseholdRecord const& household, HouseholdLimits const& limits, std::vector<Problem>& problems)
        : household_(household), limits_(limits), problems_(problems)
    {
    }

    void all()
    {
        date();
        place();
        tenure();
        couple();
        for (std::size_t i = 0; i < household_.persons.size(); ++i) {
            child(i);
            birth_year(i);
            state_pension(i);
            childcare(i);
            partner(i);
            earnings_exemption(i);
        }
        if (age_is_known(0) && household_.lines.has("years_on_low_income") &&
            household_.years_on_low_income > age(0) + 1) {
            complain("years_on_low_income", "years_on_low_income is more than the age of the claimant, " +
                                                std::to_string(age(0)) + "; years, not months, were meant");
        }
    }

  private:
    void date()
    {
        bool const is_early = limits_.first && household_.date < *limits_.first;
        bool const is_late = limits_.last && household_.date > *limits_.last;
        if (is_early || is_late) {
            complain("date", "date is " + to_text(household_.date) + "; the law is known here " +
                                 (limits_.first ? "from " + to_text(*limits_.first) + ' ' : "") +
                                 (limits_.last ? "up to and including " + to_text(*limits_.last) : ""));
        }
    }

    void place()
    {
        auto const& municipality = household_.municipality;
        auto const& neighbourhood = household_.neighbourhood;
        if (!is_code(municipality, "GM", 4)) {
            complain("municipality",
                     "municipality is " + in_quotes(municipality) + "; a code such as GM0106 was meant");
        } else if (!neighbourhood.empty() && !is_code(neighbourhood, "WK", 6)) {
            complain("neighbourhood",
                     "neighbourhood is " + in_quotes(neighbourhood) + "; a code such as WK010601 was meant");
        } else if (!neighbourhood.empty() && neighbourhood.substr(2, 4) != municipality.substr(2)) {
            complain("neighbourhood", "neighbourhood " + neighbourhood + " does not lie in municipality " +
                                          municipality + "; their first four digits are the same");
        }
    }

    void tenure()
    {
        bool const is_owner = household_.tenure == Tenure::owner;
        for (auto const& key : tenure_keys) {
            if (key.is_for_owners == is_owner || !household_.lines.has(key.name) ||
                household_.*key.member <= 0) {
                continue;
            }
            complain(key.name, std::string(key.name) + " is above 0, but tenure says that the home is " +
                                   (is_owner ? "owned; an owner pays no rent, write 0 or leave it out"
                                             : "rented; it belongs to an owner (\"tenure\": \"owner\")"));
        }
    }

    void couple()
    {
        auto const& persons = household_.persons;
        if (household_.is_couple && persons.size() == 1) {
            complain(
                "is_couple",
                "is_couple is true, but persons holds one; the partner comes second in the list, for both "
                "incomes count");
        } else if (household_.is_couple && age_is_known(1) && age(1) < adult_age) {
            complain(1, "age",
                     "age of person 2 is " + std::to_string(age(1)) +
                         ", but is_couple is true; the second person is the partner, of 18 or older");
        }
        if (age_is_known(0) && age(0) < adult_age) {
            complain(0, "age",
                     "age of person 1 is " + std::to_string(age(0)) +
                         "; the first person is the claimant, of 18 or older, children come later");
        }
    }

    void child(std::size_t i)
    {
        std::size_t const parents = household_.is_couple ? 2 : 1;
        for (std::size_t parent = 0; parent < parents && parent < i; ++parent) {
            if (i >= parents && age_is_known(i) && age(i) < adult_age && age_is_known(parent) &&
                age(i) >= age(parent)) {
                complain(i, "age",
                         "person " + std::to_string(i + 1) + " is " + std::to_string(age(i)) +
                             ", a child, and not younger than its parent, person " +
                             std::to_string(parent + 1) + " of " + std::to_string(age(parent)) +
                             "; check the ages and their order");
            }
        }
    }

    void birth_year(std::size_t i)
    {
        auto const& person = household_.persons[i];
        int const age_this_year = household_.date.year - person.birth_year.value_or(0);
        if (age_is_known(i) && person.birth_year && std::abs(age_this_year - person.age) > 1) {
            int const first = household_.date.year - person.age - 1;
            complain(i, "birth_year",
                     "birth_year" + of(i) + " is " + std::to_string(*person.birth_year) + ", but who is " +
                         std::to_string(person.age) + " on " + to_text(household_.date) + " was born in " +
                         std::to_string(first) + " or " + std::to_string(first + 1) +
                         "; leave out one of the two");
        }
    }

    // Someone of 66 may be 66 years and 11 months: what is refused is a year lived too few for certain.
    void state_pension(std::size_t i)
    {
        auto const& person = household_.persons[i];
        StatePensionAge const* in_force = nullptr;
        for (auto const& candidate : limits_.state_pension_ages) {
            bool const is_later = in_force == nullptr || candidate.from > in_force->from;
            in_force = candidate.from <= household_.date && is_later ? &candidate : in_force;
        }
        if (in_force != nullptr && age_is_known(i) && person.receives_state_pension.value_or(false) &&
            person.age + 1 <= in_force->years) {
            complain(i, "receives_state_pension",
                     "receives_state_pension" + of(i) + " is true at " + std::to_string(person.age) +
                         "; nobody receives state pension before state pension age");
        }
    }

    void childcare(std::size_t i)
    {
        auto const& person = household_.persons[i];
        if (!age_is_known(i) || person.age < adult_age) {
            return;
        }
        for (auto const& [key, value] :
             {std::pair{"childcare_hours_per_month", person.childcare_hours_per_month},
              std::pair{"childcare_rate_per_hour", person.childcare_rate_per_hour}}) {
            if (value > 0) {
                complain(i, key,
                         key + of(i) + " is above 0, but this person is " + std::to_string(person.age) +
                             "; childcare stands with the child");
            }
        }
    }

    void partner(std::size_t i)
    {
        auto const& person = household_.persons[i];
        if (i == 1 && person.lines.has("is_partner") && person.is_partner != household_.is_couple) {
            complain(i, "is_partner",
                     person.is_partner
                         ? "is_partner of person 2 is true, but is_couple is false; two partners are "
                           "assessed together, write \"is_couple\": true"
                         : "is_partner of person 2 is false, but is_couple is true; the second person "
                           "of a couple is the partner");
        } else if (i != 1 && person.is_partner) {
            complain(i, "is_partner",
                     "is_partner" + of(i) +
                         " is true; the first person is the claimant and only the second can be "
                         "the partner");
        }
    }

    void earnings_exemption(std::size_t i)
    {
        bool const has_child =
            std::any_of(household_.persons.begin(), household_.persons.end(),
                        [](auto const& p) { return p.lines.has("age") && p.age < adult_age; });
        if (household_.persons[i].earnings_exemption == EarningsExemption::single_parent &&
            (household_.is_couple || !has_child)) {
            complain(i, "earnings_exemption",
                     "earnings_exemption" + of(i) +
                         " is \"single_parent\", but this household is no single parent with a child");
        }
    }

    bool age_is_known(std::size_t i) const
    {
        return i < household_.persons.size() && household_.persons[i].lines.has("age");
    }
    int age(std::size_t i) const { return household_.persons[i].age; }
    static std::string of(std::size_t i) { return " of person " + std::to_string(i + 1); }

    void complain(std::string_view key, std::string what)
    {
        problems_.push_back({household_.origin, household_.lines.line(key), std::move(what)});
    }
    void complain(std::size_t i, std::string_view key, std::string what)
    {
        problems_.push_back({household_.origin, household_.persons[i].lines.line(key), std::move(what)});
    }

    HouseholdRecord const& household_;
    HouseholdLimits const& limits_;
    std::vector<Problem>& problems_;
};

}  // namespace

void check_household(HouseholdRecord const& household, HouseholdLimits const& limits,
                     std::vector<Problem>& problems)
{
    Checks(household, limits, problems).all();
}

}  // namespace minimasim::input
