#pragma once

#include "sim/run/forecast/forecast_people.hpp"

// The people of Assen: member 0 of the ensemble, and what a year of them needs.
namespace minimasim::forecast::test {

struct Assen {
    run::Workspace workspace;
    run::PeopleInputs inputs;
    population::Population population;
    ClassOf class_of;
    Donors donors;
};

inline Assen const& assen()
{
    static Assen const example = [] {
        std::filesystem::path const source(MINIMASIM_SOURCE_DIR);
        auto workspace = run::read_workspace({source / "data", source / "scenarios"}, "GM0106");
        auto inputs = run::read_people_inputs(workspace, 2035);
        auto const policy = run::read_policy(workspace.terms, workspace.municipality.measures,
                                             workspace.municipality.calibration_date);
        auto population = run::Ensemble(workspace, policy, 1, "").member(0);
        auto class_of = run::class_of(workspace, policy, 1, 0);
        Donors donors(people_of(population), inputs.rates);
        return Assen{std::move(workspace), std::move(inputs), std::move(population), std::move(class_of),
                     std::move(donors)};
    }();
    return example;
}

inline PeopleTerms central()
{
    return central_people_terms(assen().inputs.assumptions);
}

inline PeopleModel model_of(PeopleTerms const& terms)
{
    return make_people_model(assen().donors, assen().inputs.rates, assen().inputs.path, assen().class_of,
                             terms, 2024);
}

// Everything off.
inline Processes standstill_of_people()
{
    return {false, false, false, false, false, false, false, false};
}

struct Course {
    std::vector<YearAccounts> years;
    People people;  // at the end
};

inline Course step(PeopleModel const& model, int years, Processes const& processes = {},
                   std::uint32_t replicate = 3)
{
    Address const address{1, 0, replicate};
    Course course;
    course.people = people_at_start(assen().population, model, address);
    for (int year = 2024; year < 2024 + years; ++year) {
        course.years.emplace_back();
        course.people =
            next_year(std::move(course.people), model, address, year, processes, course.years.back());
    }
    return course;
}

}  // namespace minimasim::forecast::test
