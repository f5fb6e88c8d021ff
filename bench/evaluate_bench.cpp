// Households a second of minimasim evaluate: reading a line, working it out, writing the answer, and all of
// it.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>

#include "bench/counters.hpp"
#include "sim/report/household_json.hpp"
#include "sim/run/households/evaluation.hpp"
#include "sim/run/households/household_answer.hpp"
#include "sim/run/law_and_policy/municipality.hpp"

namespace minimasim::bench {

namespace {

std::filesystem::path const data = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data";

constexpr char const* line =
    R"({"id": "h1", "date": "2024-07-01", "municipality": "GM0106", "persons": [{"age": 36, "wage_per_year": 31500}, )"
    R"({"age": 34, "wage_per_year": 9000}, {"age": 6}], "is_couple": true, "tenure": "rent_social", )"
    R"("rent_per_month": 683.8, "energy_per_month": 229, "water_per_month": 15, "local_taxes_per_year": 629, )"
    R"("liquid_assets": 2272, "years_on_low_income": 3})";

// What the command reads before its first line.
struct Bench {
    input::TermTable terms = run::read_terms(data, "GM0106");
    run::Municipality municipality = run::read_municipality(data, "GM0106");
    run::DatedPolicies policies{[this](std::string const&, Date date) {
        return run::read_policy(terms, municipality.measures, date);
    }};
    run::Evaluation evaluation{.policies = policies, .limits = run::household_limits(terms)};
};

void evaluate_read(benchmark::State& state)
{
    Bench const bench;
    for (auto _ : state) {
        benchmark::DoNotOptimize(input::read_household(line, "", bench.evaluation.limits));
    }
    count_households(state, 1);
}

void evaluate_work_out(benchmark::State& state)
{
    Bench const bench;
    auto const record = input::read_household(line, "", bench.evaluation.limits);
    auto const& policy = bench.policies.at("GM0106", record.date);
    std::vector<double> values;
    for (auto _ : state) {
        run::answer(run::case_of(record, policy.policy.law), policy.policy, values);
        benchmark::DoNotOptimize(values.data());
    }
    count_households(state, 1);
}

void evaluate_write(benchmark::State& state)
{
    Bench const bench;
    auto const record = input::read_household(line, "", bench.evaluation.limits);
    auto const& policy = bench.policies.at("GM0106", record.date);
    auto const trace = run::trace(run::case_of(record, policy.policy.law), policy);
    std::string out;
    for (auto _ : state) {
        out.clear();
        report::append_answer_json(out, {trace.id, trace.date, "baseline"}, trace.values);
        benchmark::DoNotOptimize(out.data());
    }
    count_households(state, 1);
}

void evaluate_all(benchmark::State& state, bool with_steps)
{
    Bench bench;
    bench.evaluation.with_steps = with_steps;
    std::string out;
    for (auto _ : state) {
        out.clear();
        benchmark::DoNotOptimize(run::answer_line(out, {1, line}, bench.evaluation));
    }
    count_households(state, 1);
}

BENCHMARK(evaluate_read);
BENCHMARK(evaluate_work_out);
BENCHMARK(evaluate_write);
BENCHMARK_CAPTURE(evaluate_all, values, false);
BENCHMARK_CAPTURE(evaluate_all, steps, true);

}  // namespace

}  // namespace minimasim::bench
