#include "sim/report/run_record.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "tests/report/limited_disk.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::report {
namespace {

using test::TemporaryFolder;

RunRecord example_record()
{
    RunRecord record;
    record.program_version = "0.1.0";
    record.started_at = time_now();
    record.command_line = {"minimasim", "run", "-o", "r\xE9sultats"};
    record.threads = 2;
    record.seconds = 12.5;
    record.steps = {{"population", 8.0}, {"packages", 4.5}};
    record.digests = {{"results.h5", "abc"}};
    return record;
}

TEST(RunRecord, SaysHowTheRunWent)
{
    TemporaryFolder const folder;

    write_run_record(completed(example_record()), folder.path() / "run.json");

    auto const json = nlohmann::json::parse(test::bytes_of(folder.path() / "run.json"));
    EXPECT_EQ(json.at("threads"), 2);
    EXPECT_EQ(json.at("command_line").size(), 4);
    EXPECT_EQ(json.at("steps").at(1).at("step"), "packages");
    EXPECT_EQ(json.at("digests").at("results.h5"), "abc");
    EXPECT_GT(json.at("peak_memory_bytes"), 100'000);
    EXPECT_FALSE(json.at("host").get<std::string>().empty());
}

TEST(RunRecord, GivesTimesWithTheirZone)
{
    EXPECT_TRUE(std::regex_match(time_now(), std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d)")));
}

TEST(RunRecord, LeavesTheOldOneOnAFullDisk)
{
    TemporaryFolder const folder;
    test::put_bytes(folder.path() / "run.json", "{}");

    EXPECT_TRUE(test::is_refused_on_limited_disk(
        50, "run.json", [&] { write_run_record(example_record(), folder.path() / "run.json"); }));

    EXPECT_EQ(test::bytes_of(folder.path() / "run.json"), "{}");
    EXPECT_EQ(test::count_entries(folder.path()), 1);
}

}  // namespace
}  // namespace minimasim::report
