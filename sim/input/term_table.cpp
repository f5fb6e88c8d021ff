#include "sim/input/term_table.hpp"

#include <algorithm>
#include <set>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"

namespace minimasim::input {

namespace {

std::vector<std::string> const columns{"scheme", "term", "valid_from", "value", "unit", "status", "source"};
std::vector<std::string> const statuses{"read", "derived", "recalled", "estimated", "missing"};

// The units that rules know (sim/rules/terms.hpp); a test keeps the two lists the same.
std::vector<std::string> const units{"euro",
                                     "euro_per_month",
                                     "euro_per_quarter",
                                     "euro_per_year",
                                     "euro_per_hour",
                                     "euro_per_day",
                                     "share",
                                     "years",
                                     "hours_per_month",
                                     "count",
                                     "yes_no",
                                     "euro_per_month_per_euro",
                                     "euro_per_month_per_euro_squared"};

bool holds(std::vector<std::string> const& words, std::string const& word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string joined(std::vector<std::string> const& words)
{
    std::string text;
    for (auto const& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

std::vector<std::filesystem::path> csv_files(std::filesystem::path const& file_or_folder)
{
    std::error_code fault;
    if (!std::filesystem::is_directory(file_or_folder, fault)) {
        return {file_or_folder};
    }
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(file_or_folder)) {
        if (entry.path().extension() == ".csv") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

// Reads one row; what is wrong with it goes to `problems`.
TermRow read_row(Csv const& csv, Csv::Row const& row, std::vector<Problem>& problems)
{
    TermRow term{
        csv.cell(row, "scheme"), csv.cell(row, "term"),   {},         std::nullopt, csv.cell(row, "unit"),
        csv.cell(row, "status"), csv.cell(row, "source"), csv.file(), row.line};
    auto const report = [&](std::string what) { problems.push_back(csv.problem(row, std::move(what))); };

    if (term.scheme.empty() || term.term.empty()) {
        report("a value needs the name of its scheme and of its term; without them no rule can use it");
    }
    auto const& date = csv.cell(row, "valid_from");
    if (auto const day = parse_date(date)) {
        term.valid_from = *day;
    } else {
        report("valid_from is '" + date +
               "', a day was meant (2025-07-01); it decides which value holds when");
    }
    if (!csv.is_empty(row, "value")) {
        try {
            term.value = csv.number(row, "value");
        } catch (InputError const& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }
    if (!holds(units, term.unit)) {
        report("unit '" + term.unit + "' is not known" + did_you_mean(term.unit, units) + " (" +
               joined(units) + ")");
    }
    if (!holds(statuses, term.status)) {
        report("status '" + term.status + "' is not known" + did_you_mean(term.status, statuses) + " (" +
               joined(statuses) + ")");
    } else if (csv.is_empty(row, "value") != (term.status == "missing")) {
        report(term.status == "missing"
                   ? "has a value, so its status cannot be missing"
                   : "has no value; a value that was looked for and not found has status missing");
    }
    if (term.source.find_first_not_of(" \t") == std::string::npos) {
        report("source is blank; every value names where it was read, or what was looked for");
    }
    return term;
}

std::string place(TermRow const& row)
{
    return row.file + ":" + std::to_string(row.line);
}

}  // namespace

TermTable TermTable::read(std::filesystem::path const& file_or_folder)
{
    return read(std::vector<std::filesystem::path>{file_or_folder});
}

TermTable TermTable::read(std::vector<std::filesystem::path> const& files_or_folders)
{
    TermTable table;
    std::vector<Problem> problems;
    auto const append = [&](InputError const& error) {
        problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    };
    for (auto const& file_or_folder : files_or_folders) {
        table.origin_ += (table.origin_.empty() ? "" : ", ") + file_or_folder.string();
        auto const files = csv_files(file_or_folder);
        if (files.empty()) {
            problems.push_back(
                {file_or_folder.string(), 0, "holds no .csv file with values of law or schemes"});
        }
        for (auto const& file : files) {
            try {
                auto const csv = Csv::read(file, columns);
                for (auto const& row : csv.rows()) {
                    auto const before = problems.size();
                    auto term = read_row(csv, row, problems);
                    if (problems.size() > before) {
                        continue;
                    }
                    auto& dated = table.rows_by_date_[{term.scheme, term.term}];
                    if (!dated.empty() && table.rows_[dated.begin()->second].unit != term.unit) {
                        auto const& first = table.rows_[dated.begin()->second];
                        problems.push_back(csv.problem(row, term.scheme + "." + term.term + " is in " +
                                                                term.unit + ", but in " + first.unit +
                                                                " at " + place(first)));
                    }
                    auto const [known, is_new] = dated.emplace(term.valid_from, table.rows_.size());
                    if (!is_new) {
                        problems.push_back(csv.problem(
                            row, term.scheme + "." + term.term + " from " + to_text(term.valid_from) +
                                     " stands already at " + place(table.rows_[known->second]) +
                                     "; two values for one day leave open which one holds"));
                        continue;
                    }
                    table.rows_.push_back(std::move(term));
                }
            } catch (InputError const& error) {
                append(error);
            }
        }
    }
    if (!problems.empty()) {
        throw InputError(std::move(problems));
    }
    return table;
}

std::optional<TermValue> TermTable::at(std::string_view scheme, std::string_view term, Date date) const
{
    auto const found = rows_by_date_.find(TermName{scheme, term});
    if (found == rows_by_date_.end()) {
        return std::nullopt;
    }
    auto const& dated = found->second;
    auto after = dated.upper_bound(date);
    bool is_carried = false;
    while (after != dated.begin()) {
        --after;
        auto const& row = rows_[after->second];
        if (row.value) {
            return TermValue{*row.value, row.valid_from, row.unit, is_carried ? "carried" : row.status,
                             row.source, row.file,       row.line};
        }
        is_carried = true;
    }
    return std::nullopt;
}

std::vector<TermName> TermTable::terms() const
{
    std::vector<TermName> names;
    names.reserve(rows_by_date_.size());
    for (auto const& [name, dated] : rows_by_date_) {
        names.push_back(name);
    }
    return names;
}

bool TermTable::has(std::string_view scheme, std::string_view term) const
{
    return rows_by_date_.find(TermName{scheme, term}) != rows_by_date_.end();
}

}  // namespace minimasim::input
