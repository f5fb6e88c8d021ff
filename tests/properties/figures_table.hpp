#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>

#include "sim/input/csv.hpp"
#include "tests/command_line/program.hpp"

namespace minimasim::test {

// tables/figures.csv of a run: rows by "package/outcome/scheme/breakdown/cell".
class FiguresTable {
  public:
    explicit FiguresTable(std::filesystem::path const& results)
        : csv_(input::Csv::read(results / "tables" / "figures.csv"))
    {
        for (auto const& row : csv_.rows()) {
            rows_[key(csv_.cell(row, "package"), csv_.cell(row, "outcome"), csv_.cell(row, "scheme"),
                      csv_.cell(row, "breakdown"), csv_.cell(row, "cell"))] = &row;
        }
    }
    FiguresTable(FiguresTable const&) = delete;
    FiguresTable& operator=(FiguresTable const&) = delete;

    // The estimate of a total; 0 and a failure when there is no such row.
    double total(std::string const& package, std::string const& outcome, std::string const& scheme = "",
                 std::string const& column = "estimate") const
    {
        auto const found = rows_.find(key(package, outcome, scheme, "total", ""));
        if (found == rows_.end()) {
            ADD_FAILURE() << "no " << outcome << " " << scheme << " of " << package;
            return 0;
        }
        return csv_.number(*found->second, column);
    }

    input::Csv const& csv() const { return csv_; }
    std::map<std::string, input::Csv::Row const*> const& rows() const { return rows_; }

  private:
    static std::string key(std::string const& package, std::string const& outcome, std::string const& scheme,
                           std::string const& breakdown, std::string const& cell)
    {
        return package + "/" + outcome + "/" + scheme + "/" + breakdown + "/" + cell;
    }

    input::Csv csv_;
    std::map<std::string, input::Csv::Row const*> rows_;
};

}  // namespace minimasim::test
