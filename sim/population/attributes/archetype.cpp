#include "sim/population/attributes/archetype.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "sim/population/attributes/attributes.hpp"
#include "sim/population/attributes/composition.hpp"

namespace minimasim::population {

bool is_possible(Archetype const& h)
{
    if (h.count == 0 || h.count > largest_household || h.members[0].age < 18) {
        return false;  // a minor cannot head a household: no claim, no lease, no assistance in their own
                       // right
    }
    if (h.has_partner() && h.members[1].age < 18) {
        return false;  // marriage and joint claims start at 18
    }
    int youngest_parent = h.members[0].age;
    int mother = h.members[0].sex == Sex::woman ? h.members[0].age : -1;
    if (h.has_partner()) {
        youngest_parent = std::min<int>(youngest_parent, h.members[1].age);
        if (h.members[1].sex == Sex::woman) {
            mother = std::max<int>(mother, h.members[1].age);
        }
    }
    bool has_child = false;
    bool has_social_assistance_head = h.members[0].source == Source::social_assistance;
    for (auto const& m : h) {
        if (m.role == Role::child) {
            has_child = true;
            if (youngest_parent - m.age < 15) {
                return false;  // a parent is at least 15 years older than the child
            }
            if (mother >= 0 && mother - m.age > 45) {
                return false;  // births after 45 are rarer than one in a thousand
            }
        }
        if (m.age < 18 && m.source != Source::none) {
            return false;  // minors have no income that counts
        }
        if (m.age >= pension_age && m.source != Source::pension) {
            return false;  // from state pension age the pension is the main source
        }
        if (m.source == Source::pension && m.age < 60) {
            return false;  // early retirement starts at about 60
        }
        if (m.source == Source::student && (m.age < 18 || m.age > 29)) {
            return false;  // study finance ends at 30
        }
    }
    bool const needs_child =
        h.type == HouseholdType::couple_with_children || h.type == HouseholdType::single_parent;
    if (needs_child != has_child) {
        return false;
    }
    if (h.has_partner() && (h.members[1].source == Source::social_assistance) != has_social_assistance_head) {
        return false;  // assistance of a couple is joint
    }
    if (h.main_source == Source::social_assistance && h.income_class > IncomeClass::up_to_100) {
        return false;  // assistance tops up to the minimum; income of children and others at home is their
                       // own
    }
    if (has_social_assistance_head && h.members[0].age < 21) {
        return false;  // below 21 parents must support, and the norm is a third
    }
    if (h.main_source == Source::none && h.income_class > IncomeClass::up_to_100) {
        return false;  // nobody has an income
    }
    return true;
}

namespace {

constexpr std::array<double, household_type_count> sampled_share{0.30, 0.23, 0.30, 0.14, 0.03};

// Households of each national type, which the prior starts from.
std::array<double, household_type_count> national_types(NationalTables const& national)
{
    auto const sum = [&](PositionTable::Ages PositionTable::*column) {
        double s = 0;
        for (auto const& t : national.positions_2023) {
            s += std::accumulate((t.*column).begin(), (t.*column).end(), 0.0);
        }
        return s;
    };
    std::array<double, household_type_count> types{
        sum(&PositionTable::living_alone), sum(&PositionTable::partner_without_children) / 2,
        sum(&PositionTable::partner_with_children) / 2, sum(&PositionTable::lone_parent), 0};
    double const all = std::accumulate(types.begin(), types.end(), 0.0);
    types[4] = 0.005 * all;  // other households: half a per cent
    for (double& t : types) {
        t /= all * 1.005;
    }
    return types;
}

auto hierarchy(Archetype const& h)
{
    return std::make_tuple(h.type, h.tenure, h.income_class, h.main_source, h.members[0].age / 10, h.count,
                           h.members[h.count > 0 ? h.count - 1 : 0].age);
}

}  // namespace

Catalogue draw_catalogue(Evidence const& evidence, AssumedValues const& assumed, EnsembleMember const& member,
                         std::size_t size)
{
    std::uint32_t const number = member.of(UncertaintySource::unpublished_interactions);
    Composition const composition(evidence.national, assumed);
    Attributes const attributes(evidence.national, assumed);
    auto const types = national_types(evidence.national);
    Catalogue drawn;
    std::uint32_t id = 0;
    auto const draw_one = [&](HouseholdType type, double weight) {
        for (;;) {
            Draws draws(member.seed, Stream::archetype, number, id++);
            Archetype household = composition.draw(type, draws);
            attributes.draw_persons(household, draws);
            double const relative = attributes.draw_class_and_tenure(household, draws);
            if (is_possible(household)) {
                drawn.archetypes.push_back(household);
                drawn.prior.push_back(weight * relative);
                return;
            }
        }
    };
    for (std::size_t t = 0; t < household_type_count; ++t) {
        auto const count = static_cast<std::size_t>(sampled_share[t] * static_cast<double>(size));
        for (std::size_t i = 0; i < count; ++i) {
            draw_one(static_cast<HouseholdType>(t), types[t] / static_cast<double>(count));
        }
    }
    // Safety archetypes: every type with every tenure and class, rare but never impossible.
    double const rare = 0.01 / static_cast<double>(size);
    for (std::size_t t = 0; t < household_type_count; ++t) {
        for (std::size_t c = 0; c < income_class_count; ++c) {
            for (std::size_t n = 0; n < 3; ++n) {
                for (int tries = 0; tries < 50; ++tries) {
                    Draws draws(member.seed, Stream::archetype, number, id++);
                    Archetype household = composition.draw(static_cast<HouseholdType>(t), draws);
                    attributes.draw_persons(household, draws);
                    household.income_class = static_cast<IncomeClass>(c);
                    household.tenure = static_cast<Tenure>(n);
                    if (is_possible(household)) {
                        drawn.archetypes.push_back(household);
                        drawn.prior.push_back(rare);
                        break;
                    }
                }
            }
        }
    }
    std::vector<std::uint32_t> order(drawn.archetypes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return hierarchy(drawn.archetypes[a]) < hierarchy(drawn.archetypes[b]);
    });
    Catalogue sorted;
    double const sum = std::accumulate(drawn.prior.begin(), drawn.prior.end(), 0.0);
    for (auto const k : order) {
        sorted.archetypes.push_back(drawn.archetypes[k]);
        sorted.prior.push_back(drawn.prior[k] / sum);
    }
    return sorted;
}

}  // namespace minimasim::population
