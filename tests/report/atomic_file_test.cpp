#include "sim/base/atomic_file.hpp"

#include <gtest/gtest.h>

#include "sim/base/error.hpp"
#include "tests/report/limited_disk.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim {
namespace {

using report::test::bytes_of;
using report::test::count_entries;
using report::test::is_refused_on_limited_disk;
using report::test::put_bytes;
using report::test::TemporaryFolder;

std::string message_of(std::filesystem::path const& file)
{
    try {
        write_file(file, "new");
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

TEST(AtomicFile, ReplacesAnOldFileAndLeavesNothingElse)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "table.csv";
    put_bytes(file, "old and longer");

    write_file(file, "new");

    EXPECT_EQ(bytes_of(file), "new");
    EXPECT_EQ(count_entries(folder.path()), 1);
}

TEST(AtomicFile, ThatIsNotCommittedLeavesTheOldFile)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "table.csv";
    put_bytes(file, "old");

    {
        PendingFile pending(file);
        pending.write("half");
        EXPECT_EQ(bytes_of(pending.temporary()), "half");
    }

    EXPECT_EQ(bytes_of(file), "old");
    EXPECT_EQ(count_entries(folder.path()), 1);
}

TEST(AtomicFile, OnAFullDiskLeavesTheOldFile)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "table.csv";
    put_bytes(file, "old");

    EXPECT_TRUE(is_refused_on_limited_disk(100, "table.csv: cannot be written in full: File too large; raise",
                                           [&] { write_file(file, std::string(1000, 'x')); }));

    EXPECT_EQ(bytes_of(file), "old");
    EXPECT_EQ(count_entries(folder.path()), 1);
}

TEST(AtomicFile, WritesThroughALink)
{
    TemporaryFolder const folder;
    put_bytes(folder.path() / "real.csv", "old");
    std::filesystem::create_symlink("real.csv", folder.path() / "link.csv");

    write_file(folder.path() / "link.csv", "new");

    EXPECT_TRUE(std::filesystem::is_symlink(folder.path() / "link.csv"));
    EXPECT_EQ(bytes_of(folder.path() / "real.csv"), "new");
}

TEST(AtomicFile, IsRefusedWhereNoFileCanStand)
{
    TemporaryFolder const folder;

    EXPECT_NE(message_of(folder.path()).find("is a folder"), std::string::npos);
    EXPECT_NE(message_of("/dev/null").find("is a device"), std::string::npos);
    EXPECT_NE(message_of(folder.path() / "absent" / "a.csv").find("make the folder first"),
              std::string::npos);
    EXPECT_NE(message_of(folder.path() / std::string(300, 'x')).find("shorter name"), std::string::npos);
}

TEST(CreateFolder, RefusesAFileInTheWay)
{
    TemporaryFolder const folder;
    put_bytes(folder.path() / "results", "a file");

    EXPECT_THROW(create_folder(folder.path() / "results"), InputError);
    EXPECT_THROW(create_folder(folder.path() / "results" / "tables"), InputError);
    EXPECT_NO_THROW(create_folder(folder.path() / "a" / "b"));
    EXPECT_NO_THROW(create_folder(folder.path() / "a" / "b"));
}

}  // namespace
}  // namespace minimasim
