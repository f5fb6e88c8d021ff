#include "sim/population/plausibility.hpp"

#include <algorithm>
#include <cstdio>

namespace minimasim::population {

namespace {

// Limits of this checker, stated anew on purpose: it must not inherit a fault of the builder.
constexpr int adult = 18;
constexpr int state_pension = 67;
constexpr int parent_gap = 15;
constexpr int oldest_mother = 45;
constexpr int student_limit = 29;
constexpr int early_pension = 60;
constexpr std::size_t most_reported = 200;

class Checker {
  public:
    Checker(Population const& p, std::vector<std::string>& faults) : p_(p), faults_(faults) {}

    bool has_equal_columns()
    {
        auto const n = p_.type.size();
        bool households = p_.person_begin.size() == n + 1;
        for (std::size_t const size :
             {p_.neighbourhood.size(), p_.tenure.size(), p_.main_source.size(), p_.income_class.size(),
              p_.rent_cents_per_month.size(), p_.mortgage_cents_per_month.size(),
              p_.energy_cents_per_month.size(), p_.woz_value_euro.size(), p_.liquid_assets_cents.size(),
              p_.years_on_low_income.size(), p_.expects_improvement.size(),
              p_.receives_social_assistance.size(), p_.has_problem_debts.size()}) {
            households = households && size == n;
        }
        auto const& q = p_.persons;
        bool persons = true;
        for (std::size_t const size :
             {q.sex.size(), q.role.size(), q.education.size(), q.source.size(), q.profile.size(),
              q.wage_cents_per_year.size(), q.profit_cents_per_year.size(), q.pension_cents_per_year.size(),
              q.unemployment_benefit_cents_per_year.size(), q.disability_benefit_cents_per_year.size(),
              q.state_pension_build_up_percent.size()}) {
            persons = persons && size == q.age.size();
        }
        if (!households) {
            faults_.push_back("the columns of households differ in length");
        }
        if (!persons) {
            faults_.push_back("the columns of persons differ in length");
        }
        bool const ends = households && !p_.person_begin.empty() && p_.person_begin.back() == q.age.size() &&
                          std::is_sorted(p_.person_begin.begin(), p_.person_begin.end());
        if (households && !ends) {
            faults_.push_back("person_begin does not divide the persons over the households");
        }
        return households && persons && ends;
    }

    void check(std::size_t i)
    {
        auto const first = p_.person_begin[i];
        auto const last = p_.person_begin[i + 1];
        require(i, last > first, "holds nobody");
        if (last <= first) {
            return;
        }
        roles(i, first, last);
        ages(i, first, last);
        for (auto j = first; j < last; ++j) {
            person(i, j);
        }
        amounts(i, first, last);
    }

  private:
    void require(std::size_t household, bool holds, char const* what)
    {
        if (!holds && faults_.size() < most_reported) {
            faults_.push_back("household " + std::to_string(household) + ": " + what);
        }
    }

    void roles(std::size_t i, std::uint32_t first, std::uint32_t last)
    {
        auto const& role = p_.persons.role;
        auto const count = [&](Role r) { return std::count(role.begin() + first, role.begin() + last, r); };
        auto const type = p_.type[i];
        bool const couple =
            type == HouseholdType::couple_without_children || type == HouseholdType::couple_with_children;
        bool const parents =
            type == HouseholdType::couple_with_children || type == HouseholdType::single_parent;
        require(i, role[first] == Role::claimant && count(Role::claimant) == 1,
                "has not one claimant in front");
        require(i, count(Role::partner) == (couple ? 1 : 0), "has partners that do not match its type");
        require(i, !couple || (last - first > 1 && role[first + 1] == Role::partner),
                "has no partner second");
        require(i, (count(Role::child) > 0) == parents, "has children that do not match its type");
        require(i, type != HouseholdType::one_person || last - first == 1, "has more than its one person");
        require(i, type != HouseholdType::other || last - first > 1, "of several adults has one member");
    }

    void ages(std::size_t i, std::uint32_t first, std::uint32_t last)
    {
        auto const& q = p_.persons;
        int youngest_parent = q.age[first];
        int mother = q.sex[first] == Sex::woman ? q.age[first] : 0;
        require(i, q.age[first] >= adult, "is headed by a minor");
        for (auto j = first + 1; j < last; ++j) {
            if (q.role[j] == Role::partner) {
                youngest_parent = std::min<int>(youngest_parent, q.age[j]);
                mother = std::max<int>(mother, q.sex[j] == Sex::woman ? q.age[j] : 0);
                require(i, q.age[j] >= adult, "has a minor for a partner");
            }
        }
        for (auto j = first; j < last; ++j) {
            if (q.role[j] == Role::child) {
                require(i, youngest_parent - q.age[j] >= parent_gap, "has a parent too young for a child");
                require(i, mother == 0 || mother - q.age[j] <= oldest_mother,
                        "has a mother too old for a child");
            }
            bool const follows = j > first && q.role[j] != Role::partner && q.role[j - 1] != Role::partner &&
                                 q.role[j - 1] != Role::claimant;
            require(i, !follows || q.age[j - 1] >= q.age[j], "does not list its members from old to young");
        }
    }

    void person(std::size_t i, std::uint32_t j)
    {
        auto const& q = p_.persons;
        int const age = q.age[j];
        auto const source = q.source[j];
        auto const income = static_cast<std::int64_t>(q.wage_cents_per_year[j]) +
                            q.pension_cents_per_year[j] + q.unemployment_benefit_cents_per_year[j] +
                            q.disability_benefit_cents_per_year[j];
        require(i, age <= 110, "has a member older than 110");
        require(i, age >= adult || (source == Source::none && income == 0 && q.profit_cents_per_year[j] == 0),
                "has a minor with an income");
        require(i, age >= adult || q.education[j] == Education::low, "has a minor who finished school");
        require(i, age >= adult || q.profile[j] == Profile::none, "has a minor with a resident profile");
        require(i, source != Source::student || age <= student_limit,
                "has a student past the age of study finance");
        require(i, source != Source::pension || age >= early_pension, "has a pensioner who is too young");
        require(i, age < state_pension || source == Source::pension,
                "has a member past pension age with another source");
        require(i, q.pension_cents_per_year[j] == 0 || age >= early_pension,
                "pays an occupational pension too early");
        require(i,
                age < state_pension || (q.unemployment_benefit_cents_per_year[j] == 0 &&
                                        q.disability_benefit_cents_per_year[j] == 0),
                "pays an employee benefit past pension age");
        require(i, source != Source::social_assistance || (age < state_pension && q.role[j] != Role::child),
                "has assistance for someone who cannot claim it");
        require(i,
                q.wage_cents_per_year[j] >= 0 && q.pension_cents_per_year[j] >= 0 &&
                    q.unemployment_benefit_cents_per_year[j] >= 0 &&
                    q.disability_benefit_cents_per_year[j] >= 0,
                "has a negative income");
        require(i, q.state_pension_build_up_percent[j] <= 100, "has more than a full state pension");
    }

    void amounts(std::size_t i, std::uint32_t first, std::uint32_t last)
    {
        bool const owner = p_.tenure[i] == Tenure::owner;
        require(i, (p_.rent_cents_per_month[i] > 0) != owner && p_.rent_cents_per_month[i] >= 0,
                "has a rent that does not match its tenure");
        require(i, p_.mortgage_cents_per_month[i] >= 0 && (owner || p_.mortgage_cents_per_month[i] == 0),
                "has a mortgage that does not match its tenure");
        require(i, p_.energy_cents_per_month[i] > 0 && p_.woz_value_euro[i] > 0,
                "has no energy bill or no dwelling value");
        require(i, p_.liquid_assets_cents[i] >= 0, "has negative liquid assets");
        bool const low = p_.income_class[i] <= IncomeClass::up_to_p40;
        require(i, (p_.years_on_low_income[i] > 0) == low,
                "has years on low income that do not match its class");
        require(i, p_.years_on_low_income[i] <= std::max(1, p_.persons.age[first] - adult + 1),
                "has been poor for longer than adult");
        bool has_recipient = false;
        for (auto j = first; j < last; ++j) {
            bool const head = p_.persons.role[j] == Role::claimant || p_.persons.role[j] == Role::partner;
            bool const pensioner = p_.persons.age[j] >= state_pension;
            has_recipient =
                has_recipient || p_.persons.source[j] == Source::social_assistance || (head && pensioner);
            require(i, p_.persons.source[j] != Source::social_assistance || p_.receives_social_assistance[i],
                    "has a source of assistance it does not receive");
        }
        require(i, !p_.receives_social_assistance[i] || has_recipient,
                "receives assistance that nobody claims");
    }

    Population const& p_;
    std::vector<std::string>& faults_;
};

}  // namespace

std::vector<std::string> impossible_households(Population const& population)
{
    std::vector<std::string> faults;
    Checker checker(population, faults);
    if (checker.has_equal_columns()) {
        for (std::size_t i = 0; i < population.size(); ++i) {
            checker.check(i);
        }
    }
    return faults;
}

}  // namespace minimasim::population
