#include "sim/run/forecast/forecast_income.hpp"

#include <algorithm>
#include <bit>
#include <iterator>

#include "sim/base/loop.hpp"
#include "sim/run/members/prepare.hpp"
#include "sim/run/replicate.hpp"
#include "sim/run/take_up/take_up_matching.hpp"

namespace minimasim::run {

namespace {

constexpr int months_per_year = 12;

// Schemes that whoever is entitled can use: a need is not there to be led to.
outcomes::SchemeMask schemes_to_be_led_to()
{
    outcomes::SchemeMask mask = 0;
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        if (!rules::schemes[k].is_need_driven) {
            mask |= static_cast<outcomes::SchemeMask>(1U << k);
        }
    }
    return mask;
}

std::vector<std::uint8_t> unused_schemes(Marks const& marks)
{
    auto const looked_at = schemes_to_be_led_to();
    std::vector<std::uint8_t> unused(marks.entitled.size());
    for (std::size_t i = 0; i < unused.size(); ++i) {
        unsigned const of_household = marks.entitled[i] & ~marks.received[i] & looked_at;
        unused[i] = static_cast<std::uint8_t>(std::popcount(of_household));
    }
    return unused;
}

std::vector<outcomes::UnusedGrant> unused_grants(Marks const& marks)
{
    auto const looked_at = schemes_to_be_led_to();
    std::vector<outcomes::UnusedGrant> grants;
    std::copy_if(marks.unused.begin(), marks.unused.end(), std::back_inserter(grants),
                 [&](auto const& grant) { return (looked_at >> grant.scheme & 1U) != 0; });
    std::sort(grants.begin(), grants.end(), [](auto const& a, auto const& b) {
        return a.household != b.household ? a.household < b.household : a.scheme < b.scheme;
    });
    return grants;
}

std::vector<std::int32_t> extra_income(Marks const& marks, Marks const& baseline)
{
    std::vector<std::int32_t> cents(marks.granted_cents.size());
    for (std::size_t i = 0; i < cents.size(); ++i) {
        cents[i] = (marks.granted_cents[i] - baseline.granted_cents[i]) / months_per_year;
    }
    return cents;
}

}  // namespace

SchemesOfPackages::SchemesOfPackages(Workspace const& workspace, RunOptions const& options,
                                     Ensemble const& ensemble, ForecastPackages const& packages)
    : workspace_(workspace),
      options_(options),
      ensemble_(ensemble),
      packages_(packages),
      setting_(setting_of(workspace, options))
{
    setting_.packages = packages.with_schemes;
    setting_.plausible = match_take_up(setting_, workspace.take_up_evidence,
                                       members_to_match(ensemble, options), options.threads)
                             .plausible;
}

void SchemesOfPackages::prepare(std::uint32_t first, std::uint32_t count)
{
    first_ = first;
    members_.clear();
    members_ = run_in_parallel(count, options_.threads, [&](std::size_t i) {
        auto const number = first + static_cast<std::uint32_t>(i);
        return prepare_member(setting_, workspace_, ensemble_.member(number), number);
    });
}

std::vector<forecast::Package> SchemesOfPackages::packages_in(std::uint32_t member,
                                                              std::uint32_t replicate) const
{
    std::vector<Marks> marks;
    run_replicate(setting_, members_[member - first_], replicate, &marks);
    auto packages = packages_.to_run;
    for (std::size_t p = 0; p < packages.size(); ++p) {
        auto const place = packages_.schemes_of[p];
        packages[p].unused_schemes = unused_schemes(marks[place]);
        packages[p].unused_grants = unused_grants(marks[place]);
        if (place > 0) {
            packages[p].extra_income = extra_income(marks[place], marks.front());
            packages[p].income_from_month = policy_month(workspace_);
        }
    }
    return packages;
}

}  // namespace minimasim::run
