#include "sim/population/evidence/evidence.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "sim/population/evidence/collected.hpp"
#include "sim/population/evidence/evidence_checks.hpp"
#include "sim/population/population.hpp"
#include "sim/population/profiles/profile_file.hpp"

namespace minimasim::population {

namespace {

using input::Csv;
using Row = Csv::Row;

std::vector<std::string> const margin_columns{"area", "universe", "attribute", "category", "year",  "value",
                                              "unit", "rounding", "class",     "status",   "source"};

// What a cell is called apart from its year.
using Name = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;

Name name_of(MarginCell const& cell)
{
    return {cell.area, cell.universe, cell.attribute, cell.category};
}

MarginCell margin_cell(Csv const& csv, Row const& row)
{
    MarginCell cell;
    cell.area = csv.cell(row, "area");
    cell.universe = csv.cell(row, "universe");
    cell.attribute = csv.cell(row, "attribute");
    cell.category = csv.cell(row, "category");
    cell.year = static_cast<int>(csv.number(row, "year"));
    cell.value = csv.number(row, "value");
    cell.unit = csv.cell(row, "unit");
    cell.rounding = csv.number(row, "rounding");
    auto const& evidence_class = csv.cell(row, "class");
    if (evidence_class != "HARD" && evidence_class != "FIRM" && evidence_class != "SOFT") {
        throw InputError(
            {csv.problem(row, "class is \"" + evidence_class +
                                  "\" (HARD, FIRM or SOFT: it decides how exactly the fit must meet it)" +
                                  did_you_mean(evidence_class, {"HARD", "FIRM", "SOFT"}))});
    }
    cell.evidence_class = evidence_class.front();
    cell.status = csv.cell(row, "status");
    cell.source = csv.cell(row, "source");
    cell.file = csv.file();
    cell.line = row.line;
    return cell;
}

void read_margins(std::filesystem::path const& folder, Evidence& evidence, std::vector<Problem>& problems)
{
    for (char const* name : {"persons.csv", "households.csv", "dwellings.csv", "income.csv", "education.csv",
                             "debts.csv", "energy.csv"}) {
        collect(problems, [&] {
            auto const csv = Csv::read(folder / name, margin_columns);
            for (auto const& row : csv.rows()) {
                collect(problems, [&] { evidence.margins.push_back(margin_cell(csv, row)); });
            }
        });
    }
}

void read_assumptions(std::filesystem::path const& file, Evidence& evidence, std::vector<Problem>& problems)
{
    for_each_record(file, problems, [&](Csv const& csv, Row const& row) {
        Assumption a{csv.cell(row, "section"),
                     csv.cell(row, "parameter"),
                     csv.number(row, "value"),
                     csv.number(row, "low"),
                     csv.number(row, "high"),
                     csv.cell(row, "unit"),
                     csv.cell(row, "status"),
                     csv.cell(row, "source"),
                     csv.file(),
                     row.line};
        if (a.low > a.value || a.value > a.high) {
            throw InputError(
                {csv.problem(row, a.section + "." + a.parameter +
                                      ": the value lies outside its own interval low..high, from "
                                      "which the members of the ensemble are drawn")});
        }
        for (auto const& other : evidence.assumptions) {
            if (other.section == a.section && other.parameter == a.parameter) {
                throw InputError(
                    {csv.problem(row, a.section + "." + a.parameter + " stands twice, first in line " +
                                          std::to_string(other.line))});
            }
        }
        evidence.assumptions.push_back(std::move(a));
    });
}

void read_indices(std::filesystem::path const& folder, Evidence& evidence, std::vector<Problem>& problems)
{
    for (char const* name : {"index_series.csv", "rents.csv"}) {
        for_each_record(folder / name, problems, [&](Csv const& csv, Row const& row) {
            if (csv.is_empty(row, "value")) {
                return;
            }
            evidence.indices.push_back({csv.cell(row, "series"), csv.cell(row, "year"),
                                        csv.number(row, "value"), csv.file(), row.line});
        });
    }
}

}  // namespace

MarginCell const* Evidence::find(std::string_view area, std::string_view universe, std::string_view attribute,
                                 std::string_view category, int year) const
{
    Name const name{area, universe, attribute, category};
    if (order_.size() != margins.size()) {
        MarginCell const* latest = nullptr;
        for (auto const& cell : margins) {
            if (name_of(cell) == name && (year == 0 || cell.year == year) &&
                (latest == nullptr || cell.year > latest->year)) {
                latest = &cell;
            }
        }
        return latest;
    }
    int const last = year == 0 ? std::numeric_limits<int>::max() : year;
    auto const after =
        std::upper_bound(order_.begin(), order_.end(), last, [&](int wanted, std::uint32_t place) {
            auto const& cell = margins[place];
            auto const other = name_of(cell);
            return name < other || (name == other && wanted < cell.year);
        });
    if (after == order_.begin()) {
        return nullptr;
    }
    auto const& cell = margins[*(after - 1)];
    return name_of(cell) == name && (year == 0 || cell.year == year) ? &cell : nullptr;
}

void Evidence::index_margins()
{
    order_.resize(margins.size());
    std::iota(order_.begin(), order_.end(), 0U);
    // Of two cells of one name and year the first in the files comes last, so that it is the one found.
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
        auto const& left = margins[a];
        auto const& right = margins[b];
        auto const left_name = name_of(left);
        auto const right_name = name_of(right);
        return left_name != right_name   ? left_name < right_name
               : left.year != right.year ? left.year < right.year
                                         : a > b;
    });
}

MarginCell const& Evidence::cell(std::string_view area, std::string_view universe, std::string_view attribute,
                                 std::string_view category, int year) const
{
    if (auto const* found = find(area, universe, attribute, category, year)) {
        return *found;
    }
    throw ModelError("data/margins/" + municipality + " holds no " + std::string(attribute) + " = " +
                     std::string(category) + " (" + std::string(universe) + ") for " + std::string(area) +
                     (year ? " in " + std::to_string(year) : std::string()) +
                     "; the population cannot be built without it");
}

bool Evidence::is_held_out(std::string_view universe, std::string_view attribute) const
{
    if (std::find(also_hold_out.begin(), also_hold_out.end(), attribute) != also_hold_out.end()) {
        return true;
    }
    bool judges = false;
    for (auto const& row : targets.rows) {
        if (row.universe == universe && row.attribute == attribute) {
            judges = judges || row.use == TargetUse::hold_out;
            if (row.use == TargetUse::fit) {
                return false;
            }
        }
    }
    return judges;
}

MarginCell const* Evidence::find_fitted(std::string_view area, std::string_view universe,
                                        std::string_view attribute, std::string_view category, int year) const
{
    if (std::find(also_hold_out.begin(), also_hold_out.end(), attribute) != also_hold_out.end()) {
        return nullptr;
    }
    auto const* found = find(area, universe, attribute, category, year);
    if (found != nullptr && found->use != TargetUse::fit) {
        throw ModelError("the fit asks for " + found->attribute + " = " + found->category + " of " +
                         found->area + ", which the target register (data/margins/" + municipality +
                         "/targets.csv) does not give to the fit");
    }
    return found;
}

MarginCell const& Evidence::fitted(std::string_view area, std::string_view universe,
                                   std::string_view attribute, std::string_view category, int year) const
{
    if (auto const* found = find_fitted(area, universe, attribute, category, year)) {
        return *found;
    }
    auto const& published = cell(area, universe, attribute, category, year);
    throw ModelError(published.attribute + " cannot be held out: the population cannot be built without it");
}

double Evidence::index(std::string_view series, std::string_view year) const
{
    for (auto const& point : indices) {
        if (point.series == series && point.year == year) {
            return point.value;
        }
    }
    throw ModelError("data/dynamics holds no " + std::string(series) + " for " + std::string(year) +
                     "; amounts cannot be brought to that year");
}

Evidence read_evidence(std::filesystem::path const& data_folder, std::string const& municipality)
{
    Evidence evidence;
    evidence.municipality = municipality;
    auto const folder = data_folder / "margins" / municipality;
    if (!std::filesystem::is_directory(folder)) {
        std::vector<std::string> known;
        if (std::filesystem::is_directory(data_folder / "margins")) {
            for (auto const& entry : std::filesystem::directory_iterator(data_folder / "margins")) {
                if (entry.is_directory()) {
                    known.push_back(entry.path().filename().string());
                }
            }
        }
        throw InputError(folder.string(), 0,
                         "there are no margins of municipality " + municipality +
                             ", so no population can be built" + did_you_mean(municipality, known));
    }
    std::vector<Problem> problems;
    for_each_record(folder / "neighbourhoods.csv", problems, [&](Csv const& csv, Row const& row) {
        evidence.neighbourhoods.push_back({csv.cell(row, "code"), csv.cell(row, "name")});
    });
    std::sort(evidence.neighbourhoods.begin(), evidence.neighbourhoods.end(),
              [](Neighbourhood const& a, Neighbourhood const& b) { return a.code < b.code; });
    if (evidence.neighbourhoods.size() > most_neighbourhoods) {
        problems.push_back({(folder / "neighbourhoods.csv").string(), 0,
                            "lists " + std::to_string(evidence.neighbourhoods.size()) +
                                " neighbourhoods; the program counts to " +
                                std::to_string(most_neighbourhoods)});
    }
    read_margins(folder, evidence, problems);
    evidence.targets = read_target_register(folder, problems);
    evidence.index_margins();
    evidence.national = read_national_tables(data_folder / "national", problems);
    evidence.municipal_positions = read_municipal_positions(data_folder / "national", problems);
    read_assumptions(data_folder / "assumptions" / "population.csv", evidence, problems);
    evidence.profiles = read_profiles(data_folder / "profiles" / "profiles.csv", problems);
    read_indices(data_folder / "dynamics", evidence, problems);
    if (problems.empty()) {  // contradictions only mean something when everything could be read
        assign_targets(evidence.targets, evidence.margins, problems);
        check_evidence(evidence, problems);
    }
    if (!problems.empty()) {
        throw InputError(std::move(problems));
    }
    return evidence;
}

}  // namespace minimasim::population
