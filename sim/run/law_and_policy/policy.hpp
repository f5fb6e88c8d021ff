#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/date.hpp"
#include "sim/input/scenario.hpp"
#include "sim/input/term_table.hpp"
#include "sim/outcomes/results.hpp"
#include "sim/rules/policy.hpp"
#include "sim/run/law_and_policy/term_check.hpp"

namespace minimasim::run {

// A budget line without a mechanism in the model: carried as it is printed.
struct Measure {
    std::string key;
    std::string dutch_name;
    std::string english_name;
    std::string budget_line;  // existing, new, option
    std::string duration;     // structural, incidental, until 2027
    std::string payer;
};

// Law and municipal policy on one date under one package, with where every value comes from.
struct DatedPolicy {
    Date date;
    rules::Policy policy;
    std::vector<double> measure_budgets;     // euro a year, in the order of the measures
    std::vector<outcomes::TermRow> terms;    // what a package changed has status "package"
    std::vector<std::string> changed_terms;  // "scheme.term: 1.20 -> 1.30", sorted
    bool changes_law = false;                // a statutory term differs from the law in force
};

// Everything that may be set on a date, without a package. Throws InputError with every term that is missing,
// has another unit than its rule, or is out of range. After the last day of which the law is known only on
// request, with the last known values (read_law).
DatedPolicy read_policy(input::TermTable const& table, std::vector<Measure> const& measures, Date date,
                        bool allow_later = false);

// The same with a package's changes. Throws InputError, with the place in the scenario file, for every
// unknown scheme or term, every value out of range, and every value that law forbids (with the lawful
// alternatives).
DatedPolicy apply_package(DatedPolicy const& baseline, std::vector<Measure> const& measures,
                          input::Scenario const& scenario);

// Sets one numeric term by name (replications draw terms within their intervals); false when it does not
// exist.
bool set_term(rules::Policy& policy, std::string const& scheme, std::string const& term, double value);

// The value of one term by name; NaN when it does not exist.
double term_value(rules::Policy const& policy, std::string const& scheme, std::string const& term);

// The place of a term of the municipality among all of them, for who sets it often; nothing where there is no
// such term.
std::optional<std::size_t> place_of_municipal_term(std::string const& scheme, std::string const& term);

// The term at such a place.
double& municipal_term_at(rules::Policy& policy, std::size_t place);

// Multiplies every term by a factor, whole cents where it is not 1: `factor` is asked with the term's row and
// whether it belongs to national law.
void multiply_terms(DatedPolicy& dated,
                    std::function<double(outcomes::TermRow const& row, bool is_law)> const& factor);

// Every term of every section and measure, in a fixed order.
std::vector<TermRange> all_terms(DatedPolicy const& policy, std::vector<Measure> const& measures);

}  // namespace minimasim::run
