#include "sim/run/forecast/poverty_back_cast.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/loop.hpp"
#include "sim/input/csv.hpp"
#include "sim/run/members/prepare.hpp"
#include "sim/run/replicate.hpp"

namespace minimasim::run {

namespace {

using outcomes::PackageOutcome;

// Columns of a law of its own take most of the time: the first step is told by every so many courses.
constexpr std::uint32_t courses_per_step_of_indices = 2;
constexpr double not_told = std::numeric_limits<double>::quiet_NaN();

// Poor persons of one member in one year, with one more thing of that year in each.
struct Steps {
    double indices = 0;
    double law = 0;
    double energy_allowance = 0;
    double ratio = 0;
};

struct CountedMember {
    double base = 0;
    double persons = 0;
    std::vector<Steps> years;
};

std::size_t cell_of_assistance(outcomes::Cells const& cells)
{
    auto const begin = cells.first[static_cast<std::size_t>(outcomes::Breakdown::income_source)];
    return begin + static_cast<std::size_t>(population::Source::social_assistance);
}

// Poor persons when those whose main source is assistance count `stock` times and the others so often that
// the households add up to the same. Weights stand in the sum: no household is copied.
double weighted(outcomes::Tally const& tally, outcomes::Cells const& cells,
                population::Population const& population, double stock)
{
    double const all = static_cast<double>(population.size());
    double const on_assistance = static_cast<double>(std::count(
        population.main_source.begin(), population.main_source.end(), population::Source::social_assistance));
    double const others = on_assistance < all ? (all - stock * on_assistance) / (all - on_assistance) : 1;
    auto const poor = static_cast<double>(tally.at(PackageOutcome::poor_persons));
    auto const poor_on_assistance =
        static_cast<double>(tally.at(PackageOutcome::poor_persons, cell_of_assistance(cells)));
    return stock * poor_on_assistance + others * (poor - poor_on_assistance);
}

class BackCast {
  public:
    BackCast(Workspace const& workspace, RunOptions const& options, PastYears const& past,
             HouseholdsOfMember const& households)
        : past_(past),
          households_(households),
          setting_(setting_of(workspace, options)),
          stock_(
              read_assistance_stock(workspace.folders.data / "dynamics" / "assistance_flows_quarterly.csv"))
    {
        setting_.threads = 1;
    }

    CountedMember count(std::uint32_t number, PastCourse const& course) const
    {
        Member member;
        member.number = number;
        member.population = households_(number);
        auto const claims = claims_of_member(setting_, member);
        auto const& then = setting_.calibration_policy;
        member.calibration =
            make_columns(member.population, claims, then.policy, then.date.year, setting_.cells);
        member.facts = facts_of(setting_, member);
        CalibratedReplicate const calibrated(setting_, member, number);
        CountedMember counted;
        counted.persons = static_cast<double>(member.population.persons.size());
        auto const tallies_of = [&](std::vector<DatedPolicy> policies, std::vector<MemberColumns> by_law,
                                    std::vector<std::size_t> const& laws) {
            auto setting = setting_;
            member.by_law = std::move(by_law);
            settle_deciles(setting.cells, member);
            for (std::size_t p = 0; p < policies.size(); ++p) {
                setting.packages.push_back({std::to_string(p), std::move(policies[p]), {}, {}, laws[p]});
            }
            return calibrated.run(setting, member);
        };
        auto const poor = [](outcomes::Tally const& tally) {
            return static_cast<double>(tally.at(PackageOutcome::poor_persons));
        };
        auto const& base = past_.base();
        bool const is_calibrated_then =
            then.date == PastYears::base_date && has_same_law(then.policy, base.policy);
        std::vector<MemberColumns> of_base(1);
        of_base[0] = is_calibrated_then ? member.calibration
                                        : make_columns(member.population, claims, base.policy, base.date.year,
                                                       setting_.cells);
        counted.base = poor(tallies_of({base}, std::move(of_base), {0}).front());
        for (int const year : past_.years()) {
            auto const uprated = population::uprated(member.population, past_.incomes(year, course));
            auto const columns_of = [&](DatedPolicy const& policy) {
                return make_columns(uprated, claims, policy.policy, year, setting_.cells);
            };
            auto const law = past_.law(year, course);
            std::vector<DatedPolicy> policies{law, past_.with_energy_allowance(law, year, course)};
            bool const tells_indices = number % courses_per_step_of_indices == 0;
            std::vector<MemberColumns> by_law(tells_indices ? 2 : 1);
            by_law[0] = columns_of(law);
            if (tells_indices) {
                policies.push_back(past_.indexed(year, course));
                by_law[1] = columns_of(policies.back());
            }
            auto const tallies = tallies_of(std::move(policies), std::move(by_law), {0, 0, 1});
            counted.years.push_back(
                {tells_indices ? poor(tallies[2]) : not_told, poor(tallies[0]), poor(tallies[1]),
                 weighted(tallies[1], setting_.cells, member.population, stock_in(year))});
        }
        return counted;
    }

  private:
    // Of a year over the base year; 1 where none is published.
    double stock_in(int year) const
    {
        auto const then = stock_.find(year);
        auto const base = stock_.find(PastYears::base_date.year);
        return then == stock_.end() || base == stock_.end() ? 1 : then->second / base->second;
    }

    PastYears const& past_;
    HouseholdsOfMember const& households_;
    Setting setting_;
    std::map<int, double> stock_;
};

outcomes::Interval ratio_of(std::vector<CountedMember> const& members, std::size_t year, double Steps::*step,
                            std::vector<double>* values = nullptr)
{
    std::vector<double> ratios;
    for (auto const& member : members) {
        double const poor = member.years[year].*step;
        if (!std::isnan(poor)) {
            ratios.push_back(member.base > 0 ? poor / member.base : 0);
        }
    }
    if (values != nullptr) {
        *values = ratios;
    }
    return outcomes::interval_of(ratios, 0);
}

}  // namespace

std::map<int, double> read_assistance_stock(std::filesystem::path const& file)
{
    constexpr int second_quarter = 2;  // ends on 30 June
    auto const csv = input::Csv::read(file);
    std::map<int, double> stock;
    for (auto const& row : csv.rows()) {
        if (csv.number(row, "quarter") == second_quarter) {
            stock[static_cast<int>(csv.number(row, "year"))] =
                csv.number(row, "stock_end_persons_to_AOW_age");
        }
    }
    return stock;
}

forecast::PovertyBackCast poverty_back_cast(Workspace const& workspace, RunOptions const& options,
                                            PastYears const& past, HouseholdsOfMember const& households,
                                            std::uint32_t members)
{
    auto const published =
        forecast::read_published_poverty(workspace.folders.data / "national" / "nl_poverty_2018_2024.csv");
    BackCast const back_cast(workspace, options, past, households);
    auto const courses = past.draw(options.seed, members);
    auto const counted = run_in_parallel(members, options.threads, [&](std::size_t m) {
        return back_cast.count(static_cast<std::uint32_t>(m), courses[m]);
    });
    forecast::PovertyBackCast result;
    result.base_year = PastYears::base_date.year;
    std::vector<double> shares;
    for (auto const& member : counted) {
        shares.push_back(member.persons > 0 ? member.base / member.persons : 0);
    }
    result.base_share = outcomes::interval_of(shares, 0);
    auto const base = std::find_if(published.begin(), published.end(),
                                   [&](auto const& p) { return p.year == result.base_year; });
    auto const years = past.years();
    for (auto const& of_year : published) {
        forecast::PovertyYear year;
        year.published = of_year;
        year.published_ratio =
            base == published.end() ? 0 : of_year.persons_thousand / base->persons_thousand;
        auto const found = std::find(years.begin(), years.end(), of_year.year);
        auto& ratios = result.ratios.emplace_back();
        if (found != years.end()) {
            auto const place = static_cast<std::size_t>(found - years.begin());
            year.is_computed = true;
            year.indices = ratio_of(counted, place, &Steps::indices);
            year.law = ratio_of(counted, place, &Steps::law);
            year.energy_allowance = ratio_of(counted, place, &Steps::energy_allowance);
            year.ratio = ratio_of(counted, place, &Steps::ratio, &ratios);
        }
        result.years.push_back(year);
    }
    return result;
}

std::vector<forecast::Check> checks_of(forecast::PovertyBackCast const& back_cast)
{
    // CBS: 2.7 % of persons in 2023 (data/dynamics/poverty_line.csv), as printed.
    constexpr double share = 0.027;
    constexpr double half_a_digit = 0.0005;
    std::string const source = "CBS, Leven in armoede 2025 (data/national/nl_poverty_2018_2024.csv)";
    std::vector<forecast::Check> checks;
    auto const add = [&](forecast::Published const& published, outcomes::Interval const& model) {
        checks.push_back({published, model, model.low <= published.high && published.low <= model.high});
    };
    auto const base = std::to_string(back_cast.base_year);
    add({"poverty_share", share, share - half_a_digit, share + half_a_digit, "share of persons", base,
         "calibrated", source + "; the country, beside the municipality"},
        back_cast.base_share);
    for (auto const& year : back_cast.years) {
        if (year.is_computed) {
            auto const name = std::to_string(year.published.year);
            add({"poverty_ratio." + name, year.published_ratio, year.published_ratio, year.published_ratio,
                 "share of persons in poverty in " + base, name, "back_cast",
                 source + ": persons in poverty over those of " + base +
                     (year.published.is_provisional ? "; provisional" : "")},
                year.ratio);
        }
    }
    return checks;
}

}  // namespace minimasim::run
