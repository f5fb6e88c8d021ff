#include "sim/report/results_file.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"
#include "sim/input/hdf5_writer.hpp"
#include "tests/report/example_results.hpp"
#include "tests/report/limited_disk.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::report {
namespace {

using test::bytes_of;
using test::example_results;
using test::put_bytes;
using test::TemporaryFolder;

std::string message_of(std::filesystem::path const& file)
{
    try {
        read_results(file);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

TEST(ResultsFile, GivesBackWhatWasWritten)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "results.h5";
    auto const written = example_results();

    write_results(written, file);
    auto const read = read_results(file);

    ASSERT_EQ(read.packages.size(), written.packages.size());
    for (std::size_t i = 0; i < read.packages.size(); ++i) {
        EXPECT_EQ(read.packages[i].id, written.packages[i].id);
        EXPECT_EQ(read.packages[i].title, written.packages[i].title);
        EXPECT_EQ(read.packages[i].title_en, written.packages[i].title_en);
        EXPECT_EQ(read.packages[i].question, written.packages[i].question);
        EXPECT_EQ(read.packages[i].source, written.packages[i].source);
        EXPECT_EQ(read.packages[i].date, written.packages[i].date);
        EXPECT_EQ(read.packages[i].scenario_text, written.packages[i].scenario_text);
        EXPECT_EQ(read.packages[i].published_cost_euro, written.packages[i].published_cost_euro);
        EXPECT_EQ(read.packages[i].has_published_cost, written.packages[i].has_published_cost);
        EXPECT_EQ(read.packages[i].changed_terms, written.packages[i].changed_terms);
        EXPECT_EQ(read.packages[i].remarks, written.packages[i].remarks);
    }
    ASSERT_EQ(read.figures.size(), written.figures.size());
    for (std::size_t i = 0; i < read.figures.size(); ++i) {
        auto const& a = read.figures[i];
        auto const& b = written.figures[i];
        EXPECT_EQ(a.package + a.outcome + a.scheme + a.breakdown + a.cell + a.unit,
                  b.package + b.outcome + b.scheme + b.breakdown + b.cell + b.unit);
        EXPECT_EQ(a.estimate, b.estimate);
        EXPECT_EQ(a.low, b.low);
        EXPECT_EQ(a.high, b.high);
        EXPECT_EQ(a.difference, b.difference);
        EXPECT_EQ(a.difference_low, b.difference_low);
        EXPECT_EQ(a.difference_high, b.difference_high);
        EXPECT_EQ(a.monte_carlo_error, b.monte_carlo_error);
        EXPECT_EQ(a.difference_monte_carlo_error, b.difference_monte_carlo_error);
    }
    EXPECT_EQ(read.replicates.outcomes, written.replicates.outcomes);
    EXPECT_EQ(read.replicates.units, written.replicates.units);
    EXPECT_EQ(read.replicates.packages, written.replicates.packages);
    EXPECT_EQ(read.replicates.replicates, written.replicates.replicates);
    EXPECT_EQ(read.replicates.values, written.replicates.values);
    ASSERT_EQ(read.terms.size(), written.terms.size());
    EXPECT_EQ(read.terms[1].package, "limits-130");
    EXPECT_EQ(read.terms[1].value, 1.3);
    EXPECT_EQ(read.terms[0].source, "verordening, art. 3");
    ASSERT_EQ(read.validation.size(), written.validation.size());
    EXPECT_EQ(read.validation[0].key, "population.hard.tae");
    EXPECT_EQ(read.validation[0].ok, "yes");
    EXPECT_TRUE(std::isnan(read.validation[0].published));
    ASSERT_EQ(read.lint.size(), 2U);
    EXPECT_EQ(read.lint[1].change, written.lint[1].change);
    EXPECT_EQ(read.lint[0].losers, "one_person 3");
    EXPECT_EQ(read.lint[0].loss_euro_per_year, 450.25);
    ASSERT_EQ(read.variance.size(), 1U);
    EXPECT_EQ(read.variance[0].source, "amounts");
    EXPECT_EQ(read.variance[0].total_high, 0.5);
    ASSERT_EQ(read.tornado.size(), 1U);
    EXPECT_EQ(read.tornado[0].at_high, 130);
    ASSERT_EQ(read.screening.size(), 1U);
    EXPECT_EQ(read.screening[0].standard_deviation, 7);
    EXPECT_EQ(read.provenance.seed, written.provenance.seed);
    EXPECT_EQ(read.provenance.replicates, written.provenance.replicates);
    EXPECT_EQ(read.provenance.members, written.provenance.members);
    EXPECT_EQ(read.provenance.scenario_digest, written.provenance.scenario_digest);
}

TEST(ResultsFile, GivesBackWhatTheReportShowsBesideTheFigures)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "results.h5";
    auto const written = example_results();

    write_results(written, file);
    auto const read = read_results(file);

    ASSERT_EQ(read.examples.size(), 1U);
    EXPECT_EQ(read.examples[0].id, "dennis");
    EXPECT_EQ(read.examples[0].title_en, written.examples[0].title_en);
    ASSERT_EQ(read.example_values.size(), 2U);
    EXPECT_EQ(read.example_values[1].value, "municipal_support_per_year");
    EXPECT_EQ(read.example_values[1].number, 850.5);
    ASSERT_EQ(read.curves.size(), 2U);
    EXPECT_EQ(read.curves[1].wage_per_year, 500);
    EXPECT_EQ(read.curves[1].municipal_support_per_year, 850.5);
    ASSERT_EQ(read.budget_lines.size(), 2U);
    EXPECT_EQ(read.budget_lines[1].last_day, "2027-12-31");
    EXPECT_EQ(read.budget_lines[0].task_field, "6.3");
    EXPECT_TRUE(std::isnan(read.budget_lines[1].budget_euro_per_year));
    ASSERT_EQ(read.budget_years.size(), 4U);
    EXPECT_EQ(read.budget_years[1].price_index, 1.023);
    EXPECT_EQ(read.budget_years[3].status, "carried");
    ASSERT_EQ(read.published.size(), 1U);
    EXPECT_EQ(read.published[0].reason, written.published[0].reason);
    EXPECT_EQ(read.published[0].model_high, 1500);
    EXPECT_EQ(read.borders, written.borders);
    EXPECT_EQ(read.what_if, written.what_if);
    EXPECT_EQ(read.what_if.size(), 4U);
}

TEST(ResultsFile, OfEmptyResultsCanBeRead)
{
    TemporaryFolder const folder;

    write_results({}, folder.path() / "results.h5");

    EXPECT_TRUE(read_results(folder.path() / "results.h5").figures.empty());
}

TEST(ResultsFile, HasTheSameBytesWhenWrittenAgain)
{
    TemporaryFolder const folder;

    write_results(example_results(), folder.path() / "first.h5");
    write_results(read_results(folder.path() / "first.h5"), folder.path() / "second.h5");

    EXPECT_EQ(bytes_of(folder.path() / "first.h5"), bytes_of(folder.path() / "second.h5"));
}

TEST(ResultsFile, CutShortIsRefusedWithWhatWasMeant)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "results.h5";
    write_results(example_results(), file);
    auto const whole = bytes_of(file);

    for (std::size_t const length :
         {std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{8}, std::size_t{40}, std::size_t{96},
          whole.size() / 4, whole.size() / 2, whole.size() - 1}) {
        put_bytes(file, whole.substr(0, length));

        auto const message = message_of(file);

        EXPECT_NE(message.find("results.h5: is "), std::string::npos) << length << ": " << message;
        EXPECT_NE(message.find("results file of minimasim run"), std::string::npos)
            << length << ": " << message;
    }
}

// Nothing that stands in a damaged file may stop the program; what cannot be seen to be wrong may be read.
TEST(ResultsFile, DamagedAnywhereIsReadOrRefused)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "results.h5";
    write_results(example_results(), file);
    auto const whole = bytes_of(file);

    for (std::size_t place = 0; place < whole.size(); place += 61) {
        auto damaged = whole;
        damaged[place] = static_cast<char>(damaged[place] ^ 0xFF);
        put_bytes(file, damaged);

        EXPECT_NO_FATAL_FAILURE(message_of(file)) << place;
    }
}

TEST(ResultsFile, LeavesTheOldOneOnAFullDisk)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "results.h5";
    put_bytes(file, "old");

    EXPECT_TRUE(test::is_refused_on_limited_disk(5000,
                                                 "results.h5: cannot be written in full: File too large",
                                                 [&] { write_results(example_results(), file); }));

    EXPECT_EQ(bytes_of(file), "old");
    EXPECT_EQ(test::count_entries(folder.path()), 1);
}

TEST(ResultsFile, OfAnotherKindIsNamed)
{
    TemporaryFolder const folder;
    auto const text = folder.path() / "text.h5";
    put_bytes(text, "package,outcome,estimate\nbaseline,cost_per_year,6917000\n");

    EXPECT_NE(message_of(text).find("is not an HDF5 file"), std::string::npos);
    EXPECT_NE(message_of(folder.path()).find("is a folder"), std::string::npos);
    EXPECT_NE(message_of(folder.path() / "absent.h5").find("cannot be opened: No such file"),
              std::string::npos);
}

TEST(ResultsFile, OfAnotherProgramOrVersionIsNamed)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "results.h5";
    input::Hdf5Writer foreign;
    foreign.write("/x", std::vector<double>{1, 2, 3});
    write_file(file, foreign.finish());
    EXPECT_NE(message_of(file).find("minimasim did not write"), std::string::npos);

    input::Hdf5Writer later;
    later.set_attribute("/", "program", "minimasim");
    later.set_attribute("/", "kind", "minimasim results");
    later.set_attribute("/", "format_version", "5");
    write_file(file, later.finish());
    EXPECT_NE(message_of(file).find("has format version 5, this program reads version 4"), std::string::npos);
}

}  // namespace
}  // namespace minimasim::report
