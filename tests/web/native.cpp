#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <type_traits>
#include <vector>

#include "sim/base/date_text.hpp"
#include "sim/base/draw.hpp"
#include "sim/rules/block.hpp"
#include "sim/rules/web/column_names.hpp"
#include "sim/run/law_and_policy/municipality.hpp"
#include "sim/run/law_and_policy/policy.hpp"

// Writes households at random, the policies of three dates, and what the program makes of them, for the
// comparison with the WebAssembly module: a line of JSON, then the columns, one after the other.
//
// usage: web_native FILE
namespace minimasim::test {

namespace {

constexpr std::size_t household_count = 20'000;

// What only the asker knows of a household, in the order of `needs`.
constexpr std::int32_t rules::MunicipalHousehold::*needs[] = {
    &rules::MunicipalHousehold::years_on_low_income,
    &rules::MunicipalHousehold::expects_improvement,
    &rules::MunicipalHousehold::special_need_cents_per_year,
    &rules::MunicipalHousehold::goods_need_cents_per_year,
    &rules::MunicipalHousehold::crisis_need_cents_per_year,
    &rules::MunicipalHousehold::given_expenses_cents_per_month,
};
constexpr char const* need_names[] = {"years_on_low_income",         "expects_improvement",
                                      "special_need_cents_per_year", "goods_need_cents_per_year",
                                      "crisis_need_cents_per_year",  "given_expenses_cents_per_month"};

struct Case {
    rules::Household household;
    rules::MunicipalHousehold needs;
    std::array<std::int32_t, rules::scheme_count> unclaimed{};
};

// Amounts of law, on which many rules turn.
std::vector<double> limits_of(rules::Policy const& policy)
{
    std::vector<double> limits;
    rules::for_each_section(policy.law, [&](char const*, auto const& terms, auto const& fields) {
        for (auto const& field : fields) {
            if (field.of(terms) > 10) {
                limits.push_back(field.of(terms));
            }
        }
    });
    return limits;
}

class Draws {
  public:
    Draws(std::uint32_t household, std::vector<double> const& limits) : household_(household), limits_(limits)
    {
    }

    double share() { return uniform(29, Stream::amounts, 0, household_, draw_++, 0); }
    std::int32_t whole(std::int32_t low, std::int32_t high)
    {
        return low + static_cast<std::int32_t>(share() * (high - low + 1));
    }
    bool is_so(double probability) { return share() < probability; }

    // Nothing, a limit of the law (a month of it, or a year), a cent beside it, far too much, or any amount.
    double amount(double highest)
    {
        std::int32_t const kind = whole(0, 9);
        if (kind < 2) {
            return 0;
        }
        if (kind == 2) {
            double const limit = limits_[whole(0, static_cast<std::int32_t>(limits_.size()) - 1)];
            double const times[] = {1, 12, 1 / 12.0};
            return std::fabs(limit * times[whole(0, 2)] + 0.01 * whole(-1, 1));
        }
        if (kind == 3 && is_so(0.05)) {
            return share() * 50'000'000;
        }
        double const drawn = share() * highest;
        return kind < 7 ? std::floor(drawn * 100) / 100 : drawn;
    }

  private:
    std::uint32_t household_;
    std::vector<double> const& limits_;
    std::uint32_t draw_ = 0;
};

void draw_person(rules::Person& person, Draws& draws)
{
    person.age = draws.is_so(0.2) ? draws.whole(66, 68) : draws.whole(18, 99);
    person.birth_year = 2025 - person.age;
    person.receives_state_pension = person.age >= 67;
    person.state_pension_build_up = draws.is_so(0.8) ? 1 : draws.share();
    person.is_student = draws.is_so(0.1);
}

Case draw_case(Draws draws)
{
    Case one;
    auto& h = one.household;
    rules::for_each_amount(h, [&](double& field) { field = draws.amount(1'500); });
    rules::for_each_count(h, [&](auto& field) {
        if constexpr (std::is_same_v<decltype(field), bool&>) {
            field = draws.is_so(0.07);
        }
    });
    for (auto* person : {&h.claimant, &h.partner}) {
        draw_person(*person, draws);
        double* const incomes[] = {&person->wage_per_year, &person->profit_per_year,
                                   &person->pension_per_year, &person->unemployment_benefit_per_year,
                                   &person->disability_benefit_per_year};
        for (auto* income : incomes) {
            *income = draws.is_so(0.3) ? draws.amount(draws.is_so(0.5) ? 25'000 : 90'000) : 0;
        }
    }
    h.is_couple = draws.is_so(0.5);
    h.is_owner = draws.is_so(0.3);
    if (draws.is_so(0.5)) {
        h.children_under_6 = draws.whole(0, 2);
        h.children_6_to_11 = draws.whole(0, 2);
        h.children_12_to_15 = draws.whole(0, 2);
        h.children_16_to_17 = draws.whole(0, 1);
        h.children_of_12 = draws.whole(0, static_cast<std::int32_t>(h.children_12_to_15));
    }
    if (!draws.is_so(0.4) || h.children_under_6 + h.children_6_to_11 < 1) {
        h.childcare_first_child_per_month = 0;
        h.childcare_next_children_per_month = 0;
    }
    if (draws.is_so(0.15)) {
        h.co_residents = draws.whole(1, 4);
        h.cost_sharing_co_residents = draws.whole(0, static_cast<std::int32_t>(h.co_residents));
        h.oldest_co_resident_age = draws.whole(18, 90);
    }
    h.woz_value *= 300;
    h.liquid_assets *= draws.is_so(0.5) ? 1 : 40;
    h.home_equity *= 100;
    auto& claims = h.claims;
    for (auto* claim : {&claims.social_assistance, &claims.supplementary_benefit,
                        &claims.health_care_allowance, &claims.rent_allowance, &claims.child_budget,
                        &claims.child_benefit, &claims.childcare_allowance, &claims.study_supplement}) {
        *claim = draws.is_so(0.85);
    }

    auto& n = one.needs;
    n.years_on_low_income = draws.whole(0, 8);
    n.expects_improvement = draws.whole(0, 3) == 0 ? 1 : 0;
    n.special_need_cents_per_year = draws.is_so(0.5) ? draws.whole(1, 300'000) : 0;
    n.goods_need_cents_per_year = draws.is_so(0.5) ? draws.whole(1, 100'000) : 0;
    n.crisis_need_cents_per_year = draws.is_so(0.5) ? draws.whole(1, 200'000) : 0;
    n.given_expenses_cents_per_month = draws.is_so(0.2) ? draws.whole(100'000, 400'000) : 0;
    for (auto& unclaimed : one.unclaimed) {
        unclaimed = draws.is_so(0.3) ? 1 : 0;
    }
    return one;
}

template <class Number, std::size_t n>
struct Columns {
    std::vector<Number> values = std::vector<Number>(n * household_count);

    Number* operator[](std::size_t k) { return values.data() + k * household_count; }

    template <class Pointers>
    Pointers addresses()
    {
        Pointers pointers{};
        for (std::size_t k = 0; k < n; ++k) {
            pointers[k] = (*this)[k];
        }
        return pointers;
    }

    void write(std::ostream& out) const
    {
        out.write(reinterpret_cast<char const*>(values.data()),
                  static_cast<std::streamsize>(values.size() * sizeof(Number)));
    }
};

// The engine's statutory income and view, then each scheme for one household after the other.
void write_results(std::vector<Case> const& cases, rules::HouseholdColumns const& households,
                   rules::Policy const& policy, std::ostream& out)
{
    Columns<double, rules::statutory_step_count> steps;
    Columns<std::int32_t, rules::municipal_field_count> views;
    Columns<std::int32_t, rules::scheme_count> eligible;
    Columns<std::int32_t, rules::scheme_count> cents;
    auto const step_addresses = steps.addresses<rules::StatutoryColumns>();
    rules::statutory_income_of_block(households, household_count, policy.law, step_addresses);
    rules::municipal_view_of_block(households, step_addresses, household_count, policy.law,
                                   views.addresses<rules::MunicipalColumnsOut>());
    auto const view_addresses = views.addresses<rules::MunicipalColumns>();
    for (std::size_t i = 0; i < household_count; ++i) {
        auto m = rules::household_at(view_addresses, i);
        for (auto const need : needs) {
            m.*need = cases[i].needs.*need;
        }
        std::int32_t cash_cents_per_year = 0;
        rules::for_each_scheme([&](auto scheme, auto index) {
            using S = decltype(scheme);
            auto const& terms = rules::terms_of<S>(policy.municipal);
            m.cash_support_cents_per_year = cash_cents_per_year;
            auto const decided = S::entitlement(m, terms);
            eligible[index][i] = decided.is_eligible;
            cents[index][i] = decided.cents_per_year;
            if (S::is_cash && terms.is_active > 0.5 && cases[i].unclaimed[index] == 0) {
                cash_cents_per_year += decided.cents_per_year;
            }
        });
        m.cash_support_cents_per_year = cash_cents_per_year;
        for (std::size_t k = 0; k < rules::municipal_field_count; ++k) {
            views[k][i] = m.*rules::municipal_fields[k];
        }
    }
    steps.write(out);
    views.write(out);
    eligible.write(out);
    cents.write(out);
}

// Everything in force on a date, with every scheme active.
rules::Policy policy_on(Date date)
{
    std::filesystem::path const data = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data";
    auto const municipality = run::read_municipality(data, "GM0106");
    auto policy = run::read_policy(run::read_terms(data, "GM0106"), municipality.measures, date).policy;
    rules::for_each_scheme(
        [&](auto scheme, auto) { rules::terms_of<decltype(scheme)>(policy.municipal).is_active = 1; });
    return policy;
}

nlohmann::json terms_of(rules::Policy const& policy)
{
    auto all = nlohmann::json::object();
    auto const add = [&](char const* section, auto const& terms, auto const& fields) {
        for (auto const& field : fields) {
            all[std::string(section) + "." + field.name] = field.of(terms);
        }
    };
    rules::for_each_section(policy.law, add);
    rules::for_each_municipal_section(policy, add);
    return all;
}

nlohmann::json header_of(std::vector<Date> const& dates, std::vector<rules::Policy> const& policies)
{
    nlohmann::json header{{"households", household_count}, {"need", need_names}};
    for (auto const& name : rules::household_column_names) {
        header["household"].push_back(name.text);
    }
    for (auto const& step : rules::statutory_steps) {
        header["step"].push_back(step.name);
    }
    header["view"] = rules::municipal_field_names;
    for (auto const& scheme : rules::schemes) {
        header["scheme"].push_back(scheme.key);
    }
    for (std::size_t i = 0; i < dates.size(); ++i) {
        header["policies"].push_back(
            {{"date", to_text(dates[i])},
             {"rent_allowance_is_of_2026", policies[i].law.rent_allowance_has_2026_form},
             {"terms", terms_of(policies[i])}});
    }
    return header;
}

void write(std::ostream& out)
{
    std::vector<Date> const dates{{2023, 7, 1}, {2025, 7, 1}, {2026, 1, 1}};
    std::vector<rules::Policy> policies;
    std::vector<double> limits;
    for (auto const date : dates) {
        policies.push_back(policy_on(date));
        auto const of_date = limits_of(policies.back());
        limits.insert(limits.end(), of_date.begin(), of_date.end());
    }
    std::vector<Case> cases;
    Columns<double, rules::household_column_count> households;
    Columns<std::int32_t, std::size(needs)> need_columns;
    Columns<std::int32_t, rules::scheme_count> unclaimed;
    auto const places = households.addresses<std::array<double*, rules::household_column_count>>();
    for (std::size_t i = 0; i < household_count; ++i) {
        auto const& one = cases.emplace_back(draw_case({static_cast<std::uint32_t>(i), limits}));
        rules::put_household(one.household, places.data(), i);
        for (std::size_t k = 0; k < std::size(needs); ++k) {
            need_columns[k][i] = one.needs.*needs[k];
        }
        for (std::size_t k = 0; k < rules::scheme_count; ++k) {
            unclaimed[k][i] = one.unclaimed[k];
        }
    }
    out << header_of(dates, policies).dump() << '\n';
    households.write(out);
    need_columns.write(out);
    unclaimed.write(out);
    for (auto const& policy : policies) {
        write_results(cases, households.addresses<rules::HouseholdColumns>(), policy, out);
    }
}

}  // namespace

}  // namespace minimasim::test

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: web_native FILE\n";
        return 2;
    }
    std::ofstream out(argv[1], std::ios::binary);
    minimasim::test::write(out);
    return out.flush() ? 0 : 1;
}
