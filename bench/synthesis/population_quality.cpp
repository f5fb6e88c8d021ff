#include <chrono>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "bench/synthesis/quality.hpp"

// Judges the population core on municipalities of a made-up country of which the truth is known.
namespace {

using minimasim::synthesis::Measure;

char const* const usage =
    "usage: population_quality [--seeds 1-10] [--members 60] [--threads 1] [--json FILE]\n"
    "  --seeds    municipalities to judge: 3, 1-10 or 1,4,7\n"
    "  --members  populations in the ensemble of each\n"
    "  --json     every figure of every seed\n";

struct Arguments {
    std::vector<std::uint64_t> seeds{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    std::uint32_t members = 60;
    int threads = 1;
    std::string json;
};

std::vector<std::uint64_t> read_seeds(std::string const& text)
{
    std::vector<std::uint64_t> seeds;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        auto const end = std::min(text.find(',', begin), text.size());
        auto const part = text.substr(begin, end - begin);
        auto const dash = part.find('-');
        auto const first = std::stoull(part.substr(0, dash));
        auto const last = dash == std::string::npos ? first : std::stoull(part.substr(dash + 1));
        for (auto seed = first; seed <= last; ++seed) {
            seeds.push_back(seed);
        }
        begin = end + 1;
    }
    return seeds;
}

Arguments read_arguments(int argc, char** argv)
{
    Arguments arguments;
    for (int i = 1; i + 1 < argc; i += 2) {
        std::string const name = argv[i];
        std::string const value = argv[i + 1];
        if (name == "--seeds") {
            arguments.seeds = read_seeds(value);
        } else if (name == "--members") {
            arguments.members = static_cast<std::uint32_t>(std::stoul(value));
        } else if (name == "--threads") {
            arguments.threads = std::stoi(value);
        } else if (name == "--json") {
            arguments.json = value;
        } else {
            throw std::invalid_argument(name);
        }
    }
    if (argc % 2 == 0) {
        throw std::invalid_argument(argv[argc - 1]);
    }
    return arguments;
}

using Measures = std::vector<std::vector<Measure>>;  // seed x measure

constexpr double usual_coverage = .95;  // above it the intervals are wide, though not yet wrong

std::string verdict_of(Measure const& measure, double overall)
{
    if (!measure.is_judged()) {
        return "";
    }
    if (!measure.is_met(overall)) {
        return "FAIL";
    }
    bool const is_wide = measure.is_coverage() && overall > usual_coverage;
    return is_wide ? "pass, wide: the ensemble varies all ten triples, this country has four" : "pass";
}

std::string limit_of(Measure const& measure)
{
    if (!measure.is_judged()) {
        return "";
    }
    char text[32];
    if (measure.is_coverage()) {
        std::snprintf(text, sizeof text, "%.2f-%.2f", measure.lowest, usual_coverage);
    } else {
        std::snprintf(text, sizeof text, "%.3f", measure.limit);
    }
    return text;
}

// One line a measure: its value in each seed, over all seeds, the sampling floor, the limit. Returns how many
// fail over all seeds.
int print_table(Arguments const& arguments, Measures const& measures)
{
    std::printf("%-60s", "seed");
    for (auto const seed : arguments.seeds) {
        std::printf(" %6llu ", static_cast<unsigned long long>(seed));
    }
    std::printf(" %7s %7s %10s\n", "all", "floor", "limit");
    int failures = 0;
    for (std::size_t i = 0; i < measures.front().size(); ++i) {
        auto const& first = measures.front()[i];
        std::printf("%-60s", first.name.c_str());
        std::vector<Measure> of_seeds;
        std::vector<double> floors;
        for (auto const& of_seed : measures) {
            auto const& measure = of_seed[i];
            char const mark = measure.is_met(measure.value) ? ' ' : measure.is_forgiven() ? '~' : '!';
            std::printf(" %6.3f%c", measure.value, mark);
            of_seeds.push_back(measure);
            floors.push_back(measure.floor);
        }
        double const overall = minimasim::synthesis::over_seeds(of_seeds);
        double const floor = minimasim::synthesis::median(floors);
        auto const verdict = verdict_of(first, overall);
        std::string const floor_text = floor > 0 ? std::to_string(floor).substr(0, 5) : "";
        std::printf(" %7.3f %7s %10s %s\n", overall, floor_text.c_str(), limit_of(first).c_str(),
                    verdict.c_str());
        failures += verdict == "FAIL";
    }
    std::printf(
        "all: median over seeds, coverages pooled. ~ outside the limit, but within three times the "
        "sampling floor or two standard errors; ! outside both\n");
    return failures;
}

void write_json(Arguments const& arguments, Measures const& measures)
{
    nlohmann::json root;
    for (std::size_t s = 0; s < measures.size(); ++s) {
        for (auto const& measure : measures[s]) {
            root[std::to_string(arguments.seeds[s])].push_back({{"name", measure.name},
                                                                {"value", measure.value},
                                                                {"limit", measure.limit},
                                                                {"lowest", measure.lowest},
                                                                {"floor", measure.floor},
                                                                {"remark", measure.remark}});
        }
    }
    std::ofstream(arguments.json) << root.dump(1) << '\n';
}

int judge(Arguments const& arguments)
{
    using Clock = std::chrono::steady_clock;
    auto const begin = Clock::now();
    auto const knowledge = minimasim::synthesis::learn_country(minimasim::synthesis::whole_country());
    std::printf("Standard deviations of log odds that the rest of the country shows\n");
    for (auto const& spread : knowledge.spreads) {
        std::printf("  %-18s between municipalities %.3f, between wijken %.3f\n",
                    minimasim::synthesis::name_of(spread.pair).c_str(), spread.municipal, spread.wijk);
    }
    Measures measures;
    for (auto const seed : arguments.seeds) {
        minimasim::synthesis::QualityOptions options;
        options.area.seed = seed;
        options.members = arguments.members;
        options.threads = arguments.threads;
        measures.push_back(judge_municipality(knowledge, options));
        std::printf("seed %llu judged after %.0f s\n", static_cast<unsigned long long>(seed),
                    std::chrono::duration<double>(Clock::now() - begin).count());
        for (auto const& measure : measures.back()) {
            if (!measure.remark.empty()) {
                std::printf("  %s: %.3f (%s)\n", measure.name.c_str(), measure.value, measure.remark.c_str());
            }
        }
        std::fflush(stdout);
    }
    int const failures = print_table(arguments, measures);
    if (!arguments.json.empty()) {
        write_json(arguments, measures);
    }
    std::printf(failures == 0 ? "Every limit is met.\n" : "%d limits are not met.\n", failures);
    return failures == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv)
{
    Arguments arguments;
    try {
        arguments = read_arguments(argc, argv);
    } catch (std::exception const&) {
        std::fputs(usage, stderr);
        return 2;
    }
    return judge(arguments);
}
