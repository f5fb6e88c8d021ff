#include "sim/run/take_up/propensities.hpp"

#include <cmath>
#include <limits>

#include "sim/base/loop.hpp"

namespace minimasim::run {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t drawn_at_once = 1024;

}  // namespace

Propensities::Propensities(Setting const& setting, Member const& member, MemberFacts const& facts,
                           takeup::Behaviour const& behaviour, std::uint32_t replicate)
    : setting_(setting),
      member_(member),
      behaviour_(behaviour),
      replicate_(replicate),
      is_settled_(member.population.size()),
      own_(member.population.size(), unknown),
      groups_(facts.groups)
{
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        draw_[k] = takeup::draw_of_scheme(rules::schemes[k].key);
        counts_amount_[k] = has_published_users(setting.municipality, k);
    }
}

double Propensities::shift_of(std::size_t household) const
{
    auto const& population = member_.population;
    return behaviour_.profile_shift(population.persons.profile[population.person_begin[household]]) +
           behaviour_.group_shift(groups_[household]);
}

std::vector<std::uint32_t> const& Propensities::numbers_of(std::vector<std::uint32_t> const& households)
{
    if (member_.household_numbers.empty()) {
        return households;
    }
    numbers_.resize(households.size());
    for (std::size_t i = 0; i < households.size(); ++i) {
        numbers_[i] = member_.household_numbers[households[i]];
    }
    return numbers_;
}

void Propensities::draw_normals(std::uint32_t draw, std::uint32_t const* households, std::size_t count,
                                std::vector<double> const& known)
{
    undrawn_.clear();
    for (std::size_t i = 0; i < count; ++i) {
        if (std::isnan(known[households[i]])) {
            undrawn_.push_back(households[i]);
        }
    }
    normals_.resize(undrawn_.size());
    auto const& numbers = numbers_of(undrawn_);
    uniforms({setting_.seed, Stream::take_up, member_.number, draw, replicate_}, numbers.data(),
             numbers.size(), normals_.data());
    for (double& value : normals_) {
        value = normal_quantile(value);
    }
}

void Propensities::draw(std::size_t scheme, std::vector<std::uint32_t> const& households)
{
    auto& values = drawn_[scheme];
    if (values.empty()) {
        values.assign(member_.population.size(), unknown);
    }
    takeup::PropensityWeights const weights(behaviour_);
    for (auto const block : split_into_blocks(households.size(), drawn_at_once)) {
        auto const* const of_block = households.data() + block.begin;
        draw_normals(0, of_block, block.end - block.begin, own_);
        for (std::size_t i = 0; i < undrawn_.size(); ++i) {
            own_[undrawn_[i]] = normals_[i];
        }
        draw_normals(draw_[scheme], of_block, block.end - block.begin, values);
        for (std::size_t i = 0; i < undrawn_.size(); ++i) {
            auto const household = undrawn_[i];
            values[household] = weights.propensity(own_[household], normals_[i], shift_of(household));
        }
    }
}

double Propensities::drawn(std::size_t scheme, std::size_t household)
{
    auto& values = drawn_[scheme];
    if (values.empty() || std::isnan(values[household])) {
        one_.assign(1, static_cast<std::uint32_t>(household));
        draw(scheme, one_);
    }
    return values[household];
}

double Propensities::of(std::size_t scheme, std::size_t household, std::int32_t cents_per_year)
{
    double const found = drawn(scheme, household);
    double const mean = mean_cents_[scheme];
    bool const adds_amount = counts_amount_[scheme] && !is_settled(scheme, household) && mean != 0;
    return adds_amount ? found + amount_term(cents_per_year, mean) : found;
}

void Propensities::inclinations(std::size_t scheme, std::vector<std::uint32_t> const& households,
                                std::vector<Inclination>& found)
{
    draw(scheme, households);
    found.resize(households.size());
    auto const& values = drawn_[scheme];
    for (std::size_t i = 0; i < households.size(); ++i) {
        bool const adds_amount = counts_amount_[scheme] && !is_settled(scheme, households[i]);
        found[i] = {values[households[i]], adds_amount ? mean_cents_[scheme] : 0};
    }
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
        candidate.propensity = drawn_[scheme][candidate.household];
    }
}

void Propensities::settle_baseline(std::size_t scheme, std::vector<takeup::Candidate> const& entitled)
{
    if (!counts_amount_[scheme]) {
        return;
    }
    for (auto const& candidate : entitled) {
        double const inclined = of(scheme, candidate.household, candidate.cents_per_year);
        drawn_[scheme][candidate.household] = inclined;
        is_settled_[candidate.household] |= static_cast<outcomes::SchemeMask>(1U << scheme);
    }
}

void Propensities::take_over(Propensities const& calibrated)
{
    mean_cents_ = calibrated.mean_cents_;
    // The numbers of those calibrated rise from household to household; new households have higher ones.
    std::size_t const all = calibrated.is_settled_.size();
    auto const highest = all > 0 ? calibrated.member_.number_of(all - 1) : 0;
    std::size_t there = 0;
    for (std::size_t here = 0; here < is_settled_.size(); ++here) {
        auto const number = member_.number_of(here);
        if (number > highest) {
            continue;
        }
        while (there < all && calibrated.member_.number_of(there) < number) {
            ++there;
        }
        if (there == all || calibrated.member_.number_of(there) != number) {
            continue;
        }
        own_[here] = calibrated.own_[there];
        is_settled_[here] = calibrated.is_settled_[there];
        for (std::size_t k = 0; k < rules::scheme_count; ++k) {
            if (is_settled(k, here)) {
                if (drawn_[k].empty()) {
                    drawn_[k].assign(is_settled_.size(), unknown);
                }
                drawn_[k][here] = calibrated.drawn_[k][there];
            }
        }
    }
}

}  // namespace minimasim::run
