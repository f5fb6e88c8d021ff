#include "sim/forecast/people/demographic_rates.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"

namespace minimasim::forecast {

namespace {

using population::Sex;

constexpr std::array<char const*, age_process_count> process_names{
    "death", "birth", "leaving_home", "separation", "couple", "move_out", "end_of_study", "early_pension"};
constexpr std::array<char const*, 2> sex_names{"man", "woman"};

bool applies_to(std::size_t process, std::size_t sex)
{
    return process != static_cast<std::size_t>(AgeProcess::birth) ||
           sex == static_cast<std::size_t>(Sex::woman);
}

}  // namespace

double DemographicRates::operator()(AgeProcess process, Sex sex, int age) const
{
    return chances_[static_cast<std::size_t>(process)][static_cast<std::size_t>(sex)]
                   [static_cast<std::size_t>(std::clamp(age, 0, oldest_age))];
}

void DemographicRates::set(AgeProcess process, Sex sex, std::vector<AtAge> const& ages)
{
    auto& chances = chances_[static_cast<std::size_t>(process)][static_cast<std::size_t>(sex)];
    bool const by_logarithm = process == AgeProcess::death;
    for (int age = 0; age <= oldest_age; ++age) {
        auto const next = std::find_if(ages.begin(), ages.end(), [&](AtAge const& a) { return a.age > age; });
        double chance = 0;
        if (next == ages.end()) {
            chance = ages.back().chance;
        } else if (next != ages.begin()) {
            auto const& last = *std::prev(next);
            double const part = static_cast<double>(age - last.age) / (next->age - last.age);
            chance = by_logarithm && last.chance > 0 && next->chance > 0
                         ? last.chance * std::pow(next->chance / last.chance, part)
                         : last.chance + part * (next->chance - last.chance);
        }
        chances[static_cast<std::size_t>(age)] = chance;
    }
}

DemographicRates read_demographic_rates(std::filesystem::path const& file)
{
    auto const csv = input::Csv::read(file, {"process", "sex", "age", "value", "status", "source"});
    std::array<std::array<std::vector<DemographicRates::AtAge>, 2>, age_process_count> ages;
    std::vector<Problem> problems;
    for (auto const& row : csv.rows()) {
        auto const& name = csv.cell(row, "process");
        auto const& sex = csv.cell(row, "sex");
        auto const process = std::find(process_names.begin(), process_names.end(), name);
        if (process == process_names.end()) {
            problems.push_back(
                csv.problem(row, "there is no process " + name +
                                     did_you_mean(name, {process_names.begin(), process_names.end()}) +
                                     "; its rates would change nothing"));
            continue;
        }
        if (sex != "both" && std::find(sex_names.begin(), sex_names.end(), sex) == sex_names.end()) {
            problems.push_back(csv.problem(row, "sex is " + sex + "; man, woman or both was meant"));
            continue;
        }
        double const age = csv.number(row, "age");
        double const chance = csv.number(row, "value");
        if (!(chance >= 0 && chance <= 1)) {
            problems.push_back(csv.problem(row, "a chance lies between 0 and 1"));
        }
        if (age != std::floor(age) || age < 0 || age > oldest_age) {
            problems.push_back(csv.problem(row, "an age is a whole number of 0 to 110 years"));
            continue;
        }
        for (std::size_t s = 0; s < 2; ++s) {
            if (sex != "both" && sex != sex_names[s]) {
                continue;
            }
            auto& list = ages[static_cast<std::size_t>(process - process_names.begin())][s];
            if (!list.empty() && list.back().age >= age) {
                problems.push_back(csv.problem(row, "ages of a process must rise; " + name + " has had " +
                                                        std::to_string(list.back().age) + " already"));
            }
            list.push_back({static_cast<int>(age), chance});
        }
    }
    for (std::size_t p = 0; p < age_process_count; ++p) {
        for (std::size_t s = 0; s < 2; ++s) {
            if (ages[p][s].empty() && applies_to(p, s)) {
                problems.push_back({csv.file(), 0,
                                    std::string(process_names[p]) + " of " + sex_names[s] +
                                        " is missing; the forecast cannot do without it"});
            }
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    DemographicRates rates;
    for (std::size_t p = 0; p < age_process_count; ++p) {
        for (std::size_t s = 0; s < 2; ++s) {
            if (!ages[p][s].empty()) {
                rates.set(static_cast<AgeProcess>(p), static_cast<Sex>(s), ages[p][s]);
            }
        }
    }
    return rates;
}

double PopulationPath::persons(int year, double position) const
{
    auto const& [low, high] = low_and_high.at(static_cast<std::size_t>(year - first_year));
    return low + position * (high - low);
}

PopulationPath read_population_path(std::filesystem::path const& file, int from, int until)
{
    auto const csv = input::Csv::read(file, {"year", "low", "mid", "high", "status", "source"});
    PopulationPath path;
    std::vector<Problem> problems;
    for (auto const& row : csv.rows()) {
        double const year = csv.number(row, "year");
        double const low = csv.number(row, "low");
        double const mid = csv.number(row, "mid");
        double const high = csv.number(row, "high");
        if (path.low_and_high.empty()) {
            path.first_year = static_cast<int>(year);
        }
        int const expected = path.first_year + static_cast<int>(path.low_and_high.size());
        if (year != expected) {
            problems.push_back(csv.problem(row, "the path goes from " + std::to_string(expected - 1) +
                                                    " to " + csv.cell(row, "year") +
                                                    "; every year needs its row, in order"));
        }
        if (!(low > 0 && low <= mid && mid <= high)) {
            problems.push_back(
                csv.problem(row, "persons must be above zero, and the middle within its interval"));
        }
        path.low_and_high.push_back({low, high});
    }
    int const last = path.first_year + static_cast<int>(path.low_and_high.size()) - 1;
    if (problems.empty() && (path.first_year > from || last < until)) {
        problems.push_back({csv.file(), 0,
                            "the path has the years " + std::to_string(path.first_year) + " to " +
                                std::to_string(last) + "; this forecast needs " + std::to_string(from) +
                                " to " + std::to_string(until)});
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return path;
}

}  // namespace minimasim::forecast
