#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "bench/synthesis/archetype_country.hpp"
#include "bench/synthesis/modeller.hpp"

// Times the population core on the whole made-up country; scripts/population_speed puts the reference
// programs beside it.
namespace {

using namespace minimasim;
using namespace minimasim::synthesis;

char const* const usage =
    "usage: population_speed national THREADS     fit with wijk margins and seven national tables, then "
    "whole "
    "households\n"
    "       population_speed two-level THREADS    fit of households and persons on 20,000 archetypes\n"
    "       population_speed write FOLDER         the country as the reference programs read it\n";

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

double peak_megabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

// One figure a line, for the script to read.
void print(char const* name, double value)
{
    std::printf("%s=%.6g\n", name, value);
    std::fflush(stdout);
}

template <class T>
void write_bytes(std::filesystem::path const& file, std::vector<T> const& values)
{
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<char const*>(values.data()),
              static_cast<std::streamsize>(values.size() * sizeof(T)));
    if (!out) {
        throw std::runtime_error("cannot write " + file.string());
    }
}

void write_country(std::filesystem::path const& folder)
{
    auto const area = draw_area(whole_country());
    write_bytes(folder / "truth.i32", area.counts);
    write_bytes(folder / "seed_national.f64", area.expected_total);
    std::ofstream dimensions(folder / "dims.txt");
    dimensions << area.wijken;
    for (auto const size : category_count) {
        dimensions << ' ' << size;
    }
    dimensions << '\n';
}

void print_fit(population::FittedWeights const& fitted, double seconds)
{
    double residual = fitted.municipal_residual;
    double steps = 0;
    int unsolved = 0;
    for (auto const& fit : fitted.fits) {
        residual = std::max(residual, fit.residual);
        steps += fit.newton_steps;
        unsolved += !fit.has_converged;
    }
    print("fit_seconds", seconds);
    print("fit_sweeps", fitted.sweeps);
    print("fit_steps_per_wijk", steps / static_cast<double>(fitted.fits.size()));
    print("fit_residual", residual);
    print("fit_unsolved_wijken", unsolved);
}

population::FitOptions fit_options(int threads)
{
    population::FitOptions options;
    options.threads = threads;
    options.tolerance = 1e-6;
    return options;
}

// What whole households miss of the wijk margins and of the tables of the country, in households.
void print_misfit(Catalogue const& catalogue, Margins const& margins,
                  population::WholeHouseholds const& whole)
{
    std::vector<std::vector<double>> pairs;
    std::vector<std::vector<std::uint16_t>> indices;
    for (auto const& pair : published_pairs()) {
        pairs.emplace_back(size_of(pair), 0.0);
        indices.push_back(index_of_cells(pair));
    }
    double of_wijken = 0;
    for (std::size_t wijk = 0; wijk < whole.archetypes.size(); ++wijk) {
        std::vector<double> one_way(margins.one_way[wijk].size());
        for (auto const archetype : whole.archetypes[wijk]) {
            auto const cell = catalogue.cells[archetype];
            auto const codes = codes_of_cell(cell);
            std::size_t first = 0;
            for (std::size_t d = 0; d < attribute_count; ++d) {
                one_way[first + codes[d]] += 1;
                first += category_count[d];
            }
            for (std::size_t p = 0; p < pairs.size(); ++p) {
                pairs[p][indices[p][cell]] += 1;
            }
        }
        for (std::size_t i = 0; i < one_way.size(); ++i) {
            of_wijken += std::fabs(one_way[i] - margins.one_way[wijk][i]);
        }
    }
    double of_country = 0;
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        for (std::size_t i = 0; i < pairs[p].size(); ++i) {
            of_country += std::fabs(pairs[p][i] - margins.pairs[p][i]);
        }
    }
    print("whole_wijk_misfit", of_wijken);
    print("whole_country_misfit", of_country);
}

void time_national(int threads)
{
    Catalogue catalogue;
    Margins margins;
    {
        auto const area = draw_area(whole_country());
        catalogue = catalogue_of_cells(area.expected_total);
        margins = margins_of(area);
    }
    auto const problem = make_problem(catalogue, {&margins, all_pairs(), nullptr, {}});
    auto begin = Clock::now();
    auto const fitted = population::fit_problem(problem, fit_options(threads));
    print_fit(fitted, seconds_since(begin));
    population::WholeOptions options;
    options.threads = threads;
    begin = Clock::now();
    auto const whole = population::draw_whole_households(problem, fitted, options);
    print("whole_seconds", seconds_since(begin));
    print("whole_repairs", static_cast<double>(whole.repairs));
    print("whole_exchanges", static_cast<double>(whole.exchanges));
    print("peak_megabytes", peak_megabytes());
    print_misfit(catalogue, margins, whole);
}

void time_two_level(int threads)
{
    auto const problem = draw_archetype_country({});
    auto const begin = Clock::now();
    auto const fitted = population::fit_problem(problem, fit_options(threads));
    print_fit(fitted, seconds_since(begin));
    print("peak_megabytes", peak_megabytes());
    double inside = 0;
    double cells = 0;
    double divergence = 0;
    std::vector<double> weights;
    for (std::size_t wijk = 0; wijk < fitted.places(); ++wijk) {
        fitted.of_place(wijk, weights);
        auto const totals = population::feature_totals(problem, weights);
        for (auto const& goal : problem.places[wijk].goals) {
            if (goal.evidence_class != 'F') {
                continue;  // the number of households, met to the tolerance of the fit
            }
            bool const is_inside =
                goal.low - 1e-3 <= totals[goal.feature] && totals[goal.feature] <= goal.high + 1e-3;
            inside += is_inside;
            cells += 1;
        }
        divergence += fitted.fits[wijk].kullback_leibler;
    }
    print("fit_inside_interval", inside / cells);
    print("fit_mean_divergence", divergence / static_cast<double>(fitted.places()));
}

}  // namespace

int main(int argc, char** argv)
{
    std::string const what = argc == 3 ? argv[1] : "";
    if (what == "national") {
        time_national(std::stoi(argv[2]));
    } else if (what == "two-level") {
        time_two_level(std::stoi(argv[2]));
    } else if (what == "write") {
        write_country(argv[2]);
    } else {
        std::fputs(usage, stderr);
        return 2;
    }
    return 0;
}
