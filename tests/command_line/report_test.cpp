// `minimasim report` as a user sees it: pages from results, and clear refusals of what is no results file.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "sim/report/results_file.hpp"
#include "tests/command_line/program.hpp"
#include "tests/report/example_results.hpp"
#include "tests/report/page_reader.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;

std::filesystem::path example_file(TemporaryFolder const& folder)
{
    auto const file = folder.path() / "results.h5";
    report::write_results(report::test::example_results(), file);
    return file;
}

}  // namespace

TEST(Report, WritesPagesBesideTheResults)
{
    TemporaryFolder const folder;
    auto const file = example_file(folder);

    auto const report = minimasim({"report", file.string()});

    ASSERT_EQ(report.exit_code, 0) << report.errors;
    EXPECT_THAT(names_in(folder.path()),
                testing::IsSupersetOf({"report.html", "raadsbijlage.html", "amendement-limits-130.html"}));
    auto const page = bytes_of(folder.path() / "report.html");
    EXPECT_NO_THROW(report::test::PageReader const reader(page));
    EXPECT_THAT(page, AllOf(HasSubstr("lang=\"nl\""), HasSubstr("€\u00A0550.000")));
}

TEST(Report, WritesEnglishInAnotherFolder)
{
    TemporaryFolder const folder;
    auto const file = example_file(folder);

    auto const report =
        minimasim({"report", file.string(), "-o", (folder.path() / "english").string(), "--language", "en"});

    ASSERT_EQ(report.exit_code, 0) << report.errors;
    EXPECT_THAT(bytes_of(folder.path() / "english" / "report.html"), HasSubstr("lang=\"en\""));
}

TEST(Report, RefusesWhatIsNoWholeResultsFileAndWritesNothing)
{
    TemporaryFolder const folder;
    auto const file = example_file(folder);
    auto const bytes = bytes_of(file);
    auto const title = bytes.find("Alle minimaregelingen");
    ASSERT_NE(title, std::string::npos);
    auto edited = bytes;
    edited.replace(title, 4, "<scr");
    for (std::string const& spoiled :
         {std::string(), std::string("no HDF5"), bytes.substr(0, bytes.size() / 2), edited}) {
        put_bytes(file, spoiled);

        auto const report = minimasim({"report", file.string()});

        EXPECT_EQ(report.exit_code, 2) << report.errors;
        EXPECT_THAT(report.errors, HasSubstr("results.h5"));
        EXPECT_FALSE(std::filesystem::exists(folder.path() / "report.html"));
    }
}

TEST(Report, SaysThatAnEditedFileWasChanged)
{
    TemporaryFolder const folder;
    auto const file = example_file(folder);
    auto bytes = bytes_of(file);
    bytes.replace(bytes.find("Alle minimaregelingen"), 4, "Elke");
    put_bytes(file, bytes);

    auto const report = minimasim({"report", file.string()});

    EXPECT_EQ(report.exit_code, 2);
    EXPECT_THAT(report.errors, HasSubstr("was changed after minimasim wrote it"));
}

TEST(Report, RefusesAPackageWithoutTitle)
{
    TemporaryFolder const folder;
    auto results = report::test::example_results();
    results.packages[1].title.clear();
    auto const file = folder.path() / "results.h5";
    report::write_results(results, file);

    auto const report = minimasim({"report", file.string()});

    EXPECT_EQ(report.exit_code, 2);
    EXPECT_THAT(report.errors, HasSubstr("has no title"));
}

TEST(Report, MakesTaggedPdfOrSaysHowToGetTheTool)
{
    TemporaryFolder const folder;
    auto const file = example_file(folder);

    auto const report = minimasim({"report", file.string(), "--pdf"});

    if (report.exit_code == 2) {
        EXPECT_THAT(report.errors, HasSubstr("apt-get install weasyprint"));
        EXPECT_FALSE(std::filesystem::exists(folder.path() / "report.html")) << "all files or none";
        if (std::getenv("CI") == nullptr) {
            GTEST_SKIP() << "weasyprint is not installed";
        }
    }
    ASSERT_EQ(report.exit_code, 0) << report.errors;
    for (auto const* const name : {"report.pdf", "raadsbijlage.pdf", "amendement-limits-130.pdf"}) {
        auto const bytes = bytes_of(folder.path() / name);
        EXPECT_EQ(bytes.substr(0, 5), "%PDF-");
        EXPECT_THAT(bytes, AllOf(HasSubstr("/StructTreeRoot"), HasSubstr("/MarkInfo"), HasSubstr("/Lang")));
    }
}

}  // namespace minimasim
