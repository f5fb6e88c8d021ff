#include "sim/forecast/year_outcomes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/outcomes/cost.hpp"

namespace minimasim::forecast {

namespace {

using outcomes::Interval;
using outcomes::Part;

constexpr std::size_t entitled = 0;  // places in scheme_counts
constexpr std::size_t recipients = 1;
constexpr std::size_t users = 2;
constexpr std::size_t first_of_poverty = rules::scheme_count * scheme_counts.size();

constexpr std::size_t place_of(std::size_t scheme, std::size_t count)
{
    return scheme * scheme_counts.size() + count;
}

// One package in one year, replicate by replicate.
using Replicates = std::vector<CountsOfYear>;

std::vector<double> values_of(Replicates const& replicates, std::size_t place)
{
    std::vector<double> values;
    for (auto const& counts : replicates) {
        values.push_back(counts[place]);
    }
    return values;
}

std::vector<Part> reach_of(Replicates const& replicates, std::size_t scheme)
{
    std::vector<Part> parts;
    for (auto const& counts : replicates) {
        parts.push_back({counts[place_of(scheme, recipients)], counts[place_of(scheme, entitled)]});
    }
    return parts;
}

double share_of(Part const& part)
{
    return part.whole > 0 ? part.part / part.whole : std::numeric_limits<double>::quiet_NaN();
}

Interval interval_of_share(std::vector<Part> const& parts, std::uint32_t members, bool is_given)
{
    if (std::none_of(parts.begin(), parts.end(), [](Part const& part) { return part.whole > 0; })) {
        constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
        return {nothing, nothing, nothing, nothing};
    }
    return outcomes::share_interval(parts, members, is_given);
}

Interval difference_of(std::vector<double> values, std::vector<double> const& baseline, std::uint32_t members)
{
    for (std::size_t r = 0; r < values.size(); ++r) {
        values[r] -= baseline[r];
    }
    auto const replicates = values.size();
    std::erase_if(values, [](double value) { return std::isnan(value); });
    return outcomes::interval_of(values, values.size() == replicates ? members : 0);
}

bool has_entitled(Replicates const& replicates, std::size_t scheme)
{
    return std::any_of(replicates.begin(), replicates.end(),
                       [&](auto const& counts) { return counts[place_of(scheme, entitled)] > 0; });
}

bool has_entitled_anywhere(OutcomeInput const& input, std::size_t scheme)
{
    return std::any_of(input.counts.begin(), input.counts.end(), [&](auto const& years) {
        return std::any_of(years.begin(), years.end(),
                           [&](auto const& replicates) { return has_entitled(replicates, scheme); });
    });
}

bool is_given(OutcomeInput const& input, std::size_t package, std::size_t scheme)
{
    return ((input.given_take_up[package] >> scheme) & 1U) != 0;
}

// All outcomes of one package in one year.
class PackageInYear {
  public:
    PackageInYear(OutcomeInput const& input, std::size_t package, std::size_t year,
                  std::vector<YearOutcome>& outcomes)
        : input_(input),
          package_(package),
          year_(input.years[year]),
          now_(input.counts[package][year]),
          baseline_(input.counts[0][year]),
          outcomes_(outcomes)
    {
    }

    void add_scheme(std::size_t scheme)
    {
        add_count("entitled_households", scheme, entitled, "households");
        add_count("recipients_households", scheme, recipients, "households");
        add_count("users", scheme, users, rules::to_text(input_.counted_in[scheme]));
        auto const parts = reach_of(now_, scheme);
        add("take_up", rules::schemes[scheme].key, "share",
            outcomes::share_interval(parts, input_.members, is_given(input_, package_, scheme)),
            difference_of(shares(parts), shares(reach_of(baseline_, scheme)), input_.members));
    }

    void add_poverty()
    {
        constexpr std::array<char const*, poverty_counts.size()> names{
            "poor_households", "poor_persons", "poor_children", "poverty_gap_per_year"};
        constexpr std::array<char const*, poverty_counts.size()> units{"households", "persons", "children",
                                                                       "euro_per_year"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            auto const values = values_of(now_, first_of_poverty + i);
            bool const is_count = poverty_counts[i] != outcomes::PackageOutcome::poverty_gap_cents_per_year;
            add(names[i], "", units[i],
                is_count ? outcomes::count_interval(values, input_.members, true)
                         : outcomes::interval_of(values, input_.members),
                difference_of(values, values_of(baseline_, first_of_poverty + i), input_.members));
        }
    }

  private:
    static std::vector<double> shares(std::vector<Part> const& parts)
    {
        std::vector<double> values;
        std::transform(parts.begin(), parts.end(), std::back_inserter(values), share_of);
        return values;
    }

    void add_count(char const* name, std::size_t scheme, std::size_t count, char const* unit)
    {
        auto const values = values_of(now_, place_of(scheme, count));
        add(name, rules::schemes[scheme].key, unit,
            outcomes::count_interval(values, input_.members, has_entitled(now_, scheme)),
            difference_of(values, values_of(baseline_, place_of(scheme, count)), input_.members));
    }

    void add(char const* name, char const* scheme, char const* unit, Interval const& value,
             Interval const& difference)
    {
        outcomes_.push_back({input_.packages[package_], name, scheme, unit, year_, value, difference});
    }

    OutcomeInput const& input_;
    std::size_t package_;
    int year_;
    Replicates const& now_;
    Replicates const& baseline_;
    std::vector<YearOutcome>& outcomes_;
};

std::size_t scheme_of(Goal const& goal)
{
    auto const found = std::find_if(rules::schemes.begin(), rules::schemes.end(),
                                    [&](auto const& scheme) { return scheme.key == goal.scheme; });
    return static_cast<std::size_t>(found - rules::schemes.begin());
}

ReachOutcome reach_outcome(OutcomeInput const& input, Goal const& goal, std::size_t package, std::size_t year)
{
    auto const scheme = scheme_of(goal);
    auto const before = reach_of(input.counts[0].front(), scheme);
    auto const now = reach_of(input.counts[package][year], scheme);
    std::vector<double> targets;
    double reached = 0;
    double exceeding = 0;
    for (std::size_t r = 0; r < now.size(); ++r) {
        double const from = share_of(before[r]);
        if (std::isnan(from)) {
            continue;
        }
        double const target = goal.reading == Reading::relative ? from * (1 + goal.value) : from + goal.value;
        exceeding += target > 1;
        reached += share_of(now[r]) >= target;  // no share reaches nothing
        targets.push_back(std::min(1.0, target));
    }
    auto const replicates = static_cast<double>(now.size());
    return {input.packages[package],
            goal,
            input.years[year],
            interval_of_share(before, input.members, is_given(input, 0, scheme)),
            outcomes::interval_of(targets, 0),
            interval_of_share(now, input.members, is_given(input, package, scheme)),
            reached / replicates,
            2 * exceeding > replicates};
}

}  // namespace

CountsOfYear counts_of(outcomes::Tally const& tally)
{
    CountsOfYear counts{};
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        for (std::size_t i = 0; i < scheme_counts.size(); ++i) {
            counts[place_of(k, i)] = static_cast<double>(tally.at(k, scheme_counts[i]));
        }
    }
    for (std::size_t i = 0; i < poverty_counts.size(); ++i) {
        bool const is_money = poverty_counts[i] == outcomes::PackageOutcome::poverty_gap_cents_per_year;
        auto const amount = tally.at(poverty_counts[i]);
        counts[first_of_poverty + i] = is_money ? outcomes::in_euro(amount) : static_cast<double>(amount);
    }
    return counts;
}

std::vector<YearOutcome> year_outcomes(OutcomeInput const& input)
{
    std::vector<YearOutcome> outcomes;
    for (std::size_t p = 0; p < input.packages.size(); ++p) {
        for (std::size_t y = 0; y < input.years.size(); ++y) {
            PackageInYear of_package(input, p, y, outcomes);
            of_package.add_poverty();
            for (std::size_t k = 0; k < rules::scheme_count; ++k) {
                if (has_entitled_anywhere(input, k)) {
                    of_package.add_scheme(k);
                }
            }
        }
    }
    return outcomes;
}

std::vector<ReachOutcome> reach_outcomes(OutcomeInput const& input, std::vector<Goal> const& goals)
{
    std::vector<ReachOutcome> outcomes;
    for (auto const& goal : goals) {
        for (std::size_t p = 0; p < input.packages.size() && goal.reading != Reading::level; ++p) {
            for (std::size_t y = 0; y < input.years.size(); ++y) {
                outcomes.push_back(reach_outcome(input, goal, p, y));
            }
        }
    }
    return outcomes;
}

}  // namespace minimasim::forecast
