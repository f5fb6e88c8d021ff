#include "sim/run/law_and_policy/read_law.hpp"

#include <string>
#include <vector>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/run/law_and_policy/term_check.hpp"

namespace minimasim::run {

namespace {

std::vector<std::string> terms_of(input::TermTable const& table, std::string const& scheme)
{
    std::vector<std::string> names;
    for (auto const& [of, term] : table.terms()) {
        if (of == scheme) {
            names.push_back(term);
        }
    }
    return names;
}

// Why there is no value: never given, or not yet given on this date.
Problem missing(input::TermTable const& table, std::string const& scheme, std::string const& term, Date date)
{
    std::string const name = scheme + "." + term;
    std::string const consequence = "; without it no income under this law can be worked out";
    if (!table.has(scheme, term)) {
        return {table.origin(), 0,
                name + " is missing" + did_you_mean(term, terms_of(table, scheme)) + consequence};
    }
    return {table.origin(), 0, name + " has no value on " + to_text(date) + " or before" + consequence};
}

void check_date(input::TermTable const& table, Date date, bool allow_later)
{
    if (date < law_known_from) {
        throw InputError(table.origin(), 0,
                         "the law of " + to_text(date) + " is not known; it begins with " +
                             to_text(law_known_from) + ", and earlier amounts would be invented");
    }
    if (date > law_known_until && !allow_later) {
        throw InputError(table.origin(), 0,
                         "the law of " + to_text(date) + " is not known; it was published until " +
                             to_text(law_known_until) + ". Later years can be forecast, with an index path");
    }
}

}  // namespace

rules::Law read_law(input::TermTable const& table, Date date, bool allow_later)
{
    check_date(table, date, allow_later);
    rules::Law law;
    law.rent_allowance_has_2026_form = date >= rules::rent_allowance_2026_first_date;

    std::vector<Problem> problems;
    rules::for_each_section(law, [&](std::string const& scheme, auto& terms, auto const& fields) {
        for (auto const& field : fields) {
            auto const found = table.at(scheme, field.name, date);
            if (!found) {
                problems.push_back(missing(table, scheme, field.name, date));
                continue;
            }
            check_value(*found, {scheme, field.name, field.unit, field.lowest, field.highest}, problems);
            field.of(terms) = found->value;
        }
    });
    if (!problems.empty()) {
        throw InputError(std::move(problems));
    }
    return law;
}

}  // namespace minimasim::run
