#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/population/attributes/draft.hpp"
#include "sim/population/evidence/assumptions.hpp"
#include "sim/population/evidence/evidence.hpp"
#include "sim/population/population.hpp"

namespace minimasim::population {

// A person of a candidate household.
struct Member {
    std::uint8_t age = 0;
    Sex sex = Sex::man;
    Role role = Role::claimant;
    Education education = Education::low;
    Source source = Source::none;
};

// A candidate household: claimant first, then the partner, then the others from old to young.
struct Archetype {
    std::array<Member, largest_household> members{};
    std::uint8_t count = 0;
    HouseholdType type = HouseholdType::one_person;
    Tenure tenure = Tenure::owner;
    Source main_source = Source::none;
    IncomeClass income_class = IncomeClass::up_to_100;

    bool has_partner() const { return count > 1 && members[1].role == Role::partner; }
    Member* begin() { return members.data(); }
    Member* end() { return members.data() + count; }
    Member const* begin() const { return members.data(); }
    Member const* end() const { return members.data() + count; }
    void add(Member const& member) { members[count++] = member; }
};

// Candidate households with their weights in the prior (sum 1), along a hierarchy: type, tenure, income
// class, age.
struct Catalogue {
    std::vector<Archetype> archetypes;
    std::vector<double> prior;
};

// State pension age at the base date, in whole years: 66 years and 10 months in 2023, so that at 67 all have
// it.
inline constexpr int pension_age = 67;

// Draws about `size` candidate households from the national conditional tables and adds safety archetypes, so
// that every published cell has support. Members differ by their draws of unpublished interactions.
Catalogue draw_catalogue(Evidence const& evidence, AssumedValues const& assumed, EnsembleMember const& member,
                         std::size_t size);

// Whether the household may exist. Each structural zero has its reason beside it.
bool is_possible(Archetype const& household);

}  // namespace minimasim::population
