#include "sim/base/scratch_file.hpp"

#include <gtest/gtest.h>

#include "sim/base/error.hpp"
#include "tests/report/limited_disk.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim {
namespace {

using report::test::TemporaryFolder;

TEST(ScratchFile, GivesBackWhatWasAdded)
{
    TemporaryFolder const folder;
    ScratchFile file(folder.path());
    std::string const first = "first";
    std::string const second = "and second";

    auto const place_of_first = file.add(first.data(), first.size());
    auto const place_of_second = file.add(second.data(), second.size());
    std::string read(second.size(), ' ');
    file.read(place_of_second, read.data(), read.size());

    EXPECT_EQ(read, second);
    EXPECT_EQ(place_of_first, 0U);
    EXPECT_EQ(file.size(), first.size() + second.size());
}

TEST(ScratchFile, HasNoNameToBeLeftBehind)
{
    TemporaryFolder const folder;
    ScratchFile file(folder.path());
    file.add("x", 1);

    EXPECT_EQ(report::test::count_entries(folder.path()), 0);
}

TEST(ScratchFile, IsRefusedWithTheFolderAndWhatToDo)
{
    TemporaryFolder const folder;

    EXPECT_TRUE(report::test::is_refused_on_limited_disk(100, "make room on this disk", [&] {
        ScratchFile file(folder.path());
        std::string const bytes(1000, 'x');
        file.add(bytes.data(), bytes.size());
    }));
    EXPECT_THROW(ScratchFile(folder.path() / "no-such-folder"), InputError);
}

}  // namespace
}  // namespace minimasim
