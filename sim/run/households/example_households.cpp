#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "sim/input/household_record.hpp"
#include "sim/run/households/household_answer.hpp"
#include "sim/run/households/household_case.hpp"
#include "sim/run/report_content.hpp"

namespace minimasim::run {

namespace {

constexpr std::string_view annex_prefix = "annex-";  // the worked budgets of the policy note

// Households whose budget curve is drawn: the claimant's wage runs, alone, with children, and beside a
// partner without and with a wage.
constexpr std::array<std::string_view, 4> curve_households{
    "standard-single-minimum-wage", "standard-single-parent-part-time", "standard-couple-one-earner",
    "standard-couple-two-earners"};

constexpr double highest_wage_per_year = 60'000;  // above every limit of a scheme, for every type
constexpr double wage_step_per_year = 500;

// The places of the values that examples give.
struct Places {
    std::size_t disposable = place_of("disposable_income_per_month");
    std::array<std::size_t, rules::scheme_count> schemes{};

    Places()
    {
        for (std::size_t k = 0; k < rules::scheme_count; ++k) {
            schemes[k] = place_of(std::string(rules::schemes[k].key) + "_per_year");
        }
    }

    static std::size_t place_of(std::string const& name)
    {
        return static_cast<std::size_t>(find_answer_value(name) - answer_values().data());
    }
};

std::array<bool, rules::scheme_count> active_schemes(rules::Policy const& policy)
{
    std::array<bool, rules::scheme_count> are_active{};
    rules::for_each_scheme([&](auto scheme, auto index) {
        are_active[index] = rules::terms_of<decltype(scheme)>(policy.municipal).is_active >= 0.5;
    });
    return are_active;
}

// What a household has under one policy.
struct Answered {
    double disposable_income_per_month = 0;
    std::array<double, rules::scheme_count> schemes_per_year{};  // nothing for those that are not active
    double cash_per_year = 0;
    double in_kind_per_year = 0;
};

class Example {
  public:
    Example(input::HouseholdRecord const& record, rules::Policy const& policy)
        : policy_(policy), one_(case_of(record, policy.law)), are_active_(active_schemes(policy))
    {
        one_.claims.fill(true);
        one_.household.claims = rules::StatutoryClaims{};
    }

    bool is_active(std::size_t scheme) const { return are_active_[scheme]; }

    Answered work_out()
    {
        static Places const places;
        answer(one_, policy_, values_);
        Answered answered;
        answered.disposable_income_per_month = values_[places.disposable];
        for (std::size_t k = 0; k < rules::scheme_count; ++k) {
            double const amount = are_active_[k] ? values_[places.schemes[k]] : 0;
            answered.schemes_per_year[k] = amount;
            (rules::schemes[k].is_cash ? answered.cash_per_year : answered.in_kind_per_year) += amount;
        }
        return answered;
    }

    Answered at_wage(double wage_per_year)
    {
        one_.household.claimant.wage_per_year = wage_per_year;
        return work_out();
    }

  private:
    rules::Policy const& policy_;
    HouseholdCase one_;
    std::array<bool, rules::scheme_count> are_active_;
    std::vector<double> values_;
};

// The shipped households on the law date of the run.
std::vector<input::HouseholdRecord> records_of(Workspace const& workspace, Date date)
{
    auto const folder = workspace.folders.data / "households";
    std::error_code ignored;
    std::vector<input::HouseholdRecord> records;
    if (!std::filesystem::is_directory(folder, ignored)) {
        return records;
    }
    auto const limits = household_limits(workspace.terms);
    for (auto const& name : input::named_households(folder)) {
        if (!name.starts_with(annex_prefix)) {
            records.push_back(input::read_household_file(folder / (name + ".json"), limits));
            records.back().date = date;
        }
    }
    return records;
}

bool is_same(std::vector<outcomes::CurvePoint> const& a, std::vector<outcomes::CurvePoint> const& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](auto const& x, auto const& y) {
        return x.disposable_income_per_year == y.disposable_income_per_year &&
               x.municipal_support_per_year == y.municipal_support_per_year;
    });
}

std::vector<outcomes::CurvePoint> curve_of(input::HouseholdRecord const& record, Package const& package)
{
    Example example(record, package.policy.policy);
    std::vector<outcomes::CurvePoint> points;
    auto const count = static_cast<int>(highest_wage_per_year / wage_step_per_year);
    for (int i = 0; i <= count; ++i) {
        double const wage = wage_step_per_year * i;
        auto const answered = example.at_wage(wage);
        points.push_back({package.id, record.id, wage, 12 * answered.disposable_income_per_month,
                          answered.cash_per_year + answered.in_kind_per_year});
    }
    return points;
}

}  // namespace

void add_examples(Workspace const& workspace, Setting const& setting, outcomes::Results& results)
{
    for (auto const& record : records_of(workspace, setting.packages[0].policy.date)) {
        auto const title = record.title.empty() ? record.id : record.title;
        results.examples.push_back({record.id, title, record.title_en.empty() ? title : record.title_en});
        for (auto const& package : setting.packages) {
            Example example(record, package.policy.policy);
            auto const answered = example.work_out();
            auto const add = [&](std::string const& value, char const* unit, double number) {
                results.example_values.push_back({package.id, record.id, value, unit, number});
            };
            add("disposable_income_per_month", "euro_per_month", answered.disposable_income_per_month);
            add("municipal_cash_per_year", "euro_per_year", answered.cash_per_year);
            add("municipal_in_kind_per_year", "euro_per_year", answered.in_kind_per_year);
            add("municipal_support_per_year", "euro_per_year",
                answered.cash_per_year + answered.in_kind_per_year);
            for (std::size_t k = 0; k < rules::scheme_count; ++k) {
                if (example.is_active(k)) {
                    add(std::string(rules::schemes[k].key) + "_per_year", "euro_per_year",
                        answered.schemes_per_year[k]);
                }
            }
        }
    }
}

void add_curves(Workspace const& workspace, Setting const& setting, outcomes::Results& results)
{
    for (auto const& record : records_of(workspace, setting.packages[0].policy.date)) {
        bool const is_drawn =
            std::find(curve_households.begin(), curve_households.end(), record.id) != curve_households.end();
        std::vector<outcomes::CurvePoint> baseline;
        for (std::size_t p = 0; is_drawn && p < setting.packages.size(); ++p) {
            if (p > 0 && setting.packages[p].policy.changed_terms.empty()) {
                continue;  // take-up alone: everybody claims here
            }
            auto const curve = curve_of(record, setting.packages[p]);
            if (p == 0) {
                baseline = curve;
            } else if (is_same(curve, baseline)) {
                continue;
            }
            results.curves.insert(results.curves.end(), curve.begin(), curve.end());
        }
    }
}

}  // namespace minimasim::run
