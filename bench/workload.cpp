#include "bench/workload.hpp"

#include <cmath>
#include <string>

#include "sim/base/draw.hpp"

namespace minimasim::bench {

namespace {

// Uniform numbers of one row, in the order they are asked for.
class Draws {
  public:
    explicit Draws(std::size_t row) : row_(static_cast<std::uint32_t>(row)) {}

    double share() { return uniform(1, Stream::amounts, 0, row_, draw_++, 0); }
    double between(double low, double high) { return low + share() * (high - low); }
    int whole(int low, int high) { return low + static_cast<int>(share() * (high - low + 1)); }
    bool is_so(double probability) { return share() < probability; }

  private:
    std::uint32_t row_;
    std::uint32_t draw_ = 0;
};

rules::Person random_adult(Draws& draws)
{
    rules::Person person;
    person.age = draws.whole(18, 90);
    person.birth_year = policy().date.year - person.age;
    person.receives_state_pension = person.age >= policy().policy.law.state_pension.pension_age;
    double const income = draws.between(0, 45'000);
    int const source = draws.whole(0, 4);
    if (person.receives_state_pension) {
        person.pension_per_year = income / 2;
    } else if (source < 3) {
        person.wage_per_year = income;
    } else if (source == 3) {
        person.profit_per_year = income;
    } else {
        person.unemployment_benefit_per_year = income / 2;
    }
    return person;
}

rules::Household random_household(std::size_t row)
{
    Draws draws(row);
    rules::Household household;
    household.claimant = random_adult(draws);
    household.is_couple = draws.is_so(0.5);
    if (household.is_couple) {
        household.partner = random_adult(draws);
    }
    if (draws.is_so(0.3)) {
        household.children_under_6 = draws.whole(0, 1);
        household.children_6_to_11 = draws.whole(0, 2);
        household.children_12_to_15 = draws.whole(0, 1);
        household.children_16_to_17 = draws.whole(0, 1);
    }
    household.is_owner = draws.whole(0, 2) == 0;
    household.rent_per_month = draws.between(350, 900);
    household.mortgage_per_month = draws.between(0, 1'200);
    household.energy_per_month = draws.between(100, 300);
    household.health_premium_per_month = rules::adults(household) * 150.0;
    household.water_per_month = 15;
    household.woz_value = draws.between(120'000, 500'000);
    household.liquid_assets = draws.between(0, 40'000);
    return household;
}

rules::MunicipalHousehold random_row(std::size_t row)
{
    Draws draws(row);
    auto const cents = [&](double low, double high) { return rules::cents_of(draws.between(low, high)); };
    rules::MunicipalHousehold household;
    household.is_couple = draws.whole(0, 1);
    household.adults = 1 + household.is_couple;
    household.children = draws.is_so(0.3) ? draws.whole(1, 3) : 0;
    household.is_single_parent = household.is_couple == 0 && household.children > 0 ? 1 : 0;
    household.norm_cents_per_month = household.is_couple ? 195'000 : 136'500;
    household.income_cents_per_month =
        static_cast<std::int32_t>(draws.between(0.8, 2.5) * household.norm_cents_per_month);
    household.disposable_cents_per_month = household.income_cents_per_month + cents(0, 600);
    household.liquid_assets_cents = cents(0, 20'000);
    household.housing_costs_cents_per_month = cents(500, 1'400);
    household.net_rent_cents_per_month = cents(200, 800);
    household.net_health_premium_cents_per_month = cents(20, 300);
    household.local_taxes_cents_per_year = cents(250, 900);
    household.special_need_cents_per_year = draws.is_so(0.5) ? cents(100, 2'000) : 0;
    household.goods_need_cents_per_year = draws.is_so(0.2) ? cents(100, 900) : 0;
    household.crisis_need_cents_per_year = draws.is_so(0.05) ? cents(300, 1'800) : 0;
    household.years_on_low_income = draws.whole(0, 8);
    household.youngest_adult_age = draws.whole(18, 90);
    household.has_pensioner = household.youngest_adult_age >= 67 ? 1 : 0;
    household.is_student = draws.is_so(0.05) ? 1 : 0;
    household.is_owner = draws.whole(0, 1);
    household.expects_improvement = draws.is_so(0.2) ? 1 : 0;
    return household;
}

}  // namespace

run::Workspace const& workspace()
{
    static auto const read =
        run::read_workspace(run::find_folders(std::string(MINIMASIM_SOURCE_DIR) + "/data"), "GM0106");
    return read;
}

run::DatedPolicy const& policy()
{
    static auto const read = run::read_policy(workspace().terms, workspace().municipality.measures,
                                              workspace().municipality.policy_date);
    return read;
}

run::Package shipped(run::DatedPolicy const& baseline, std::string const& id)
{
    auto const folder = workspace().folders.scenarios;
    auto const scenario = input::read_scenario(folder / (id + ".toml"), folder);
    run::Package package;
    package.id = id;
    package.policy = run::apply_package(baseline, workspace().municipality.measures, scenario);
    package.take_up = scenario.take_up;
    package.ex_officio = scenario.ex_officio;
    return package;
}

std::vector<rules::Household> random_households(std::size_t count)
{
    std::vector<rules::Household> households;
    households.reserve(count);
    for (std::size_t row = 0; row < count; ++row) {
        households.push_back(random_household(row));
    }
    return households;
}

MunicipalRows::MunicipalRows(std::size_t count)
{
    for (std::size_t row = 0; row < count; ++row) {
        auto const household = random_row(row);
        for (std::size_t field = 0; field < values_.size(); ++field) {
            values_[field].push_back(household.*rules::municipal_fields[field]);
        }
    }
}

rules::MunicipalColumns MunicipalRows::columns() const
{
    rules::MunicipalColumns columns{};
    for (std::size_t field = 0; field < values_.size(); ++field) {
        columns[field] = values_[field].data();
    }
    return columns;
}

}  // namespace minimasim::bench
