#include "sim/run/propensities.hpp"

#include <cmath>
#include <limits>

#include "sim/takeup/propensity.hpp"

namespace minimasim::run {

Propensities::Propensities(Setting const& setting, Member const& member, takeup::Behaviour const& behaviour,
                           std::uint32_t replicate)
    : setting_(setting),
      member_(member),
      behaviour_(behaviour),
      replicate_(replicate),
      groups_(groups_of(setting, member.population))
{
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        draw_[k] = takeup::draw_of_scheme(rules::schemes[k].key);
        counts_amount_[k] = has_published_users(setting.municipality, k);
        without_amount_[k].assign(member.population.size(), unknown);
        settled_[k].assign(counts_amount_[k] ? member.population.size() : 0, unknown);
    }
}

double Propensities::without_amount(std::size_t scheme, std::size_t household)
{
    double& value = without_amount_[scheme][household];
    if (std::isnan(value)) {
        auto const& population = member_.population;
        takeup::Claimant const claimant{member_.number, member_.number_of(household),
                                        population.persons.profile[population.person_begin[household]],
                                        groups_[household]};
        value = takeup::propensity(behaviour_, setting_.seed, claimant, draw_[scheme], replicate_);
    }
    return value;
}

double Propensities::of(std::size_t scheme, std::size_t household, std::int32_t cents_per_year)
{
    if (!counts_amount_[scheme]) {
        return without_amount(scheme, household);
    }
    double const settled = settled_[scheme][household];
    if (!std::isnan(settled)) {
        return settled;
    }
    double const mean = mean_cents_[scheme];
    double const drawn = without_amount(scheme, household);
    return mean == 0 ? drawn : drawn + takeup::amount_term(behaviour_, cents_per_year, mean);
}

void Propensities::settle_calibration(std::size_t scheme, std::vector<takeup::Candidate>& entitled)
{
    if (!counts_amount_[scheme] || entitled.empty()) {
        return;
    }
    std::int64_t cents = 0;
    for (auto const& candidate : entitled) {
        cents += candidate.cents_per_year;
    }
    settle_calibration(scheme, entitled, {cents, static_cast<std::int64_t>(entitled.size())});
}

void Propensities::settle_calibration(std::size_t scheme, std::vector<takeup::Candidate>& entitled,
                                      Amounts const& of_all)
{
    if (!counts_amount_[scheme] || of_all.count == 0) {
        return;
    }
    mean_cents_[scheme] = of_all.mean_cents();
    settle_baseline(scheme, entitled);
    for (auto& candidate : entitled) {
        candidate.propensity = settled_[scheme][candidate.household];
    }
}

void Propensities::settle_baseline(std::size_t scheme, std::vector<takeup::Candidate> const& entitled)
{
    if (!counts_amount_[scheme]) {
        return;
    }
    for (auto const& candidate : entitled) {
        settled_[scheme][candidate.household] = of(scheme, candidate.household, candidate.cents_per_year);
    }
}

}  // namespace minimasim::run
