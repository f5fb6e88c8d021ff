#include "sim/run/households/household_sweep.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/input/household_values.hpp"
#include "sim/input/json_text.hpp"

namespace minimasim::run {

namespace {

using Holds = SweptKey::Holds;
using H = rules::Household;
using P = rules::Person;

constexpr std::array<SweptKey, 18> swept_keys{{
    {"wage_per_year", &P::wage_per_year, "euro_per_year", "een loon", "a wage"},
    {"profit_per_year", &P::profit_per_year, "euro_per_year", "een winst", "a profit"},
    {"pension_per_year", &P::pension_per_year, "euro_per_year", "een aanvullend pensioen",
     "an occupational pension"},
    {"unemployment_benefit_per_year", &P::unemployment_benefit_per_year, "euro_per_year", "een WW-uitkering",
     "an unemployment benefit"},
    {"disability_benefit_per_year", &P::disability_benefit_per_year, "euro_per_year",
     "een arbeidsongeschiktheidsuitkering", "a disability benefit"},
    {"rent_per_month", &H::rent_per_month, "euro_per_month", "een kale huur", "a bare rent",
     Holds::of_tenants},
    {"service_costs_per_month", &H::service_costs_per_month, "euro_per_month", "servicekosten",
     "service costs", Holds::of_tenants},
    {"mortgage_per_month", &H::mortgage_per_month, "euro_per_month", "een hypotheeklast",
     "a mortgage payment", Holds::of_owners},
    {"mortgage_interest_per_year", &H::mortgage_interest_per_year, "euro_per_year", "een hypotheekrente",
     "a mortgage interest", Holds::of_owners},
    {"woz_value", &H::woz_value, "euro", "een WOZ-waarde", "an official home value", Holds::of_owners},
    {"energy_per_month", &H::energy_per_month, "euro_per_month", "energiekosten", "energy costs"},
    {"water_per_month", &H::water_per_month, "euro_per_month", "waterkosten", "water costs"},
    {"local_taxes_per_year", &H::local_taxes_per_year, "euro_per_year", "lokale belastingen", "local taxes"},
    {"health_premium_per_month", &H::health_premium_per_month, "euro_per_month", "een zorgpremie",
     "a health premium"},
    {"liquid_assets", &H::liquid_assets, "euro", "spaargeld", "savings"},
    {"home_equity", &H::home_equity, "euro", "een overwaarde", "a home equity", Holds::of_owners},
    {"car_value", &H::car_value, "euro", "een autowaarde", "a car value"},
    {"years_on_low_income", &HouseholdCase::years_on_low_income, "years", "een duur van het lage inkomen",
     "a spell of low income"},
}};

constexpr std::string_view of_partner = "partner.";
constexpr std::string_view example = "--sweep wage_per_year=0:60000:100";
constexpr Cents most = 1'000'000'000;  // ten million euro, as in a household file

[[noreturn]] void refuse(std::string const& what)
{
    throw InputError("--sweep", 0, what);
}

std::vector<std::string> names_of_keys()
{
    std::vector<std::string> names;
    for (auto const& key : swept_keys) {
        names.emplace_back(key.name);
        if (std::holds_alternative<double P::*>(key.member)) {
            names.push_back(std::string(of_partner) + key.name);
        }
    }
    return names;
}

std::string listed(std::vector<std::string> const& names)
{
    std::string text;
    for (auto const& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

void read_key(std::string_view name, HouseholdSweep& sweep)
{
    sweep.is_of_partner = name.substr(0, of_partner.size()) == of_partner;
    auto const plain = sweep.is_of_partner ? name.substr(of_partner.size()) : name;
    auto const* const found = std::find_if(swept_keys.begin(), swept_keys.end(),
                                           [&](SweptKey const& key) { return plain == key.name; });
    bool const is_known = found != swept_keys.end() &&
                          (!sweep.is_of_partner || std::holds_alternative<double P::*>(found->member));
    if (!is_known) {
        auto const names = names_of_keys();
        refuse(input::in_quotes(name) + " cannot be swept" + did_you_mean(std::string(name), names) +
               " Those that can: " + listed(names));
    }
    sweep.key = found;
}

// A number with at most two decimals and a decimal point, in hundredths.
Cents read_hundredths(std::string_view text, char const* place)
{
    auto const wrong = [&](std::string const& why) {
        refuse(std::string(place) + " is " + input::in_quotes(text) + "; " + why);
    };
    if (text.empty()) {
        refuse(std::string(place) + " is missing; write KEY=FROM:TO:STEP, as in " + std::string(example));
    }
    bool const is_below_zero = text.front() == '-';
    auto const digits = is_below_zero ? text.substr(1) : text;
    auto const point = digits.find('.');
    auto const whole = digits.substr(0, point);
    auto const fraction = point == std::string_view::npos ? std::string_view() : digits.substr(point + 1);
    bool const is_number = !whole.empty() &&
                           digits.find_first_not_of("0123456789.") == std::string_view::npos &&
                           fraction.find('.') == std::string_view::npos &&
                           (point == std::string_view::npos || !fraction.empty());
    if (is_number && fraction.size() == 3) {
        double const with_decimals = std::stod(std::string(digits));
        wrong("it may mean " + std::string(whole) + std::string(fraction) + " or " +
              report::csv_exact_number(with_decimals) +
              ": write a number without thousands separators, with at most two decimals");
    }
    if (!is_number) {
        auto const meant = input::number_meant(text);
        wrong("a number is digits, with a decimal point if need be" +
              (meant.empty() ? "" : ". Did you mean " + meant + "?"));
    }
    if (is_below_zero) {
        wrong("an amount of a household cannot be negative");
    }
    if (fraction.size() > 2) {
        wrong("amounts go to the cent: at most two decimals");
    }
    Cents value = 0;
    auto const units = std::string(whole) + std::string(fraction) + std::string(2 - fraction.size(), '0');
    auto const [end, fault] = std::from_chars(units.data(), units.data() + units.size(), value);
    if (fault != std::errc() || end != units.data() + units.size() || value > most) {
        wrong("more than ten million is a slip of the hand");
    }
    return value;
}

}  // namespace

double& HouseholdSweep::place_in(HouseholdCase& one) const
{
    if (auto const* member = std::get_if<double P::*>(&key->member)) {
        rules::Person& person = is_of_partner ? one.household.partner : one.household.claimant;
        return person.*(*member);
    }
    if (auto const* member = std::get_if<double H::*>(&key->member)) {
        return one.household.*(*member);
    }
    auto const member = std::get<double HouseholdCase::*>(key->member);
    return one.*member;
}

report::SweptAmount HouseholdSweep::described() const
{
    report::SweptAmount swept{key->name, key->dutch, key->english, key->unit, is_income()};
    if (is_of_partner) {
        swept.key = std::string(of_partner) + key->name;
        swept.dutch += " van de partner";
        swept.english += " of the partner";
    }
    return swept;
}

HouseholdSweep read_sweep(std::string_view text)
{
    auto const equals = text.find('=');
    auto const first_colon = text.find(':', equals == std::string_view::npos ? 0 : equals);
    auto const second_colon =
        first_colon == std::string_view::npos ? first_colon : text.find(':', first_colon + 1);
    if (equals == std::string_view::npos || second_colon == std::string_view::npos ||
        text.find(':', second_colon + 1) != std::string_view::npos) {
        refuse(input::in_quotes(text) + " is not of the form KEY=FROM:TO:STEP, as in " +
               std::string(example));
    }
    HouseholdSweep sweep;
    read_key(text.substr(0, equals), sweep);
    sweep.first = read_hundredths(text.substr(equals + 1, first_colon - equals - 1), "FROM");
    sweep.last = read_hundredths(text.substr(first_colon + 1, second_colon - first_colon - 1), "TO");
    sweep.step = read_hundredths(text.substr(second_colon + 1), "STEP");
    auto const shown = [](Cents hundredths) { return report::csv_number(to_euro(hundredths), "euro"); };
    if (sweep.first > sweep.last) {
        refuse("FROM, " + shown(sweep.first) + ", is above TO, " + shown(sweep.last) + "; swap them");
    }
    if (sweep.step == 0) {
        refuse("STEP is 0; a step of 0 never gets from FROM to TO");
    }
    if ((sweep.last - sweep.first) % sweep.step != 0) {
        refuse("steps of " + shown(sweep.step) + " from " + shown(sweep.first) + " do not end at " +
               shown(sweep.last) + " but at " +
               shown(sweep.first + (sweep.last - sweep.first) / sweep.step * sweep.step) +
               "; choose a TO or a STEP that fits");
    }
    if (sweep.count_points() > most_points) {
        refuse("steps of " + shown(sweep.step) + " make " + std::to_string(sweep.count_points()) +
               " points; at most " + std::to_string(most_points) + ", so choose a larger STEP");
    }
    return sweep;
}

void check_sweep(HouseholdSweep const& sweep, input::HouseholdRecord const& record)
{
    bool const is_owner = record.tenure == input::Tenure::owner;
    auto const key = sweep.described().key;
    if (sweep.is_of_partner && !record.is_couple) {
        refuse(key + " has no meaning for " + record.id + ", which has no partner (\"is_couple\": true)");
    }
    if (sweep.key->holds == Holds::of_tenants && is_owner) {
        refuse(key + " has no meaning for " + record.id + ", which owns its home");
    }
    if (sweep.key->holds == Holds::of_owners && !is_owner) {
        refuse(key + " has no meaning for " + record.id + ", which rents its home");
    }
}

}  // namespace minimasim::run
