#include "sim/forecast/poverty_years.hpp"

#include <cmath>

#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"

namespace minimasim::forecast {

std::vector<PublishedPoverty> read_published_poverty(std::filesystem::path const& file)
{
    auto const csv = input::Csv::read(file, {"year", "persons_in_poverty_x1000", "of_which_long_term_x1000"});
    std::string const provisional = " provisional";
    std::vector<PublishedPoverty> years;
    std::vector<Problem> problems;
    for (auto const& row : csv.rows()) {
        auto text = csv.cell(row, "year");
        bool const is_provisional = text.ends_with(provisional);
        if (is_provisional) {
            text.resize(text.size() - provisional.size());
        }
        bool const is_year = text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos;
        if (!is_year) {
            problems.push_back(csv.problem(
                row, "year is '" + csv.cell(row, "year") + "'; 2023 or '2024 provisional' was meant"));
            continue;
        }
        int const year = std::stoi(text);
        double const persons = csv.number(row, "persons_in_poverty_x1000");
        if (!years.empty() && year != years.back().year + 1) {
            problems.push_back(csv.problem(row, text + " comes after " + std::to_string(years.back().year) +
                                                    "; a back-cast stands beside every year, one by one"));
        }
        if (persons <= 0) {
            problems.push_back(csv.problem(row, text + " has no poor persons; no ratio could be taken"));
        }
        years.push_back({year, persons, is_provisional});
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return years;
}

}  // namespace minimasim::forecast
