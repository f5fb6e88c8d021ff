#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minimasim::outcomes {

// One reported figure of one package. Differences are against the baseline, paired within replicates; for the
// baseline itself they are zero. The interval holds 90 % of the replicates (5th and 95th percentile).
struct Figure {
    std::string package;  // id; the baseline comes first
    std::string outcome;  // cost_per_year, recipients, entitled, poor_persons, ...
    std::string scheme;   // "" when the outcome is not of one scheme
    std::string
        breakdown;     // "total", "neighbourhood", "profile", "household_type", "norm_band", "income_source"
    std::string cell;  // "" for a total, else the category
    std::string unit;  // euro_per_year, households, persons, children, share, ...
    double estimate = 0;  // mean over the replicates
    double low = 0;
    double high = 0;
    double difference = 0;
    double difference_low = 0;
    double difference_high = 0;
    // Standard errors of the estimate and the difference because replicates are finite; apart from the
    // intervals. NaN with one replicate.
    double monte_carlo_error = 0;
    double difference_monte_carlo_error = 0;
};

struct PackageDescription {
    std::string id;
    std::string title;  // Dutch
    std::string title_en;
    std::string question;
    std::string source;
    std::string date;                // law date, ISO
    std::string scenario_text;       // the file as read, with those it builds on
    double published_cost_euro = 0;  // shown beside the model's figure, used nowhere else
    bool has_published_cost = false;
    std::vector<std::string> changed_terms;  // "scheme.term: 1.20 -> 1.30", sorted
    std::vector<std::string> remarks;        // what the reader must know, in Dutch
    std::vector<std::string> remarks_en;     // the same in English
    std::string decision_status;  // in_force, decided, proposal, option, variant, thought_experiment; or ""
    std::string decision_date;    // of that status, ISO 8601: a year, a month or a day; or ""
    std::string cover;            // what pays for it, in Dutch; "" where nothing is stated
    std::string cover_en;
};

// A value the figures rest on.
struct TermRow {
    std::string package;  // "baseline", or the package that changes it
    std::string scheme;
    std::string term;
    double value = 0;
    std::string unit;
    std::string valid_from;
    std::string status;  // read, derived, recalled, estimated, carried, package
    std::string source;
};

// One number per package, replicate and outcome: what the intervals are made of. Values in column-major
// order: value(package p, replicate r, outcome o) = values[(o * packages + p) * replicates + r].
struct ReplicateTable {
    std::vector<std::string> outcomes;  // "cost_per_year/income_supplement", "poor_persons", ...
    std::vector<std::string> units;
    std::size_t packages = 0;
    std::size_t replicates = 0;
    std::vector<double> values;
};

// Only what determines the numbers. Time, host, threads, paths and command line go to run.json.
struct Provenance {
    std::string program_version;
    std::string municipality;  // "GM0106"
    std::string municipality_name;
    std::string calibration_date;
    std::string data_digest;        // SHA-256 over the data files, in path order
    std::string population_digest;  // SHA-256 over the population members
    std::string scenario_digest;
    std::uint64_t seed = 0;
    std::uint32_t replicates = 0;
    std::uint32_t members = 0;
    std::string held_sources;      // of uncertainty, at their central value; names with commas, "" for none
    std::string reading_of_users;  // "printed", or "other" where a source leaves the unit of users open
};

// One row of the validation of the population that the figures rest on (its first member). Numbers are NaN
// where there is none.
struct ValidationFigure {
    std::string section;
    std::string key;
    std::string role;  // acceptance, internal, panel, worst, provenance, ...
    std::string ok;    // yes, no, or "" where nothing is judged
    std::string reason;
    double published = 0;
    double low = 0;
    double high = 0;
    double model = 0;
};

// What one change of a package does to households, against the baseline: counted household by household in a
// few replicates, in households of the mean replicate. Who is touched is entitled to, receives or is granted
// something else than in the baseline.
struct LintRow {
    std::string package;
    std::string change;     // "scheme.term: 1.20 -> 1.30" with nothing else changed; "" for the whole package
    std::string direction;  // what it is meant as: improvement, restriction, mixed, unclear, nothing
    std::string finding;    // what the reader should look at, in English; "" for nothing
    std::string losers;     // of which types the losers are: "single_parent 12, one_person 3"
    double touched_households = 0;
    double entitled_households = 0;    // entitled to other schemes than before
    double recipients_households = 0;  // receive other schemes than before
    double amount_households = 0;      // are granted another amount a year
    double gaining_households = 0;     // more a year, all schemes together
    double losing_households = 0;      // less a year
    double loss_euro_per_year = 0;     // of those who lose, together
    double no_longer_entitled_households = 0;
};

// How much of the variance of an outcome comes from a source of uncertainty: grouped Sobol indices.
struct VarianceRow {
    std::string package;
    std::string outcome;
    std::string unit;
    std::string source;
    double first = 0;  // share by itself
    double first_low = 0;
    double first_high = 0;
    double total = 0;  // share with all that goes with others
    double total_low = 0;
    double total_high = 0;
    double standard_deviation = 0;  // of the outcome, all sources together
};

// An outcome with one uncertain input at the ends of its interval and all others central.
struct TornadoRow {
    std::string package;
    std::string outcome;
    std::string unit;
    std::string input;
    double input_low = 0;
    double input_high = 0;
    double central = 0;  // the outcome with all inputs central
    double at_low = 0;
    double at_high = 0;
};

// Elementary effects of an uncertain input over its interval (Morris).
struct ScreeningRow {
    std::string package;
    std::string outcome;
    std::string unit;
    std::string input;
    double mean = 0;
    double mean_absolute = 0;       // mu*: how much it matters
    double standard_deviation = 0;  // how much that depends on the other inputs
};

// A fixed household that shows what packages do to somebody.
struct ExampleHousehold {
    std::string id;
    std::string title;  // Dutch
    std::string title_en;
};

// One value of an example household under one package, everybody claiming what they are entitled to.
struct ExampleValue {
    std::string package;
    std::string household;  // id
    std::string value;      // as in the answers of `household`: disposable_income_per_month, ...
    std::string unit;
    double number = 0;
};

// A point of the budget curve of an example household under one package: what is left of a wage.
struct CurvePoint {
    std::string package;
    std::string household;  // id
    double wage_per_year = 0;
    double disposable_income_per_year = 0;  // with the cash of the municipality
    double municipal_support_per_year = 0;  // cash and in kind
};

// How a scheme or measure stands in the budget of the municipality.
struct BudgetLine {
    std::string scheme;
    std::string dutch_name;
    std::string english_name;
    std::string task_field;  // number of the BBV task field (taakveld): "6.3"
    std::string task_field_name;
    std::string duration;     // structural, incidental
    std::string last_day;     // of an incidental line, ISO 8601; "" where none is known
    std::string payer;        // municipality, state, water_board, province, partner
    std::string budget_line;  // existing or new in the policy note; "" where it is not in it
    std::string source;
    double budget_euro_per_year = 0;  // as published; NaN where nothing was
};

// A year of a budget at constant policy, with the prices by which its amounts rise.
struct BudgetYear {
    double year = 0;
    double price_index = 1;  // against the first year
    std::string status;      // of the index path; carried where it has no such year
    std::string source;
};

// A published figure beside what the model makes of it.
struct PublishedFigure {
    std::string key;
    std::string role;  // calibrate, check, compare, margin, identity
    std::string unit;
    std::string year;
    std::string source;
    std::string reason;  // why the two differ, or why nothing is judged
    double published = 0;
    double low = 0;  // of what was published; NaN where there is none
    double high = 0;
    double model = 0;  // NaN where the model says nothing
    double model_low = 0;
    double model_high = 0;
};

// Everything `results.h5` holds.
struct Results {
    std::vector<PackageDescription> packages;
    std::vector<Figure> figures;
    ReplicateTable replicates;
    std::vector<TermRow> terms;
    std::vector<ValidationFigure> validation;
    Provenance provenance;
    std::vector<LintRow> lint;
    std::vector<VarianceRow> variance;  // these three when asked for
    std::vector<TornadoRow> tornado;
    std::vector<ScreeningRow> screening;
    std::vector<ExampleHousehold> examples;
    std::vector<ExampleValue> example_values;
    std::vector<CurvePoint> curves;
    std::vector<BudgetLine> budget_lines;
    std::vector<BudgetYear> budget_years;
    std::vector<PublishedFigure> published;
    std::string borders;  // GeoJSON of the neighbourhoods, with where it is from; "" where none are known
    std::string what_if;  // bytes from which the page of the report works out packages; "" where left out
};

}  // namespace minimasim::outcomes
