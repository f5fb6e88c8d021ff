#include "sim/base/loop.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/base/loop_rows.hpp"

namespace minimasim {

TEST(SplitIntoBlocks, CoversEveryRowOnceInOrder)
{
    for (std::size_t const count : {0U, 1U, 63U, 64U, 65U, 2048U, 5000U}) {
        for (std::size_t const size : {1U, 64U, 2048U, 100'000U}) {
            std::size_t next = 0;

            for (auto const block : split_into_blocks(count, size)) {
                ASSERT_EQ(block.begin, next);
                ASSERT_GT(block.end, block.begin);
                ASSERT_LE(block.end - block.begin, size);
                next = block.end;
            }

            EXPECT_EQ(next, count) << count << " rows in blocks of " << size;
        }
    }
}

TEST(SplitIntoBlocks, FillsEveryBlockButTheLast)
{
    auto const blocks = split_into_blocks(10, 4);

    ASSERT_EQ(blocks.size(), 3U);
    EXPECT_EQ(blocks[0].end - blocks[0].begin, 4U);
    EXPECT_EQ(blocks[1].end - blocks[1].begin, 4U);
    EXPECT_EQ(blocks[2].end - blocks[2].begin, 2U);
}

TEST(RunInParallel, ReturnsTheResultsInOrderOnAnyNumberOfThreads)
{
    for (int const threads : {0, 1, 2, 7}) {
        auto const results = run_in_parallel(1000, threads, [](std::size_t i) { return std::to_string(i); });

        ASSERT_EQ(results.size(), 1000U);
        for (std::size_t i = 0; i < results.size(); ++i) {
            ASSERT_EQ(results[i], std::to_string(i)) << threads << " threads";
        }
    }
}

TEST(RunInParallel, RunsEveryTaskOnce)
{
    std::vector<std::atomic<int>> runs(500);

    run_in_parallel(runs.size(), 4, [&](std::size_t i) { return ++runs[i]; });

    for (auto const& count : runs) {
        ASSERT_EQ(count, 1);
    }
}

TEST(RunInParallel, ThrowsWhatTheFirstFailingTaskByNumberThrew)
{
    for (int const threads : {1, 2, 4}) {
        try {
            run_in_parallel(64, threads, [](std::size_t i) {
                if (i == 5 || i == 40) {
                    throw std::runtime_error("task " + std::to_string(i));
                }
                return i;
            });
            FAIL() << "nothing was thrown";
        } catch (std::runtime_error const& fault) {
            EXPECT_STREQ(fault.what(), "task 5") << threads << " threads";
        }
    }
}

TEST(RunInParallel, ReturnsNothingForNoTasks)
{
    EXPECT_TRUE(run_in_parallel(0, 2, [](std::size_t i) { return i; }).empty());
}

TEST(RunInParallel, UsesNoMoreThreadsThanAskedFor)
{
    auto const team = run_in_parallel(64, 2, [](std::size_t) { return omp_get_num_threads(); });

    EXPECT_LE(*std::max_element(team.begin(), team.end()), 2);
}

TEST(TeamSize, IsWhatWasAskedForAndAllProcessorsForZero)
{
    EXPECT_EQ(team_size(3), 3);
    EXPECT_EQ(team_size(0), omp_get_max_threads());
}

TEST(ForEachRow, AppliesTheRuleToEveryRow)
{
    std::vector<int> rows(1001, 1);

    for_each_row(rows.size(), [data = rows.data()](std::size_t i) { data[i] += static_cast<int>(i); });

    for (std::size_t i = 0; i < rows.size(); ++i) {
        ASSERT_EQ(rows[i], 1 + static_cast<int>(i));
    }
}

}  // namespace minimasim
