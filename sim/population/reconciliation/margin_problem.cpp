#include "sim/population/reconciliation/margin_problem.hpp"

#include "sim/base/draw.hpp"
#include "sim/population/attributes/attributes.hpp"
#include "sim/population/fit/municipal_patterns.hpp"
#include "sim/population/synthesis.hpp"

namespace minimasim::population {

namespace {

// The number in an area's code: WK010603 is 10603. The same for a neighbourhood in whatever order they stand.
std::uint32_t key_of(std::string const& area)
{
    std::uint32_t key = 0;
    for (char const c : area) {
        if (c >= '0' && c <= '9') {
            key = key * 10 + static_cast<std::uint32_t>(c - '0');
        }
    }
    return key;
}

// Pairs of attributes whose odds in the municipality differ from those of the nation; what its own tables
// show is fitted all the same.
std::vector<Interaction> interactions_of(Catalogue const& catalogue, double municipal, double place)
{
    constexpr int age_bands = 4;  // of the claimant: to 29, 44, 64 and over
    auto const age_band = [](Archetype const& a) {
        int const age = a.members[0].age;
        return age < 30 ? 0 : age < 45 ? 1 : age < 65 ? 2 : 3;
    };
    auto const five_year = [](Archetype const& a) { return five_year_group(a.members[0].age); };
    auto const type = [](Archetype const& a) { return static_cast<int>(a.type); };
    auto const income = [](Archetype const& a) { return static_cast<int>(a.income_class); };
    auto const tenure = [](Archetype const& a) { return static_cast<int>(a.tenure); };
    auto const source = [](Archetype const& a) { return static_cast<int>(published_source(a.main_source)); };
    constexpr int sources = 6;
    constexpr int tenures = 3;
    std::vector<Interaction> interactions;
    auto const add_pair = [&](auto const& row, int rows, auto const& column, int columns, double deviation) {
        Interaction cells;
        cells.cells = static_cast<std::uint16_t>(rows * columns);
        cells.municipal_deviation = deviation;
        cells.place_deviation = place;
        for (auto const& a : catalogue.archetypes) {
            cells.cell_of_archetype.push_back(static_cast<std::uint16_t>(row(a) * columns + column(a)));
        }
        interactions.push_back(std::move(cells));
    };
    auto const add = [&](auto const& row, int rows, auto const& column, int columns) {
        add_pair(row, rows, column, columns, municipal);
    };
    // How types go with ages in the municipality is drawn whole, as another municipality shows it.
    add_pair(type, household_type_count, five_year, five_year_count, 0);
    add(type, household_type_count, income, income_class_count);
    add(type, household_type_count, tenure, tenures);
    add(income, income_class_count, tenure, tenures);
    add(income, income_class_count, source, sources);
    add(age_band, age_bands, income, income_class_count);
    add(age_band, age_bands, tenure, tenures);
    return interactions;
}

// A member's own place of every published figure inside the interval it was printed with.
void draw_inside_intervals(std::vector<MarginGoal> const& margins, EnsembleMember const& member,
                           std::vector<Goal>& goals)
{
    constexpr double part_of_interval = 0.8;  // so that whole households and the sum of a table still fit
    for (std::size_t j = 0; j < goals.size(); ++j) {
        if (goals[j].evidence_class == 'F') {
            auto const& row = margins[j].row;
            double const u =
                uniform(member.seed, Stream::published, member.of(UncertaintySource::published_rounding),
                        number_of_name(row.area + "," + row.attribute + "," + row.category), 0, 0);
            goals[j].target += part_of_interval * (u - 0.5) * (goals[j].high - goals[j].low);
        }
    }
}

}  // namespace

FitProblem margin_problem(Evidence const& evidence, AssumedValues const& assumed, Catalogue const& catalogue,
                          MarginGoals const& goals, EnsembleMember const& member)
{
    FitProblem problem;
    problem.rows = feature_rows(catalogue.archetypes);
    problem.feature_count = feature::count;
    problem.prior = catalogue.prior;
    problem.national = national_goals(evidence, assumed);
    problem.municipality = goals_of(goals.municipality);
    for (auto const& margins : goals.neighbourhoods) {
        problem.places.push_back({key_of(margins.front().row.area), goals_of(margins)});
    }
    if (member.of(UncertaintySource::published_rounding) > 0) {
        draw_inside_intervals(goals.municipality, member, problem.municipality);
        for (std::size_t n = 0; n < problem.places.size(); ++n) {
            draw_inside_intervals(goals.neighbourhoods[n], member, problem.places[n].goals);
        }
    }
    if (member.number > 0) {
        bool const has_municipal = member.sources.varies(UncertaintySource::unpublished_interactions);
        bool const has_places = member.sources.varies(UncertaintySource::neighbourhood_terms);
        problem.interactions =
            interactions_of(catalogue, has_municipal ? assumed("interactions.municipal_deviation") : 0,
                            has_places ? assumed("interactions.neighbourhood_deviation") : 0);
        if (has_municipal) {
            problem.municipal_factors =
                factors_of_pattern(pattern_of_member(evidence, member), catalogue.archetypes);
        }
    }
    return problem;
}

MunicipalProblem::MunicipalProblem(Evidence const& evidence, EnsembleMember const& member, double size_factor)
    : assumed(evidence.assumptions, member),
      reconciled(reconcile(evidence, assumed, size_factor)),
      goals(margin_goals(evidence, assumed, reconciled, size_factor)),
      catalogue(draw_catalogue(evidence, assumed, member, catalogue_size)),
      problem(margin_problem(evidence, assumed, catalogue, goals, member))
{
}

FitOptions fit_options(EnsembleMember const& member, int threads)
{
    FitOptions options;
    options.threads = threads;
    options.seed = member.seed;
    options.member = member.of(UncertaintySource::unpublished_interactions);
    options.place_member = member.of(UncertaintySource::neighbourhood_terms);
    return options;
}

}  // namespace minimasim::population
