#include "sim/run/validation/validate.hpp"

#include "sim/run/validation/held_out_sections.hpp"
#include "sim/run/validation/population_sections.hpp"
#include "sim/run/validation/printed_figures.hpp"
#include "sim/run/validation/validation_answers.hpp"
#include "sim/run/version.hpp"

namespace minimasim::run {

namespace {

ValidationSection header_section(Workspace const& workspace, RunOptions const& options)
{
    ValidationSection section{"header", "What is judged", {}, {}, {}};
    section.rows = {
        stated_row("header.program", "provenance", std::string("minimasim ") + program_version),
        stated_row("header.municipality", "provenance",
                   workspace.municipality.code + " " + workspace.municipality.name),
        stated_row("header.data", "provenance", "SHA-256 of the data " + workspace.data_digest),
        stated_row("header.split", "provenance",
                   "SHA-256 of the frozen split in fitted and held out " + workspace.evidence.targets.digest),
        stated_row("header.seed", "provenance", "seed " + std::to_string(options.seed)),
        stated_row("header.members", "provenance",
                   "member 0 where one population is judged; ensemble of " +
                       std::to_string(std::min(options.members, options.replicates)))};
    return section;
}

// The published figures of data/figures.csv beside the model's, in their order, and take-up.
ValidationSection figure_section(Workspace const& workspace, RunOptions const& options,
                                 DatedPolicy const& policy)
{
    auto const printed = read_printed_figures(workspace.folders.data / "figures.csv");
    auto with_effects = options;
    with_effects.works_out_take_up_effects = true;
    auto const simulation = simulate(workspace, with_effects);
    Answers answers;
    answer_population(workspace, options, policy, answers);
    answer_take_up(simulation, answers);
    answer_take_up_checks(simulation, answers);
    answer_poverty(simulation, workspace, answers);
    answer_budgets(simulation, workspace, answers);
    answer_options(simulation, published_values(printed), answers);
    answer_other_reading(workspace, options, answers);
    answer_examples(workspace, answers);
    answer_terms(workspace, answers);

    ValidationSection section{
        "figures",
        "Published figures, by the role they played",
        {"margin and calibrate are fitted and prove nothing; check and compare are not used; none decides"},
        {},
        {}};
    for (auto const& figure : printed) {
        section.rows.push_back(row_of(figure, answers));
    }
    auto const take_up = take_up_rows(simulation, workspace.take_up_evidence);
    section.rows.insert(section.rows.end(), take_up.begin(), take_up.end());
    return section;
}

}  // namespace

std::vector<ValidationSection> validate(Workspace const& workspace, RunOptions const& options)
{
    auto const policy = read_policy(workspace.terms, workspace.municipality.measures,
                                    workspace.municipality.calibration_date);
    std::vector<ValidationSection> sections{figure_section(workspace, options, policy),
                                            header_section(workspace, options)};
    Ensemble const ensemble(workspace, policy, options.seed, options.cache, 1.0, options.sources);
    for (auto& section : population_sections(workspace, ensemble.member(0), policy, options.seed)) {
        sections.push_back(std::move(section));
    }
    auto const held_out = hold_out(workspace, options, ensemble, policy);
    sections.push_back(held_out_table_section(held_out));
    sections.push_back(held_out_figure_section(held_out));
    sections.push_back(baseline_section(held_out));
    sections.push_back(coverage_section(workspace, options, ensemble, held_out));
    sections.push_back(worst_cells(sections));
    return sections;
}

}  // namespace minimasim::run
