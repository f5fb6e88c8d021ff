#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/base/date.hpp"

namespace minimasim::input {

// A value of law or of a municipality, and where it was read.
struct TermValue {
    double value = 0;
    Date valid_from;
    std::string unit;
    std::string status;  // as in the file, or "carried" where a later value is known to be missing
    std::string source;
    std::string file;
    int line = 0;
};

// One row of a file; without a value it says that the value from this date on was looked for and not found.
struct TermRow {
    std::string scheme;
    std::string term;
    Date valid_from;
    std::optional<double> value;
    std::string unit;
    std::string status;
    std::string source;
    std::string file;
    int line = 0;
};

using TermName = std::pair<std::string, std::string>;  // scheme, term

// Dated values of schemes: scheme,term,valid_from,value,unit,status,source, one row a value.
class TermTable {
  public:
    // A file, or every .csv file of a folder in the order of their names. Throws InputError with all
    // problems.
    static TermTable read(std::filesystem::path const& file_or_folder);

    // Several of them as one table, law first and a municipality after it, for example.
    static TermTable read(std::vector<std::filesystem::path> const& files_or_folders);

    // The value on a date: the last row that has begun. Where that row has no value the last known one is
    // carried.
    std::optional<TermValue> at(std::string_view scheme, std::string_view term, Date date) const;

    // Every (scheme, term), sorted.
    std::vector<TermName> terms() const;

    bool has(std::string_view scheme, std::string_view term) const;

    // All rows: files in order, rows as they stand in the file.
    std::vector<TermRow> const& rows() const { return rows_; }

    // What was asked for, to say where a missing term should have been.
    std::string const& origin() const { return origin_; }

  private:
    std::string origin_;
    std::vector<TermRow> rows_;
    std::map<TermName, std::map<Date, std::size_t>, std::less<>> rows_by_date_;
};

}  // namespace minimasim::input
