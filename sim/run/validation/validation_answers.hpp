#pragma once

#include <map>
#include <optional>
#include <string>

#include "sim/run/simulate.hpp"
#include "sim/run/uncertainty/option_differences.hpp"

namespace minimasim::run {

// What the model has to say about one key.
struct Answer {
    double value = 0;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<bool> ok;  // settled here; else by the role
    std::string reason;
};

// By the key of data/figures.csv.
using Answers = std::map<std::string, Answer>;

// A figure's estimate and interval as an answer.
Answer answer_of(outcomes::Figure const& figure);

// A total of a package, or nothing when the package was not run.
outcomes::Figure const* find_figure(outcomes::Results const& results, std::string const& package,
                                    std::string const& outcome, std::string const& scheme);

// Text with up to three numbers (printf).
std::string text_of(char const* format, double a, double b = 0, double c = 0);

// Counts and shares of the population, over the members of the ensemble.
void answer_population(Workspace const& workspace, RunOptions const& options, DatedPolicy const& policy,
                       Answers& answers);

// Users and take-up at the calibration date.
void answer_take_up(Simulation const& simulation, Answers& answers);

// The published definitions of the reach of the income supplement, which are not fitted.
void answer_take_up_checks(Simulation const& simulation, Answers& answers);

// Poverty at the calibration date.
void answer_poverty(Simulation const& simulation, Workspace const& workspace, Answers& answers);

// Budget lines, existing and new.
void answer_budgets(Simulation const& simulation, Workspace const& workspace, Answers& answers);

// The options of "de lat hoger", each difference worked out.
void answer_options(Simulation const& simulation, PublishedFigures const& published, Answers& answers);

// Published users read the other way: both partners of a couple counted.
void answer_other_reading(Workspace const& workspace, RunOptions options, Answers& answers);

// The five worked examples of the participation budget, from their printed lines.
void answer_examples(Workspace const& workspace, Answers& answers);

// Terms that stand beside a published figure as they are.
void answer_terms(Workspace const& workspace, Answers& answers);

}  // namespace minimasim::run
