#include "sim/forecast/terms.hpp"

#include <algorithm>

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"
#include "sim/population/evidence/assumptions.hpp"

namespace minimasim::forecast {

namespace {

std::string full_name(std::string_view process, std::string_view term)
{
    return std::string(process) + "." + std::string(term);
}

void check(input::Csv const& csv, input::Csv::Row const& row, Assumption const& assumption,
           std::vector<KnownTerm> const& known, std::vector<Problem>& problems)
{
    std::string const name = full_name(assumption.process, assumption.term);
    auto const field = std::find_if(known.begin(), known.end(), [&](KnownTerm const& term) {
        return term.process == assumption.process && term.name == assumption.term;
    });
    if (field == known.end()) {
        std::vector<std::string> names;
        for (auto const& term : known) {
            names.push_back(full_name(term.process, term.name));
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
    std::vector<KnownTerm> known;
    for (auto const& field : term_fields) {
        known.push_back({field.process, field.name, field.lowest, field.highest});
    }
    return read_assumptions(file, known);
}

std::vector<Assumption> read_assumptions(std::filesystem::path const& file,
                                         std::vector<KnownTerm> const& known_terms)
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
        check(csv, row, assumption, known_terms, problems);
        if (is_known(assumption.process, assumption.term)) {
            problems.push_back(csv.problem(row, assumption.process + "." + assumption.term +
                                                    " stands here twice; it can have one value only"));
        }
        assumptions.push_back(assumption);
    }
    for (auto const& field : known_terms) {
        if (!is_known(field.process, field.name)) {
            problems.push_back(
                {csv.file(), 0,
                 full_name(field.process, field.name) + " is missing; the forecast cannot do without it"});
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

double drawn_value(Assumption const& assumption, std::uint64_t seed, std::uint32_t replicate)
{
    auto const name = population::number_of_name(full_name(assumption.process, assumption.term));
    double const u = uniform(seed, Stream::forecast_term, 0, name, 0, replicate);
    return assumption.low + (assumption.high - assumption.low) * u;
}

Terms drawn_terms(std::vector<Assumption> const& assumptions, std::uint64_t seed, std::uint32_t replicate)
{
    Terms terms;
    for (auto const& assumption : assumptions) {
        terms.*find_term(assumption.process, assumption.term)->value =
            drawn_value(assumption, seed, replicate);
    }
    return terms;
}

}  // namespace minimasim::forecast
