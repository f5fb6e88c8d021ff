#include "sim/run/streaming/memory_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/base/error.hpp"
#include "sim/base/memory.hpp"

namespace minimasim::run {

namespace {

MemoryPlan plan_of(std::uint32_t replicates)
{
    static auto const workspace =
        read_workspace(find_folders(std::string(MINIMASIM_SOURCE_DIR) + "/data"), "GM0106");
    RunOptions options;
    options.replicates = replicates;
    options.threads = 2;
    return plan_memory(workspace, options);
}

}  // namespace

TEST(AMemoryPlan, GrowsWithTheReplicatesAlone)
{
    auto const small = plan_of(100);
    auto const large = plan_of(1'100);

    EXPECT_GT(small.bytes_of_members, 0U);
    EXPECT_EQ(large.bytes() - small.bytes(), 1'000 * small.bytes_of_a_replicate);
    EXPECT_FALSE(small.is_large());
    EXPECT_TRUE(plan_of(100'000).is_large());
}

TEST(AMemoryPlan, ThatDoesNotFitIsRefusedWithItsCounts)
{
    auto const plan = plan_of(1'000'000);

    try {
        check_memory(plan, std::uint64_t{8} << 30);
        FAIL() << "a run of " << plan.bytes() << " bytes was not refused";
    } catch (InputError const& error) {
        EXPECT_THAT(error.what(), testing::AllOf(testing::HasSubstr("1000000 replicates"),
                                                 testing::HasSubstr(std::to_string(plan.packages)),
                                                 testing::HasSubstr("8.0 GiB are free"),
                                                 testing::HasSubstr("replicates fit")));
    }
}

TEST(AMemoryPlan, ThatFitsIsLeftAlone)
{
    auto const plan = plan_of(100);

    EXPECT_NO_THROW(check_memory(plan, plan.bytes()));
    EXPECT_THROW(check_memory(plan, plan.bytes() - 1), InputError);
}

TEST(AvailableMemory, IsSomethingAndNotMoreThanAnyMachineHas)
{
    EXPECT_GT(available_memory_bytes(), std::uint64_t{1} << 20);
}

}  // namespace minimasim::run
