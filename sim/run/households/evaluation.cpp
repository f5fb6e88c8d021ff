#include "sim/run/households/evaluation.hpp"

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"
#include "sim/input/household_checks.hpp"
#include "sim/report/household_json.hpp"
#include "sim/run/households/household_answer.hpp"

namespace minimasim::run {

namespace {

// A batch is what is worked out before anything is written: its answers stand in memory, two kilobytes each,
// or tens of kilobytes with steps.
constexpr std::size_t lines_of_batch = 8192;
constexpr std::size_t lines_of_batch_with_steps = 256;
constexpr std::size_t blocks_of_batch = 64;

// The answers to a block of lines.
struct BlockAnswers {
    std::string text;
    std::vector<std::uint64_t> wrong;
};

void append_error(std::string& out, std::uint64_t line, std::string const& id,
                  std::vector<Problem> const& problems)
{
    out += "{\"line\":" + std::to_string(line) + ",\"id\":";
    if (id.empty()) {
        out += "null";
    } else {
        report::append_json_text(out, id);
    }
    std::string all;
    for (auto const& problem : problems) {
        all += (all.empty() ? "" : " | ") + problem.what;
    }
    out += ",\"error\":";
    report::append_json_text(out, all);
    out += '}';
}

void append_values(std::string& out, report::AnswerHead const& head, HouseholdCase const& one,
                   rules::Policy const& policy)
{
    thread_local std::vector<double> values;  // both kept for their memory
    thread_local std::vector<report::TracedValue> named;
    answer(one, policy, values);
    auto const& all = answer_values();
    named.resize(all.size());
    for (std::size_t k = 0; k < all.size(); ++k) {
        named[k] = {all[k].name.c_str(), values[k], all[k].is_boolean};
    }
    report::append_answer_json(out, head, named);
}

void append_answer(std::string& out, input::HouseholdRecord const& record, Evaluation const& evaluation)
{
    bool const names_municipality = record.lines.has("municipality");
    auto const& policy = evaluation.policies.at(
        names_municipality ? record.municipality : evaluation.municipality, record.date);
    auto one = case_of(record, policy.policy.law);
    use_ex_officio(one, evaluation.ex_officio, policy.policy);
    if (!evaluation.with_steps) {
        append_values(out, {record.id, to_text(record.date), evaluation.package}, one, policy.policy);
        return;
    }
    auto traced = trace(one, policy);
    traced.id = record.id;
    traced.package = evaluation.package;
    report::append_answer_json(out, traced, evaluation.language);
}

}  // namespace

bool answer_line(std::string& out, input::Line const& line, Evaluation const& evaluation)
{
    static std::string const no_origin;
    if (line.is_too_long) {
        append_error(out, line.number, "",
                     {{no_origin, 0, "is longer than 1 MB; each household stands on a line of its own"}});
        return false;
    }
    std::vector<Problem> problems;
    auto record = input::read_household(line.text, no_origin, evaluation.limits, 1, problems);
    if (evaluation.date && problems.empty()) {
        record.date = *evaluation.date;
        input::check_household(record, evaluation.limits, problems);
    }
    auto const before = out.size();
    if (problems.empty()) {
        try {
            append_answer(out, record, evaluation);
            return true;
        } catch (InputError const& no_policy) {
            out.resize(before);
            problems = no_policy.problems();
        }
    }
    append_error(out, line.number, record.id, problems);
    return false;
}

EvaluationTally evaluate_lines(input::LineStream& lines, Evaluation const& evaluation, int threads,
                               WriteBytes const& write)
{
    EvaluationTally tally;
    auto const most = evaluation.with_steps ? lines_of_batch_with_steps : lines_of_batch;
    for (auto const* batch = &lines.next(most); !batch->empty(); batch = &lines.next(most)) {
        auto const block_size = (batch->size() + blocks_of_batch - 1) / blocks_of_batch;
        auto const blocks = split_into_blocks(batch->size(), block_size);
        auto const answered = run_in_parallel(blocks.size(), threads, [&](std::size_t block) {
            BlockAnswers answers;
            for (std::size_t i = blocks[block].begin; i < blocks[block].end; ++i) {
                if (!answer_line(answers.text, (*batch)[i], evaluation)) {
                    answers.wrong.push_back((*batch)[i].number);
                }
                answers.text += '\n';
            }
            return answers;
        });
        for (auto const& answers : answered) {
            write(answers.text);
            tally.wrong += answers.wrong.size();
            for (auto const number : answers.wrong) {
                if (tally.first_wrong.size() < EvaluationTally::most_named) {
                    tally.first_wrong.push_back(number);
                }
            }
        }
    }
    tally.lines = lines.count_lines();
    return tally;
}

std::string summary_of(EvaluationTally const& tally)
{
    std::string text = std::to_string(tally.lines) + " lines, " + std::to_string(tally.wrong) + " wrong";
    for (auto const number : tally.first_wrong) {
        text += (number == tally.first_wrong.front() ? ": line " : ", ") + std::to_string(number);
    }
    return text + (tally.wrong > tally.first_wrong.size() ? ", ..." : "");
}

}  // namespace minimasim::run
