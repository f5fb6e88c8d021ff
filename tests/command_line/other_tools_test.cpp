// results.h5 in tools of others, without our documentation.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/command_line/program.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;

constexpr char const* python = "/usr/bin/python3";

// Results of a small run.
class ResultsFile : public testing::Test {
  protected:
    void SetUp() override
    {
        give_populations(folder_.path());
        auto const run = minimasim(small_run(folder_.path(), {"scenarios/limits-130.toml"}));
        ASSERT_EQ(run.exit_code, 0) << run.errors;
    }

    std::string file() const { return (folder_.path() / "results.h5").string(); }

  private:
    TemporaryFolder folder_;
};

}  // namespace

TEST_F(ResultsFile, ShowsNamesUnitsAndScenarioTextInH5dump)
{
    MINIMASIM_NEED(is_installed("h5dump"), "h5dump (hdf5-tools)");

    auto const dump = run_command({"h5dump", file()});

    ASSERT_EQ(dump.exit_code, 0) << dump.errors;
    EXPECT_THAT(dump.output,
                AllOf(HasSubstr("cost_per_year"), HasSubstr("euro_per_year"), HasSubstr("households"),
                      HasSubstr("limits-130"), HasSubstr("Alle minimaregelingen naar 130 %"),
                      HasSubstr("special_assistance.income_limit_share = 1.30"),
                      HasSubstr("GROUP \"provenance\""), HasSubstr("description")));
}

TEST_F(ResultsFile, ShowsNamesUnitsAndScenarioTextInPython)
{
    MINIMASIM_NEED(std::system((std::string(python) + " -c 'import h5py' >/dev/null 2>&1").c_str()) == 0,
                   "h5py (python3-h5py)");
    std::string const script = R"(
import h5py, sys
with h5py.File(sys.argv[1], 'r') as f:
    text = lambda x: x.decode('utf-8') if isinstance(x, bytes) else str(x)
    ids = [text(x) for x in f['packages/id']]
    assert ids == ['baseline', 'limits-130'], ids
    assert 'income_supplement.income_limit_share  = 1.30' in text(f['packages/scenario_text'][1])
    figures = f['figures'][:]
    row = [r for r in figures if text(r['package']) == 'limits-130' and text(r['outcome']) == 'cost_per_year'
           and text(r['scheme']) == '' and text(r['breakdown']) == 'total']
    assert len(row) == 1
    assert text(row[0]['unit']) == 'euro_per_year'
    assert row[0]['low'] <= row[0]['estimate'] <= row[0]['high']
    values = f['replicates/values']
    assert values.shape == (len(f['replicates/outcome']), 2, 4), values.shape
    place = [text(x) for x in f['replicates/outcome']].index('cost_per_year')
    assert abs(values[place, 1, :].mean() - row[0]['estimate']) < 0.01
    assert {'package', 'scheme', 'term', 'value', 'unit', 'status', 'source'} <= set(f['terms'].dtype.names)
    assert text(f['provenance'].attrs['municipality_name']) == 'Assen'
    assert len(text(f['provenance'].attrs['data_digest'])) == 64
    for name in ('figures', 'terms', 'packages', 'replicates', 'provenance'):
        assert 'description' in f[name].attrs, name
print('read')
)";

    auto const read = run_command({python, "-c", script, file()});

    EXPECT_EQ(read.exit_code, 0) << read.errors;
    EXPECT_EQ(read.output, "read\n");
}

}  // namespace minimasim
