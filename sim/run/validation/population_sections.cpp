#include "sim/run/validation/population_sections.hpp"

#include <algorithm>

#include "sim/population/evidence/provenance.hpp"
#include "sim/population/panel/panel.hpp"
#include "sim/population/plausibility.hpp"
#include "sim/population/profiles/profile_draw.hpp"
#include "sim/report/population_columns.hpp"
#include "sim/report/population_tables.hpp"
#include "sim/run/validation/threshold_distance.hpp"
#include "sim/run/validation/validation_answers.hpp"

namespace minimasim::run {

namespace {

// Nine in ten, as a 90 % interval would hold: a national figure need not be Assen's.
constexpr double least_of_panel = 0.9;
constexpr std::size_t most_examples = 20;  // of impossible households

std::string key_of(std::string name)
{
    for (char& c : name) {
        c = c == ' ' ? '_' : c;
    }
    name.erase(std::remove(name.begin(), name.end(), '%'), name.end());
    while (!name.empty() && name.back() == '_') {
        name.pop_back();
    }
    return name;
}

ValidationSection impossible_section(population::Population const& population)
{
    ValidationSection section{"impossible", "Impossible households", {}, {}, {}};
    auto const faults = population::impossible_households(population);
    section.rows.push_back(accepted_row("population.impossible_households",
                                        static_cast<double>(faults.size()), 0, 0,
                                        text_of("of %.0f, by a checker that shares no code with the builder",
                                                static_cast<double>(population.size()))));
    for (std::size_t i = 0; i < std::min(faults.size(), most_examples); ++i) {
        section.rows.push_back(
            stated_row("population.impossible." + std::to_string(i + 1), "internal", faults[i]));
    }
    return section;
}

ValidationSection panel_section(Workspace const& workspace, population::Population const& population)
{
    ValidationSection section{
        "panel",
        "Plausibility panel",
        {"national figures; each should be within a tenth, a share within one point. What "
         "is fitted shows internal consistency only, what is independent is not used"},
        {},
        {}};
    auto const rows = population::measure_panel(
        population::read_panel(workspace.folders.data / "margins" / "panel.csv"), population);
    std::size_t met = 0;
    std::size_t judged = 0;
    std::size_t independent = 0;
    std::size_t independent_met = 0;
    for (auto const& figure : rows) {
        ValidationRow row;
        row.key = "panel." + figure.figure.key;
        row.role = "panel";
        row.published = figure.figure.published;
        row.low = figure.low;
        row.high = figure.high;
        row.model = figure.model;
        row.reason = figure.figure.description + " (" + figure.figure.geography + ", " + figure.figure.year +
                     "; " + (figure.figure.is_fitted ? "fitted" : "independent") + ")";
        if (!figure.figure.is_judged) {
            section.rows.push_back(std::move(row));
            continue;
        }
        row.ok = figure.is_met();
        ++judged;
        met += figure.is_met() ? 1 : 0;
        independent += figure.figure.is_fitted ? 0 : 1;
        independent_met += !figure.figure.is_fitted && figure.is_met() ? 1 : 0;
        (figure.is_met() ? section.details : section.rows).push_back(std::move(row));
    }
    section.rows.insert(section.rows.begin(),
                        targeted_row("panel.outside_tolerance", static_cast<double>(judged - met), 0, 0,
                                     "figures; all of them should be within tolerance"));
    double const share = judged == 0 ? 1 : static_cast<double>(met) / static_cast<double>(judged);
    section.rows.insert(
        section.rows.begin(),
        accepted_row(
            "panel.within_tolerance", share, least_of_panel, 1,
            text_of("%.0f of %.0f figures, ", static_cast<double>(met), static_cast<double>(judged)) +
                text_of("%.0f of %.0f of those that nothing is fitted to; those outside stand below",
                        static_cast<double>(independent_met), static_cast<double>(independent))));
    return section;
}

ValidationSection threshold_section(population::Population const& population, DatedPolicy const& policy)
{
    ValidationSection section{
        "thresholds",
        "Households within 2 % of a legal limit",
        {"where many stand near a limit, a small error of an amount decides who is entitled; shown only"},
        {},
        {}};
    for (auto const& limit : threshold_distances(population, policy)) {
        section.rows.push_back(
            measured_row("threshold." + key_of(limit.name), "shown", limit.share,
                         text_of("%.0f households, %.0f of them at or below the limit",
                                 static_cast<double>(limit.households), static_cast<double>(limit.below))));
    }
    return section;
}

// Shares as they stand in the population; what the descriptions imply is worked out on a copy.
ValidationSection profile_section(Workspace const& workspace, population::Population const& population,
                                  std::uint64_t seed)
{
    ValidationSection section{"profiles",
                              "Resident profiles",
                              {"only an order is published; shares are what the descriptions imply, moved as "
                               "little as that order asks"},
                              {},
                              {}};
    population::PerProfile drawn{};
    double adults = 0;
    auto const& persons = population.persons;
    constexpr int adult = 18;
    for (std::size_t j = 0; j < persons.size(); ++j) {
        if (persons.age[j] >= adult) {
            drawn[static_cast<std::size_t>(persons.profile[j])] += 1;
            adults += 1;
        }
    }
    population::EnsembleMember const member{seed, population.member, {}};
    auto copy = population;
    auto const report = population::draw_profiles(
        workspace.evidence, population::AssumedValues(workspace.evidence.assumptions, member), member, copy);
    for (std::size_t k = 0; k < drawn.size(); ++k) {
        section.rows.push_back(
            measured_row("profile.share." + std::string(report::words_of_profile[k]), "shown",
                         drawn[k] / std::max(1.0, adults),
                         text_of("share of adults; %.4f by the descriptions alone, %.4f by the order too",
                                 report.implied[k], report.solved[k])));
    }
    for (auto const& bound : report.bounds) {
        auto row = measured_row("profile.order." + key_of(bound.name), "internal", bound.share,
                                bound.binds ? "binds: the descriptions alone do not meet it" : "");
        row.low = bound.at_least;
        row.ok = bound.share >= bound.at_least - 1e-6;
        section.rows.push_back(std::move(row));
    }
    section.rows.push_back(measured_row("profile.overlap_bits", "shown", report.overlap_bits,
                                        "mean entropy of the memberships of an adult; 0 when all fit one"));
    section.rows.push_back(measured_row("profile.coverage", "shown", report.coverage,
                                        "adults whose likeliest class has more than half"));
    return section;
}

ValidationSection provenance_section(Workspace const& workspace)
{
    ValidationSection section{"provenance", "Where every field of the population comes from", {}, {}, {}};
    for (auto const& field : population::read_provenance(workspace.folders.data / "provenance.csv",
                                                         report::population_fields())) {
        section.rows.push_back(stated_row("provenance." + field.field, "provenance",
                                          field.kind + "; " + field.source + "; " + field.note));
    }
    return section;
}

}  // namespace

std::vector<ValidationSection> population_sections(Workspace const& workspace,
                                                   population::Population const& population,
                                                   DatedPolicy const& calibration_policy, std::uint64_t seed)
{
    return {frozen_section(workspace),
            fit_section(workspace, population, seed),
            impossible_section(population),
            panel_section(workspace, population),
            threshold_section(population, calibration_policy),
            profile_section(workspace, population, seed),
            provenance_section(workspace)};
}

std::vector<ValidationSection> validate_population(Workspace const& workspace,
                                                   population::Population const& population,
                                                   DatedPolicy const& calibration_policy, std::uint64_t seed)
{
    auto sections = population_sections(workspace, population, calibration_policy, seed);
    for (auto& section : sections) {
        for (auto& row : section.rows) {  // one population need not look like the nation to be in order
            row.role = row.key == "panel.within_tolerance" ? "target" : row.role;
        }
    }
    sections.push_back(worst_cells(sections));
    return sections;
}

}  // namespace minimasim::run
