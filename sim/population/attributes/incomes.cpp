#include "sim/population/attributes/incomes.hpp"

#include <algorithm>
#include <cmath>

#include "sim/population/attributes/archetype.hpp"

namespace minimasim::population {

namespace {

constexpr int most_measures = 24;

struct Amounts {
    double wage = 0;
    double profit = 0;
    double pension = 0;
    double unemployment = 0;
    double disability = 0;

    bool is_zero() const { return wage + profit + pension + unemployment + disability == 0; }
};

// An amount of one's main source, in its own field.
Amounts of_source(Source source, double amount)
{
    Amounts a;
    (source == Source::self_employed          ? a.profit
     : source == Source::pension              ? a.pension
     : source == Source::unemployment_benefit ? a.unemployment
     : source == Source::disability_benefit   ? a.disability
                                              : a.wage) = amount;
    return a;
}

bool has_own_income(Source s)
{
    return s != Source::none && s != Source::social_assistance;
}

double lognormal(double median, double spread, double z)
{
    return median * std::exp(spread * std::clamp(z, -2.5, 2.5));
}

}  // namespace

// Incomes of a household as one rising path: up to 1 the side incomes grow to their usual size, beyond it the
// main income grows. One number decides all amounts, so a root of one equation puts the household in its
// class.
struct Incomes::Path {
    std::array<Amounts, largest_household> side{};
    std::array<Amounts, largest_household> main{};  // per euro of main income
    double usual_main = 30'000;                     // euro a year where the path reaches 2

    void apply(double x, HouseholdDraft& h) const
    {
        double const s = std::min(x, 1.0);
        double const m = std::max(0.0, x - 1) * usual_main;
        for (std::size_t i = 0; i < static_cast<std::size_t>(h.count_persons); ++i) {
            auto& p = h.persons[i];
            p.wage_per_year = s * side[i].wage + m * main[i].wage;
            p.profit_per_year = s * side[i].profit + m * main[i].profit;
            p.pension_per_year = s * side[i].pension + m * main[i].pension;
            p.unemployment_benefit_per_year = s * side[i].unemployment + m * main[i].unemployment;
            p.disability_benefit_per_year = s * side[i].disability + m * main[i].disability;
        }
    }
};

void Incomes::state_pensions(HouseholdDraft& h, HouseholdDraws const& draws) const
{
    double const share = assumed_("income.incomplete_state_pension_share") *
                         (h.income_class <= IncomeClass::up_to_120 ? 2.0 : 0.7);
    double const lowest = assumed_("income.incomplete_share_lowest_class");
    for (int i = 0; i < h.count_persons; ++i) {
        auto& p = h.persons[static_cast<std::size_t>(i)];
        p.state_pension_build_up = 1;
        bool const is_lowest = h.income_class == IncomeClass::up_to_100;
        if (p.age >= pension_age && draws.person(i, 1) < (is_lowest ? lowest : share)) {
            p.state_pension_build_up =
                0.5 + 0.02 * std::floor(24 * draws.person(i, 2));  // whole years abroad
        }
    }
}

Incomes::Path Incomes::path_of(HouseholdDraft const& h, HouseholdDraws const& draws,
                               std::array<SideBenefits, 2> const& side) const
{
    Path path;
    int const heads = h.has_partner() ? 2 : 1;
    bool const assistance = h.main_source == Source::social_assistance;
    int mains = 0;
    for (int i = 0; i < heads; ++i) {
        auto const& p = h.persons[static_cast<std::size_t>(i)];
        auto& main = path.main[static_cast<std::size_t>(i)];
        bool const works = p.source == Source::employee || p.source == Source::self_employed;
        bool const main_works = h.main_source == Source::employee || h.main_source == Source::self_employed;
        if (!assistance && has_own_income(p.source) && (main_works ? works : p.source == h.main_source)) {
            double ratio = 1;
            if (mains > 0) {  // the second earner: the woman mostly the smaller wage
                double const mean = assumed_(h.main_source == Source::pension ? "income.pension_partner_ratio"
                                                                              : "income.partner_wage_ratio");
                ratio = std::clamp(
                    mean + assumed_("income.partner_wage_spread") * draws.normal(AmountDraw::partner_ratio),
                    0.05, 1.3);
            }
            main = of_source(p.source, ratio);
            ++mains;
        } else if (has_own_income(p.source)) {  // a source beside the main one has its usual size
            double const z = draws.person_normal(i, 0);
            double const amount = p.source == Source::disability_benefit
                                      ? lognormal(assumed_("income.disability_benefit"), 0.25, z)
                                  : p.source == Source::unemployment_benefit
                                      ? lognormal(assumed_("income.unemployment_benefit"), 0.35, z)
                                  : p.source == Source::pension
                                      ? lognormal(8'000, 0.9, z)
                                      : lognormal(assumed_("income.student_wage"), 0.7, z);
            path.side[static_cast<std::size_t>(i)] = of_source(p.source, amount);
        }
        auto& beside = path.side[static_cast<std::size_t>(i)];
        if (i < 2 && side[static_cast<std::size_t>(i)].disability) {
            beside.disability +=
                lognormal(assumed_("income.partial_benefit"), 0.4, draws.person_normal(i, 3));
        }
        if (i < 2 && side[static_cast<std::size_t>(i)].unemployment) {
            beside.unemployment +=
                lognormal(assumed_("income.partial_benefit"), 0.4, draws.person_normal(i, 3));
        }
        if (p.age >= pension_age && p.age < 75 && !assistance &&
            draws.person(i, 3) < assumed_("source.pensioner_wage_share")) {
            beside.wage += lognormal(assumed_("income.pensioner_wage"), 0.8, draws.person_normal(i, 0));
        }
    }
    for (int i = heads; i < h.count_persons; ++i) {
        auto const& p = h.persons[static_cast<std::size_t>(i)];
        if (!has_own_income(p.source)) {
            continue;
        }
        double const median = p.source == Source::student              ? assumed_("income.student_wage")
                              : p.source == Source::disability_benefit ? assumed_("income.disability_benefit")
                              : p.source == Source::pension            ? 8'000.0
                                                                       : assumed_("income.child_wage");
        path.side[static_cast<std::size_t>(i)] =
            of_source(p.source, lognormal(median, 0.5, draws.person_normal(i, 0)));
    }
    return path;
}

bool Incomes::land(HouseholdDraft& h, Path const& path, double u) const
{
    int measures = 0;
    auto const at = [&](double x) {
        path.apply(x, h);
        ++measures;
        return measure_(h);
    };
    auto const fits = [&](IncomeMeasure const& m) { return classes_.of(m) == h.income_class; };
    bool const by_share = h.income_class <= IncomeClass::up_to_130;
    double low = 1;
    IncomeMeasure m = at(low);
    double const ratio = m.standardised_income_per_year / std::max(0.05, m.share_of_cbs_minimum);
    // A household whose income is too low to tell standardises like its minimum: the ratio comes from a usual
    // income.
    double usual_ratio = ratio;
    if (m.share_of_cbs_minimum < 0.3) {
        auto const usual = at(1.8);
        usual_ratio = usual.standardised_income_per_year / std::max(0.05, usual.share_of_cbs_minimum);
    }
    auto const wanted = classes_.target(h.income_class, u, usual_ratio);
    auto const gap = [&](IncomeMeasure const& v) {
        return by_share
                   ? v.share_of_cbs_minimum - wanted.share_of_cbs_minimum
                   : (v.standardised_income_per_year - wanted.standardised_income_per_year) / usual_ratio;
    };
    double gap_low = gap(m);
    double high = low;
    double gap_high = gap_low;
    double best = low;
    double best_gap = std::fabs(gap_low);
    bool best_fits = fits(m);
    auto const look = [&](double x) {
        auto const v = at(x);
        double const g = gap(v);
        bool const f = fits(v);
        if ((f && !best_fits) || (f == best_fits && std::fabs(g) < best_gap)) {
            best = x;
            best_gap = std::fabs(g);
            best_fits = f;
        }
        return g;
    };
    if (gap_low > 0) {  // usual side incomes are already too much
        low = 0;
        gap_low = look(0);
    } else {
        double step = std::clamp(-gap_low * 1.1, 0.1, 3.0);
        while (gap_high < 0 && measures < most_measures) {
            low = high;
            gap_low = gap_high;
            high += step;
            gap_high = look(high);
            step *= 2;
        }
    }
    // Illinois variant of regula falsi: a bracket that shrinks from both sides.
    double side = 0;
    double a = gap_low;
    double b = gap_high;
    while (a < 0 && b > 0 && measures < most_measures && (best_gap > 0.002 || !best_fits)) {
        double x = (low * b - high * a) / (b - a);
        x = std::clamp(x, low + 0.02 * (high - low), high - 0.02 * (high - low));
        double const g = look(x);
        if (g < 0) {
            low = x;
            a = g;
            b = side < 0 ? b / 2 : b;
            side = -1;
        } else {
            high = x;
            b = g;
            a = side > 0 ? a / 2 : a;
            side = 1;
        }
    }
    path.apply(best, h);
    return best_fits;
}

// Pensioners at the bottom: a full state pension alone is about the minimum. Where it is more than the class
// allows, part of the build-up is missing.
bool Incomes::land_on_state_pension(HouseholdDraft& h, Path path, double u, HouseholdDraws const& draws) const
{
    std::size_t const heads = h.has_partner() ? 2 : 1;
    for (std::size_t i = 0; i < heads; ++i) {
        path.side[i] = path.main[i] = {};
    }
    path.apply(1, h);
    auto const is_low = [&] { return classes_.of(measure_(h)) == IncomeClass::up_to_100; };
    if (!is_low()) {
        for (double build_up = 0.98; build_up > 0.39; build_up -= 0.02) {
            for (int i = 0; i < h.count_persons; ++i) {
                auto& p = h.persons[static_cast<std::size_t>(i)];
                if (p.age >= pension_age) {
                    p.state_pension_build_up = std::min(p.state_pension_build_up, build_up);
                }
            }
            if (is_low()) {
                break;
            }
        }
    } else {  // room left below the limit: a small pension, for some
        for (std::size_t i = 0; i < heads; ++i) {
            path.side[i] = of_source(Source::pension, 1200 * u);
        }
        path.apply(1, h);
        if (!is_low()) {
            path.apply(0, h);
        }
    }
    bool const incomplete = h.persons[0].state_pension_build_up < 0.95;
    if (incomplete && h.tenure != Tenure::owner &&
        draws(AmountDraw::assistance_supplement) < assumed_("income.aio_take_up")) {
        h.receives_social_assistance = true;
        if (!is_low()) {
            h.receives_social_assistance = false;
        }
    }
    return is_low();
}

bool Incomes::fill(HouseholdDraft& h, HouseholdDraws const& draws,
                   std::array<SideBenefits, 2> const& side) const
{
    state_pensions(h, draws);
    double const u = draws(AmountDraw::income);
    bool is_pensioners = true;
    for (int i = 0; i < (h.has_partner() ? 2 : 1); ++i) {
        auto const& p = h.persons[static_cast<std::size_t>(i)];
        is_pensioners = is_pensioners && p.age >= pension_age;
        h.receives_social_assistance = h.receives_social_assistance || p.source == Source::social_assistance;
    }
    auto const path = path_of(h, draws, side);
    if (h.main_source ==
        Source::social_assistance) {  // assistance is the income: the rules say where it lands
        path.apply(1, h);
        return classes_.of(measure_(h)) == h.income_class;
    }
    if (is_pensioners && h.income_class == IncomeClass::up_to_100) {
        return land_on_state_pension(h, path, u, draws);
    }
    bool const all_zero =
        std::all_of(path.main.begin(), path.main.end(), [](Amounts const& a) { return a.is_zero(); });
    if (all_zero && h.main_source == Source::none) {
        path.apply(0, h);
        return classes_.of(measure_(h)) == h.income_class;
    }
    if (land(h, path, u)) {
        return true;
    }
    if (is_pensioners && h.income_class <= IncomeClass::up_to_120) {  // state pensions alone are too much
        path.apply(0, h);
        for (double build_up = 0.9; build_up > 0.35; build_up -= 0.1) {
            for (auto& p : h.persons) {
                p.state_pension_build_up =
                    p.age >= pension_age ? std::min(p.state_pension_build_up, build_up) : 1;
            }
            if (land(h, path, u)) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace minimasim::population
