#include "sim/forecast/terms.hpp"

#include <algorithm>

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"
#include "sim/population/assumptions.hpp"

namespace minimasim::forecast {

namespace {

void check(input::Csv const& csv, input::Csv::Row const& row, Assumption const& assumption,
           std::vector<Problem>& problems)
{
    std::string const name = assumption.process + "." + assumption.term;
    auto const* const field = find_term(assumption.process, assumption.term);
    if (field == nullptr) {
        std::vector<std::string> names;
        for (auto const& known : term_fields) {
            names.push_back(std::string(known.process) + "." + std::string(known.name));
        }
        problems.push_back(csv.problem(row, "the forecast has no term " + name + did_you_mean(name, names) +
                                                "; it would change nothing"));
        return;
    }
    if (assumption.low < field->lowest || assumption.high > field->highest) {
        problems.push_back(csv.problem(row, "the interval of " + name + " leaves what it can be"));
    }
    if (!(assumption.low <= assumption.value && assumption.value <= assumption.high)) {
        problems.push_back(csv.problem(row, name + " lies outside its own interval"));
    }
}

}  // namespace

TermField const* find_term(std::string_view process, std::string_view name)
{
    auto const found = std::find_if(term_fields.begin(), term_fields.end(), [&](TermField const& field) {
        return field.process == process && field.name == name;
    });
    return found == term_fields.end() ? nullptr : &*found;
}

std::vector<Assumption> read_assumptions(std::filesystem::path const& file)
{
    auto const csv = input::Csv::read(
        file, {"scheme", "term", "value", "low", "high", "unit", "status", "evidence", "source"});
    std::vector<Assumption> assumptions;
    std::vector<Problem> problems;
    auto const is_known = [&](std::string_view process, std::string_view term) {
        return std::any_of(assumptions.begin(), assumptions.end(), [&](Assumption const& known) {
            return known.process == process && known.term == term;
        });
    };
    for (auto const& row : csv.rows()) {
        Assumption const assumption{
            csv.cell(row, "scheme"), csv.cell(row, "term"),     csv.number(row, "value"),
            csv.number(row, "low"),  csv.number(row, "high"),   csv.cell(row, "unit"),
            csv.cell(row, "status"), csv.cell(row, "evidence"), csv.cell(row, "source")};
        check(csv, row, assumption, problems);
        if (is_known(assumption.process, assumption.term)) {
            problems.push_back(csv.problem(row, assumption.process + "." + assumption.term +
                                                    " stands here twice; it can have one value only"));
        }
        assumptions.push_back(assumption);
    }
    for (auto const& field : term_fields) {
        if (!is_known(field.process, field.name)) {
            problems.push_back({csv.file(), 0,
                                std::string(field.process) + "." + std::string(field.name) +
                                    " is missing; the forecast cannot do without it"});
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return assumptions;
}

Terms central_terms(std::vector<Assumption> const& assumptions)
{
    Terms terms;
    for (auto const& assumption : assumptions) {
        terms.*find_term(assumption.process, assumption.term)->value = assumption.value;
    }
    return terms;
}

Terms drawn_terms(std::vector<Assumption> const& assumptions, std::uint64_t seed, std::uint32_t replicate)
{
    Terms terms;
    for (auto const& assumption : assumptions) {
        auto const name = population::number_of_name(assumption.process + "." + assumption.term);
        double const u = uniform(seed, Stream::forecast_term, 0, name, 0, replicate);
        terms.*find_term(assumption.process, assumption.term)->value =
            assumption.low + (assumption.high - assumption.low) * u;
    }
    return terms;
}

}  // namespace minimasim::forecast
