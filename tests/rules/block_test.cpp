// Many households at a time give the same bits as one at a time.

#include "sim/rules/block.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/input/term_table.hpp"
#include "sim/rules/municipal/schemes.hpp"
#include "sim/rules/municipal/view.hpp"
#include "sim/run/law_and_policy/municipality.hpp"
#include "sim/run/law_and_policy/policy.hpp"
#include "tests/law/random_cases.hpp"

namespace minimasim::rules {

namespace {

constexpr std::size_t households = 500'000;  // on each of two dates
constexpr std::size_t chunk = 20'000;        // of them at a time
constexpr std::size_t block_sizes[] = {1, 7, 512, 1000};

// A table of columns of one length.
template <class Value, std::size_t count>
class Columns {
  public:
    explicit Columns(std::size_t rows) : rows_(rows), values_(count * rows) {}

    template <class Pointer>
    std::array<Pointer, count> from(std::size_t row)
    {
        std::array<Pointer, count> columns{};
        for (std::size_t k = 0; k < count; ++k) {
            columns[k] = values_.data() + k * rows_ + row;
        }
        return columns;
    }

    Value& at(std::size_t column, std::size_t row) { return values_[column * rows_ + row]; }

  private:
    std::size_t rows_;
    std::vector<Value> values_;
};

using HouseholdTable = Columns<double, household_column_count>;
using StatutoryTable = Columns<double, statutory_step_count>;
using MunicipalTable = Columns<std::int32_t, municipal_field_count>;

run::DatedPolicy policy_on(Date date)
{
    std::string const data = std::string(MINIMASIM_SOURCE_DIR) + "/data";
    return run::read_policy(run::read_terms(data, "GM0106"), {}, date);
}

class BlockOn : public testing::TestWithParam<Date> {
  protected:
    BlockOn() : policy_(policy_on(GetParam()).policy), edges_(policy_.law) {}

    // Calls check() for every chunk of the households, drawn and worked out in blocks of 1000.
    template <class Check>
    void for_each_chunk(std::size_t count, Check const& check)
    {
        for (std::size_t first = 0; first < count && !HasFatalFailure(); first += chunk) {
            for (std::size_t row = 0; row < chunk; ++row) {
                test::Draws draws(31'000, static_cast<std::uint32_t>(first + row));
                auto const one = test::draw_case(draws, edges_, policy_.law, GetParam());
                put_household(one.household, table_.from<double*>(0).data(), row);
            }
            work_out(statutory_, 1000);
            check(first);
        }
    }

    void work_out(StatutoryTable& out, std::size_t block_size)
    {
        for (std::size_t begin = 0; begin < chunk; begin += block_size) {
            statutory_income_of_block(table_.from<double const*>(begin), std::min(block_size, chunk - begin),
                                      policy_.law, out.from<double*>(begin));
        }
    }

    Household household(std::size_t row) { return household_at(table_.from<double const*>(0), row); }

    Policy policy_;
    test::Edges edges_;
    HouseholdTable table_{chunk};
    StatutoryTable statutory_{chunk};
};

// Bits, so that 0 and -0, and not-a-number, are told apart too.
std::uint64_t bits(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

TEST_P(BlockOn, GivesEveryHouseholdTheBitsOfThePlainRule)
{
    std::size_t with_assistance = 0;
    std::size_t with_childcare = 0;
    for_each_chunk(households, [&](std::size_t first) {
        for (std::size_t row = 0; row < chunk; ++row) {
            auto const plain = statutory_income(household(row), policy_.law);
            for (std::size_t k = 0; k < statutory_step_count; ++k) {
                ASSERT_EQ(bits(statutory_.at(k, row)), bits(plain.*statutory_steps[k].member))
                    << statutory_steps[k].name << " of household " << first + row << ": "
                    << statutory_.at(k, row) << " and " << plain.*statutory_steps[k].member;
            }
            with_assistance += plain.social_assistance_per_month > 0 ? 1 : 0;
            with_childcare += plain.childcare_allowance_per_month > 0 ? 1 : 0;
        }
    });
    EXPECT_GT(with_assistance, households / 20);
    EXPECT_GT(with_childcare, households / 100);
}

TEST_P(BlockOn, IsTheSameForEveryBlockSize)
{
    StatutoryTable in_blocks(chunk);
    for_each_chunk(3 * chunk, [&](std::size_t) {
        for (std::size_t const size : block_sizes) {
            work_out(in_blocks, size);
            for (std::size_t k = 0; k < statutory_step_count; ++k) {
                for (std::size_t row = 0; row < chunk; ++row) {
                    ASSERT_EQ(bits(in_blocks.at(k, row)), bits(statutory_.at(k, row)))
                        << statutory_steps[k].name << ", blocks of " << size << ", household " << row;
                }
            }
        }
    });
}

constexpr std::size_t place_of(std::int32_t MunicipalHousehold::*field)
{
    std::size_t k = 0;
    while (municipal_fields[k] != field) {
        ++k;
    }
    return k;
}

// What only the population or the asker knows.
void draw_needs(MunicipalTable& view, std::size_t row, std::uint32_t number)
{
    using M = MunicipalHousehold;
    test::Draws draws(77, number);
    auto const need = [&](int most) { return draws.happens(0.5) ? 0 : draws.whole(1, most); };
    view.at(place_of(&M::special_need_cents_per_year), row) = need(300'000);
    view.at(place_of(&M::goods_need_cents_per_year), row) = need(90'000);
    view.at(place_of(&M::crisis_need_cents_per_year), row) = need(90'000);
    view.at(place_of(&M::years_on_low_income), row) = draws.whole(0, 5);
    view.at(place_of(&M::expects_improvement), row) = draws.whole(0, 1);
}

TEST_P(BlockOn, GivesTheSchemesTheViewOfOneHousehold)
{
    MunicipalTable view(chunk);
    for_each_chunk(households, [&](std::size_t first) {
        municipal_view_of_block(table_.from<double const*>(0), statutory_.from<double*>(0), chunk,
                                policy_.law, view.from<std::int32_t*>(0));
        for (std::size_t row = 0; row < chunk; ++row) {
            auto const h = household(row);
            auto const plain = municipal_view(h, statutory_income(h, policy_.law), policy_.law);
            auto const found = household_at(view.from<std::int32_t const*>(0), row);
            for (std::size_t k = 0; k < municipal_field_count; ++k) {
                auto const field = municipal_fields[k];
                ASSERT_EQ(found.*field, plain.*field) << "field " << k << " of household " << first + row;
            }
        }
    });
}

TEST_P(BlockOn, DecidesTheSchemesAsForOneHousehold)
{
    MunicipalTable view(chunk);
    std::vector<std::int32_t> eligible(chunk);
    std::vector<std::int32_t> cents(chunk);
    for_each_chunk(households, [&](std::size_t first) {
        municipal_view_of_block(table_.from<double const*>(0), statutory_.from<double*>(0), chunk,
                                policy_.law, view.from<std::int32_t*>(0));
        for (std::size_t row = 0; row < chunk; ++row) {
            draw_needs(view, row, static_cast<std::uint32_t>(first + row));
        }
        std::size_t const size = block_sizes[first / chunk % std::size(block_sizes)];
        for_each_scheme([&](auto scheme, auto index) {
            using S = decltype(scheme);
            auto terms = std::get<index>(policy_.municipal);
            terms.is_active = 1;
            for (std::size_t begin = 0; begin < chunk; begin += size) {
                evaluate<S>(view.from<std::int32_t const*>(begin), std::min(size, chunk - begin), terms,
                            eligible.data() + begin, cents.data() + begin);
            }
            for (std::size_t row = 0; row < chunk; ++row) {
                auto const one = S::entitlement(household_at(view.from<std::int32_t const*>(0), row), terms);
                ASSERT_EQ(eligible[row], one.is_eligible) << S::key << ", household " << first + row;
                ASSERT_EQ(cents[row], one.cents_per_year) << S::key << ", household " << first + row;
            }
        });
    });
}

INSTANTIATE_TEST_SUITE_P(BothForms, BlockOn, testing::Values(Date{2024, 7, 1}, Date{2026, 1, 1}),
                         [](testing::TestParamInfo<Date> const& info) {
                             return "Of" + std::to_string(info.param.year);
                         });

TEST(Block, HasAColumnForEveryFieldOfAHousehold)
{
    std::vector<double> row(household_column_count);
    std::array<double*, household_column_count> out{};
    HouseholdColumns in{};
    for (std::size_t k = 0; k < household_column_count; ++k) {
        out[k] = &row[k];
        in[k] = &row[k];
    }
    Household h;
    double next = 1;
    auto const fill = [&](auto& field) { set_field(field, next++); };
    for_each_amount(h, fill);
    for_each_count(h, fill);

    put_household(h, out.data(), 0);
    auto const back = household_at(in, 0);

    EXPECT_EQ(back.claimant.wage_per_year, 1);
    EXPECT_EQ(back.partner.state_pension_build_up, h.partner.state_pension_build_up);
    EXPECT_EQ(back.car_value, h.car_value);
    EXPECT_EQ(back.oldest_co_resident_age, h.oldest_co_resident_age);
    EXPECT_EQ(back.children_of_12, h.children_of_12);
    EXPECT_TRUE(back.claims.study_supplement && back.lives_in_institution && back.partner.is_student);
}

}  // namespace

}  // namespace minimasim::rules
