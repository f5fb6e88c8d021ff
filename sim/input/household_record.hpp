#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/date.hpp"
#include "sim/base/error.hpp"

namespace minimasim::input {

enum class Tenure { rent_social, rent_private, owner };
enum class ChildcareType { daycare, after_school, childminder };
enum class EarningsExemption { none, first_months, single_parent };

// Which keys were written, and where. Holds no texts: a key is one of the program's own names.
class KeyLines {
  public:
    KeyLines() = default;
    explicit KeyLines(int first) : first_(first) {}

    void reserve(std::size_t count) { lines_.reserve(count); }
    void add(std::string_view key, int line) { lines_.push_back({key, line}); }
    bool has(std::string_view key) const;
    int line(std::string_view key) const;  // of what holds the keys, when this one was omitted

  private:
    struct KeyLine {
        std::string_view key;
        int line = 0;
    };
    int first_ = 0;
    std::vector<KeyLine> lines_;
};

// One person as written; what was omitted has its default. Amounts in euro, period in the name.
struct PersonRecord {
    int age = 0;
    std::optional<int> birth_year;
    double wage_per_year = 0;
    double profit_per_year = 0;
    double pension_per_year = 0;
    double unemployment_benefit_per_year = 0;
    double disability_benefit_per_year = 0;
    std::optional<bool> receives_state_pension;  // nothing: from state pension age
    double state_pension_build_up = 1;
    bool is_partner = false;
    bool is_student = false;
    bool is_young_disabled = false;
    bool is_medically_limited = false;
    bool is_older_unemployed = false;
    EarningsExemption earnings_exemption = EarningsExemption::none;
    double childcare_hours_per_month = 0;
    ChildcareType childcare_type = ChildcareType::daycare;
    double childcare_rate_per_hour = 0;
    KeyLines lines;
};

// A value that replaces a computed one; true and false are 1 and 0.
struct GivenValue {
    std::string name;
    double value = 0;
    bool is_boolean = false;
    int line = 0;
};

// Which rights are claimed: all but those named, or none at all.
struct TakeUpRecord {
    bool is_none = false;
    std::vector<std::string> not_taken_up;

    bool takes_up(std::string_view name) const;
};

// One household as written: claimant first, the partner second when is_couple.
struct HouseholdRecord {
    std::string id;
    std::string title;
    std::string title_en;
    std::string story;
    std::string story_en;
    Date date{2024, 7, 1};
    std::string municipality = "GM0106";
    std::string neighbourhood = "WK010601";  // "" when only another municipality is given
    std::vector<PersonRecord> persons;
    bool is_couple = false;
    Tenure tenure = Tenure::rent_social;
    double rent_per_month = 578;  // 0 for an owner
    double service_costs_per_month = 0;
    bool adapted_dwelling = false;
    bool lives_in_institution = false;
    double woz_value = 0;
    double mortgage_per_month = 0;
    double mortgage_interest_per_year = 0;
    double energy_per_month = 186;
    double water_per_month = 15;
    double local_taxes_per_year = 0;
    double health_premium_per_month = 190;
    double alimony_paid_per_month = 0;
    double liquid_assets = 0;
    double home_equity = 0;
    double car_value = 0;
    double years_on_low_income = 4;
    bool expects_improvement = false;
    double special_costs_per_year = 0;
    double goods_costs_per_year = 0;
    TakeUpRecord take_up;
    std::vector<GivenValue> given;
    std::string origin;  // for messages of later checks: origin:line
    KeyLines lines;
};

// The state pension age in force from a day on.
struct StatePensionAge {
    Date from;
    double years = 0;
};

// What the caller knows of law and program. What is empty is not checked.
struct HouseholdLimits {
    std::optional<Date> first;  // days for which the law is known
    std::optional<Date> last;
    std::vector<StatePensionAge> state_pension_ages;  // by day
    std::vector<std::string> value_names;             // allowed in `given`
    std::vector<std::string> claim_names;             // allowed in `take_up`
};

// Reads one household in JSON; throws InputError with all its problems in the order of its lines. The text's
// first line is line `first_line` of `origin`.
HouseholdRecord read_household(std::string_view text, std::string const& origin,
                               HouseholdLimits const& limits = {}, int first_line = 1);

// The same without throwing: `problems` gets what is wrong, and the record holds what could be read, such
// as the id.
HouseholdRecord read_household(std::string_view text, std::string const& origin,
                               HouseholdLimits const& limits, int first_line, std::vector<Problem>& problems);

// The same from a file.
HouseholdRecord read_household_file(std::filesystem::path const& file, HouseholdLimits const& limits = {});

// Every key with type, unit, default, range and meaning, as a JSON Schema (draft 2020-12).
std::string household_schema(HouseholdLimits const& limits = {});

// The names of the households that stand in a folder, sorted.
std::vector<std::string> named_households(std::filesystem::path const& folder);

}  // namespace minimasim::input
