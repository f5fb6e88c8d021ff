#include "sim/run/households/budget_curve.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/rules/municipal/view.hpp"
#include "sim/run/households/household_answer.hpp"

namespace minimasim::run {

namespace {

using report::CurveCliff;
using report::CurvePart;
using report::CurvePoint;
using Kind = CurvePart::Kind;

constexpr std::array<double, 4> marked_shares{1.0, 1.2, 1.3, 1.4};

// A part may fall by a euro a month because it is paid in whole euros.
constexpr double fall_of_rounding_per_year = 12.5;

// A national part of what a household has: the right as the answer gives it, and how many of its periods make
// a month.
struct NationalPart {
    char const* column;
    char const* value;
    double periods_per_month;
    char const* dutch;
    char const* english;
    Kind kind;
};

constexpr std::array<NationalPart, 8> national_parts{{
    {"net_income_per_month", "net_income_per_month", 1, "Netto inkomen", "Net income", Kind::net_income},
    {"social_assistance_received_per_month", "social_assistance_per_month", 1, "Bijstand",
     "Social assistance", Kind::assistance},
    {"health_care_allowance_received_per_month", "health_care_allowance_per_month", 1, "Zorgtoeslag",
     "Health care allowance", Kind::allowance},
    {"rent_allowance_received_per_month", "rent_allowance_per_month", 1, "Huurtoeslag", "Rent allowance",
     Kind::allowance},
    {"child_budget_received_per_month", "child_budget_per_month", 1, "Kindgebonden budget", "Child budget",
     Kind::allowance},
    {"childcare_allowance_received_per_month", "childcare_allowance_per_month", 1, "Kinderopvangtoeslag",
     "Childcare allowance", Kind::allowance},
    {"child_benefit_received_per_month", "child_benefit_per_quarter", 1 / 3.0, "Kinderbijslag",
     "Child benefit", Kind::allowance},
    {"study_supplement_received_per_month", "study_supplement_per_year", 1 / 12.0, "Studietoeslag",
     "Study supplement", Kind::allowance},
}};

std::array<bool, national_parts.size()> claimed_national(rules::StatutoryClaims const& claims)
{
    return {true,
            claims.social_assistance,
            claims.health_care_allowance,
            claims.rent_allowance,
            claims.child_budget && claims.child_benefit,
            claims.childcare_allowance,
            claims.child_benefit,
            claims.study_supplement};
}

std::vector<CurvePart> all_parts()
{
    std::vector<CurvePart> parts;
    for (auto const& part : national_parts) {
        parts.push_back({part.column, part.dutch, part.english, part.kind});
    }
    for (auto const& scheme : rules::schemes) {
        char const* const form = scheme.is_cash ? "_cash_per_month" : "_in_kind_per_month";
        parts.push_back({std::string(scheme.key) + form, scheme.dutch_name, scheme.english_name,
                         scheme.is_cash ? Kind::cash_scheme : Kind::in_kind_scheme});
    }
    return parts;
}

std::size_t place_of_value(std::string const& name)
{
    return static_cast<std::size_t>(find_answer_value(name) - answer_values().data());
}

// Where the curve's figures stand in an answer.
struct Places {
    std::array<std::size_t, national_parts.size()> national{};
    std::array<std::size_t, rules::scheme_count> schemes{};
    std::size_t gross = place_of_value("gross_income_per_year");
    std::size_t disposable = place_of_value("disposable_income_per_month");
    std::size_t share_of_norm = place_of_value("share_of_norm");
    std::size_t form_norm = place_of_value("form_norm_per_month");
    std::size_t poverty_line = place_of_value("poverty_line_per_month");
    std::size_t poverty_gap = place_of_value("poverty_gap_per_month");

    Places()
    {
        for (std::size_t k = 0; k < national.size(); ++k) {
            national[k] = place_of_value(national_parts[k].value);
        }
        for (std::size_t k = 0; k < schemes.size(); ++k) {
            schemes[k] = place_of_value(std::string(rules::schemes[k].key) + "_per_year");
        }
    }
};

struct State {
    CurvePoint point;
    double form_norm_per_month = 0;
    double income_per_month = 0;  // that limits are compared with

    double fall_of_part_to(State const& later, std::size_t part) const
    {
        return 12 * (point.parts[part] - later.point.parts[part]);
    }

    bool is_above(double share) const
    {
        auto const norm = rules::narrow_cents(form_norm_per_month);
        auto const limit = static_cast<std::int32_t>(share * norm + 0.5);
        return rules::narrow_cents(income_per_month) > limit;
    }
};

class Curve {
  public:
    Curve(HouseholdCase one, HouseholdSweep const& sweep, rules::Policy const& policy)
        : one_(std::move(one)),
          sweep_(sweep),
          policy_(policy),
          gives_share_(one_.gives("share_of_norm")),
          claimed_(claimed_national(one_.household.claims))
    {
        rules::for_each_scheme([&](auto scheme, auto index) {
            pays_[index] =
                one_.claims[index] && rules::terms_of<decltype(scheme)>(policy.municipal).is_active > 0.5;
        });
    }

    State at(Cents amount)
    {
        sweep_.place_in(one_) = to_euro(amount);
        answer(one_, policy_, values_);
        State state;
        auto& point = state.point;
        point.amount = to_euro(amount);
        point.gross_income_per_year = values_[places_.gross];
        point.disposable_income_per_month = values_[places_.disposable];
        point.resources_per_month = point.disposable_income_per_month;
        point.share_of_norm = values_[places_.share_of_norm];
        point.poverty_line_per_month = values_[places_.poverty_line];
        point.poverty_gap_per_month = values_[places_.poverty_gap];
        point.parts.reserve(national_parts.size() + rules::scheme_count);
        for (std::size_t k = 0; k < national_parts.size(); ++k) {
            double const right = values_[places_.national[k]] * national_parts[k].periods_per_month;
            point.parts.push_back(claimed_[k] ? right : 0);
        }
        for (std::size_t k = 0; k < rules::scheme_count; ++k) {
            double const per_month = pays_[k] ? values_[places_.schemes[k]] / 12 : 0;
            point.parts.push_back(per_month);
            point.resources_per_month += rules::schemes[k].is_cash ? 0 : per_month;
        }
        state.form_norm_per_month = values_[places_.form_norm];
        state.income_per_month =
            gives_share_ ? point.share_of_norm * state.form_norm_per_month : point.parts[0] + point.parts[1];
        return state;
    }

    report::PackageCurve drawn()
    {
        report::PackageCurve curve;
        double const not_known = std::numeric_limits<double>::quiet_NaN();
        State before;
        for (Cents amount = sweep_.first; amount <= sweep_.last; amount += sweep_.step) {
            State now = at(amount);
            bool const is_first = amount == sweep_.first;
            bool const has_rate = !is_first && sweep_.is_income();
            double const rise = to_euro(sweep_.step);
            auto const rate = [&](double CurvePoint::*of) {
                return has_rate ? 1 - 12 * (now.point.*of - before.point.*of) / rise : not_known;
            };
            now.point.marginal_rate = rate(&CurvePoint::disposable_income_per_month);
            now.point.marginal_rate_with_in_kind = rate(&CurvePoint::resources_per_month);
            if (!is_first) {
                find_cliffs(amount - sweep_.step, before, amount, now, curve.cliffs);
                find_norm_marks(amount - sweep_.step, before, amount, now, curve.norm_marks);
            }
            curve.points.push_back(now.point);
            before = std::move(now);
        }
        return curve;
    }

  private:
    // Halves a step until its falls lie within one cent, or are too small to hold a cliff.
    void find_cliffs(Cents low, State const& below, Cents high, State const& above,
                     std::vector<CurveCliff>& found)
    {
        double falls = 0;
        for (std::size_t k = 0; k < below.point.parts.size(); ++k) {
            falls += std::max(0.0, below.fall_of_part_to(above, k));
        }
        if (falls < smallest_cliff_per_year) {
            return;
        }
        if (high - low > 1) {
            Cents const middle = low + (high - low) / 2;
            State const between = at(middle);
            find_cliffs(low, below, middle, between, found);
            find_cliffs(middle, between, high, above, found);
            return;
        }
        auto cliff = cliff_between(below, above);
        if (cliff.fall_per_year >= smallest_cliff_per_year) {
            found.push_back(std::move(cliff));
        }
    }

    static CurveCliff cliff_between(State const& below, State const& above)
    {
        auto const& from = below.point;
        auto const& to = above.point;
        CurveCliff cliff;
        cliff.amount = from.amount;
        cliff.share_of_norm = from.share_of_norm;
        cliff.fall_per_year = 12 * (from.resources_per_month - to.resources_per_month);
        cliff.cash_fall_per_year = 12 * (from.disposable_income_per_month - to.disposable_income_per_month);
        for (std::size_t k = 0; k < from.parts.size(); ++k) {
            double const fall = below.fall_of_part_to(above, k);
            if (fall > fall_of_rounding_per_year) {
                (to.parts[k] > 0 ? cliff.falling : cliff.ending).push_back(k);
            }
            cliff.is_net = cliff.is_net || fall < -fall_of_rounding_per_year;
        }
        return cliff;
    }

    void find_norm_marks(Cents low, State const& below, Cents high, State const& above,
                         std::vector<report::NormMark>& found)
    {
        for (double const share : marked_shares) {
            bool const is_known = std::any_of(found.begin(), found.end(), [&](report::NormMark const& mark) {
                return mark.share == share;
            });
            if (is_known || below.is_above(share) || !above.is_above(share)) {
                continue;
            }
            Cents last_below = low;
            for (Cents first_above = high; first_above - last_below > 1;) {
                Cents const middle = last_below + (first_above - last_below) / 2;
                (at(middle).is_above(share) ? first_above : last_below) = middle;
            }
            found.push_back({share, to_euro(last_below)});
        }
    }

    HouseholdCase one_;
    HouseholdSweep sweep_;
    rules::Policy const& policy_;
    bool gives_share_;
    std::array<bool, national_parts.size()> claimed_;
    std::array<bool, rules::scheme_count> pays_{};
    Places places_;
    std::vector<double> values_;
};

// Whether what there is to spend is the same at a few amounts of the sweep.
bool is_flat(HouseholdCase const& one, HouseholdSweep const& sweep, rules::Policy const& policy)
{
    constexpr Cents count_tried = 20;
    Curve curve(one, sweep, policy);
    double const first = curve.at(sweep.first).point.disposable_income_per_month;
    for (Cents k = 1; k <= count_tried; ++k) {
        Cents const amount = sweep.first + (sweep.last - sweep.first) / count_tried * k;
        if (curve.at(amount).point.disposable_income_per_month != first) {
            return false;
        }
    }
    return true;
}

void refuse_overruled(HouseholdCase const& one, HouseholdSweep const& sweep, rules::Policy const& policy,
                      std::string const& household)
{
    if (one.given.empty() || !is_flat(one, sweep, policy)) {
        return;
    }
    HouseholdCase free = one;
    free.given.clear();
    if (is_flat(free, sweep, policy)) {
        return;
    }
    std::string names;
    for (auto const& given : one.given) {
        names += (names.empty() ? "" : ", ") + given.value->name;
    }
    throw InputError("--sweep", 0,
                     "whatever " + sweep.described().key + " is, " + household +
                         " has the same to spend, because \"given\" sets " + names +
                         " in place of what would be computed; leave that out of the household");
}

}  // namespace

report::BudgetCurves budget_curves(input::HouseholdRecord const& record, HouseholdSweep const& sweep,
                                   std::vector<CurvePackage> const& packages)
{
    check_sweep(sweep, record);
    report::BudgetCurves curves;
    curves.household = record.id;
    curves.title = record.title.empty() ? record.id : record.title;
    curves.title_en = record.title_en.empty() ? curves.title : record.title_en;
    curves.date = to_text(record.date);
    curves.swept = sweep.described();
    curves.parts = all_parts();
    for (auto const& package : packages) {
        auto const& policy = package.policy.policy;
        auto const one = case_of(record, policy.law);
        refuse_overruled(one, sweep, policy, record.id);
        auto& curve = curves.packages.emplace_back(Curve(one, sweep, policy).drawn());
        curve.id = package.id;
        curve.title = package.title;
        curve.title_en = package.title_en;
    }
    return curves;
}

}  // namespace minimasim::run
