#include <gtest/gtest.h>
#include <cstddef>
#include <cstring>
#include <vector>

#include "sim/run/law_and_policy/policy.hpp"
#include "sim/run/members/prepare.hpp"

namespace minimasim::run {
namespace {

// Whether any term of the national law in force or of the costs of households differs, bit by bit.
bool differs_in_a_term(rules::Policy const& a, rules::Policy const& b)
{
    std::vector<double> of_a;
    std::vector<double> of_b;
    auto const into = [](std::vector<double>& values) {
        return [&values](char const*, auto const& terms, auto const& fields) {
            for (auto const& field : fields) {
                values.push_back(static_cast<double>(field.of(terms)));
            }
        };
    };
    rules::for_each_section(a.law, into(of_a));
    rules::for_each_section(b.law, into(of_b));
    into(of_a)("", a.household_costs, rules::household_costs_fields);
    into(of_b)("", b.household_costs, rules::household_costs_fields);
    return of_a.size() != of_b.size() ||
           std::memcmp(of_a.data(), of_b.data(), of_a.size() * sizeof(double)) != 0;
}

// Bytes between terms once made every point of a sweep a law of its own.
TEST(SameLaw, IsSettledByTermsAndNotByWhatLiesBetweenThem)
{
    rules::Policy const policy{};
    std::size_t between_terms = 0;
    std::size_t in_terms = 0;
    for (std::size_t byte = 0; byte < sizeof policy; ++byte) {
        rules::Policy other = policy;
        auto* const place = reinterpret_cast<unsigned char*>(&other) + byte;
        if (place == reinterpret_cast<unsigned char*>(&other.law.rent_allowance_has_2026_form)) {
            continue;  // the form in force; no other value than 0 and 1 is one
        }
        *place ^= 0x40U;
        bool const differs = differs_in_a_term(policy, other);
        EXPECT_EQ(has_same_law(policy, other), !differs) << "byte " << byte;
        ++(differs ? in_terms : between_terms);
    }
    EXPECT_GT(in_terms, 1'000U);
    EXPECT_GT(between_terms, 0U);
}

TEST(SameLaw, DiffersInTheForm)
{
    rules::Policy const policy{};
    auto other = policy;
    other.law.rent_allowance_has_2026_form = !other.law.rent_allowance_has_2026_form;
    EXPECT_FALSE(has_same_law(policy, other));
}

}  // namespace
}  // namespace minimasim::run
