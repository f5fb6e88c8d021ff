#include "sim/population/fit/goals.hpp"

#include <algorithm>
#include <cmath>

#include "sim/population/fit/area_goals.hpp"
#include "sim/population/fit/family_goals.hpp"

namespace minimasim::population {

namespace {

constexpr std::array<char const*, household_type_count> type_names{
    "one_person", "couple_without_children", "couple_with_children", "single_parent", "other"};
constexpr std::array<char const*, position_count> position_names{
    "child_at_home",         "living_alone", "partner_without_children",
    "partner_with_children", "lone_parent",  "other_member"};
constexpr std::array<char const*, 3> tenure_names{"owner", "rent_social", "rent_private"};
constexpr std::array<char const*, 5> class_names{"up_to_100", "up_to_110", "up_to_120", "up_to_130",
                                                 "lowest_40"};

class Builder {
  public:
    Builder(Evidence const& evidence, AssumedValues const& assumed, Reconciled const& r, double size_factor)
        : evidence_(evidence),
          assumed_(assumed),
          r_(r),
          size_factor_(size_factor),
          town_(evidence.municipality)
    {
        households_ = static_cast<double>(r.households);
        students_ = households_ * assumed("source.student_households_share");
        working_age_ = persons_between(r, 18, pension_age - 1);
        participation_scale_ = participation_scale();
    }

    void municipality(std::vector<MarginGoal>& goals) const
    {
        AreaGoals area(evidence_, assumed_, town_, goals);
        area.hard(feature::household, "private_households", "total", "total",
                  evidence_.fitted(town_, "private_households", "total", "total", 2023).value, r_.households);
        for (std::size_t g = 0; g < age_group_count; ++g) {
            area.hard(feature::age + static_cast<int>(g), "persons_in_households", "age", age_group_names[g],
                      evidence_.fitted(town_, "residents", "age", age_group_names[g], 2023).value,
                      r_.in_households[g]);
        }
        area.hard(feature::men, "persons_in_households", "sex", "men",
                  evidence_.fitted(town_, "residents", "sex", "men", 2023).value, r_.men);
        for (std::size_t t = 0; t < household_type_count; ++t) {
            area.hard(feature::type + static_cast<int>(t), "private_households", "type", type_names[t],
                      published_type(t), r_.households_by_type[t]);
        }
        sizes(area);
        five_year_ages(area);
        positions(area);
        income(area);
        tenure(area, town_, households_);
        sources(area);
    }

    void neighbourhood(std::size_t n, std::vector<MarginGoal>& goals) const
    {
        auto const& code = evidence_.neighbourhoods[n].code;
        AreaGoals area(evidence_, assumed_, code, goals);
        double const households = static_cast<double>(r_.neighbourhood_households[n]);
        area.hard(feature::household, "private_households", "total", "total",
                  evidence_.fitted(code, "private_households", "total", "total", 2022).value,
                  r_.neighbourhood_households[n]);
        for (std::size_t a = 0; a < wide_age_count; ++a) {
            area.hard(feature::wide_age + static_cast<int>(a), "persons_in_households", "age",
                      wide_age_names[a],
                      evidence_.fitted(code, "residents", "age", wide_age_names[a], 2022).value,
                      r_.neighbourhood_ages(n, a));
        }
        // Men were published to 5 for 2022; a year and institutions later they are known to about half a per
        // cent.
        auto const men = static_cast<double>(r_.neighbourhood_men[n]);
        area.firm(feature::men, "persons_in_households", "sex", "men",
                  evidence_.fitted(code, "residents", "sex", "men", 2022).value, men, 2.5 + 0.005 * men);
        tenure(area, code, households);
        composition(area, code, households);
        neighbourhood_income(area, code, households);
        neighbourhood_persons(area, code, n);
    }

  private:
    double published_type(std::size_t t) const
    {
        auto const at = [&](char const* c) {
            return evidence_.fitted(town_, "private_households", "type", c, 2020).value;
        };
        return t == 0   ? at("one_person")
               : t == 3 ? at("lone_parent")
               : t == 4 ? at("other")
                        : r_.households_by_type_unadjusted[t];
    }

    void sizes(AreaGoals& area) const
    {
        if (evidence_.is_held_out("private_households", "size")) {
            return;
        }
        for (std::size_t s = 0; s < size_names.size(); ++s) {
            double const target = r_.households_by_size[s];
            area.soft(feature::size + static_cast<int>(s), "private_households", "size", size_names[s],
                      evidence_.fitted(town_, "private_households", "size", size_names[s], 2020).value,
                      target, assumed_("errors.size") * target + std::sqrt(target) / 2);
        }
    }

    void five_year_ages(AreaGoals& area) const
    {
        for (int f = 5; f < five_year_count; ++f) {
            double const target = persons_between(r_, 5 * f, 5 * f + 4);
            area.soft(feature::five_year_age + f, "persons_in_households", "five_year_age",
                      std::to_string(5 * f) + (f == 19 ? "+" : "-" + std::to_string(5 * f + 4)), target,
                      target, assumed_("errors.five_year_age") * target + 1);
        }
    }

    void positions(AreaGoals& area) const
    {
        if (evidence_.is_held_out("persons_in_households", "position_age")) {
            return;
        }
        for (int p = 0; p < position_count; ++p) {
            auto const position = static_cast<Position>(p);
            for (int band = 0; band < five_year_count; ++band) {
                double target = 0;
                bool is_used = false;
                for (int f = 0; f < five_year_count; ++f) {
                    if (position_band(position, f) == band) {
                        target += r_.positions[static_cast<std::size_t>(p)][static_cast<std::size_t>(f)];
                        is_used = true;
                    }
                }
                if (!is_used || (position == Position::child_at_home && band < 3)) {
                    continue;  // children under 15 follow from the exact ages and the other members
                }
                area.soft(
                    feature::position + p * five_year_count + band, "persons_in_households", "position_age",
                    std::string(position_names[static_cast<std::size_t>(p)]) + ":" + std::to_string(5 * band),
                    target, target, assumed_("errors.position_age") * target + std::sqrt(target + 1) / 2);
            }
        }
    }

    // Shares of households without students; students_ of them are taken out of the whole.
    void income(AreaGoals& area) const
    {
        double const universe = households_ - students_;
        auto const at = [&](char const* attribute, char const* category) -> MarginCell const& {
            return evidence_.fitted(town_, "private_households", attribute, category, 2020);
        };
        double const change = assumed_("income.class_change_2020_2023");
        double last = 0;
        for (std::size_t c = 0; c < 3; ++c) {
            auto const& cell = at("social_minimum", class_names[c]);
            last = cell.value * change;
            area.firm(feature::up_to + static_cast<int>(c), "private_households", "social_minimum",
                      class_names[c], cell.value, last * universe, cell.rounding / 2 * universe);
        }
        double const next = last + assumed_("income.class_120_130");
        area.soft(feature::up_to + 3, "private_households", "social_minimum", "up_to_130", next,
                  next * universe, 0.0005 * universe);
        auto const& low = at("income_group", "lowest_40");
        area.firm(feature::up_to + 4, "private_households", "income_group", "lowest_40", low.value,
                  low.value * universe, low.rounding / 2 * universe);
        auto const& high = at("income_group", "highest_20");
        area.firm(feature::above_p80, "private_households", "income_group", "highest_20", high.value,
                  high.value * universe, high.rounding / 2 * universe);
        area.soft(feature::student_household, "private_households", "main_source", "student", students_,
                  students_, 0.02 * students_);
    }

    void tenure(AreaGoals& area, std::string const& code, double households) const
    {
        double sum = 0;
        for (auto const name : tenure_names) {
            sum += evidence_.fitted(code, "dwellings", "tenure", name, 2022).value;
        }
        for (std::size_t t = 0; t < 3; ++t) {
            auto const& cell = evidence_.fitted(code, "dwellings", "tenure", tenure_names[t], 2022);
            area.firm(feature::tenure + static_cast<int>(t), "dwellings", "tenure", tenure_names[t],
                      cell.value, (t == 2 ? cell.value + 1 - sum : cell.value) * households,
                      cell.rounding / 2 * households);
        }
    }

    // Persons with a benefit as main source: the published persons of 2020 at the same rate in 2023.
    double benefit_persons(char const* category) const
    {
        auto const& cell = evidence_.fitted(town_, "residents", "benefits", category, 2020);
        double now = 0;
        double then = 0;
        for (char const* age : {"20-24", "25-44", "45-64"}) {
            now += evidence_.fitted(town_, "residents", "age", age, 2023).value;
            then += evidence_.fitted(town_, "residents", "age", age, 2020).value;
        }
        return cell.value * now / then * size_factor_;
    }

    double main_source_share(std::size_t benefit) const
    {
        return benefit == 0   ? assumed_("source.assistance_change")
               : benefit == 1 ? assumed_("source.disability_main_share")
                              : assumed_("source.unemployment_main_share");
    }

    void sources(AreaGoals& area) const
    {
        for (std::size_t b = 0; b < benefit_names.size(); ++b) {
            auto const& cell = evidence_.fitted(town_, "residents", "benefits", benefit_names[b], 2020);
            double const target = benefit_persons(benefit_names[b]) * main_source_share(b);
            area.firm(feature::source + static_cast<int>(benefit_sources[b]), "residents", "benefits",
                      benefit_names[b], cell.value, target, std::max(0.002 * target, cell.rounding / 2));
        }
        double const working = working_age_ * assumed_("source.working_share");
        area.soft(feature::working, "residents", "main_source", "work", working, working, 0.005 * working);
        double const self = working * assumed_("source.self_employed_share");
        area.soft(feature::source + static_cast<int>(Source::self_employed), "residents", "main_source",
                  "self_employed", self, self, 0.02 * self);
        double sum = 0;
        for (char const* level : {"low", "middle", "high"}) {
            sum += evidence_.fitted(town_, "residents", "education", level, 2020).value;
        }
        double const persons = persons_between(r_, 15, 74);
        int e = 0;
        for (char const* level : {"low", "middle", "high"}) {
            auto const& cell = evidence_.fitted(town_, "residents", "education", level, 2020);
            double const target = cell.value / sum * persons;
            area.firm(feature::education + e++, "residents", "education", level, cell.value, target,
                      0.004 * persons);
        }
    }

    void composition(AreaGoals& area, std::string const& code, double households) const
    {
        std::array<std::pair<char const*, int>, 3> const parts{
            {{"one_person", feature::type},
             {"without_children", feature::without_children},
             {"with_children", feature::with_children}}};
        for (auto const& [name, f] : parts) {
            if (auto const* cell =
                    evidence_.find_fitted(code, "private_households", "composition", name, 2022)) {
                area.soft(f, "private_households", "composition", name, cell->value, cell->value * households,
                          assumed_("errors.neighbourhood_composition") * households);
            }
        }
    }

    void neighbourhood_income(AreaGoals& area, std::string const& code, double households) const
    {
        double const universe = households * (1 - students_ / households_);
        for (std::size_t c = 0; c < 3; ++c) {
            if (auto const* cell = evidence_.find_fitted(code, "private_households", "social_minimum",
                                                         class_names[c], 2020)) {
                area.soft(feature::up_to + static_cast<int>(c), "private_households", "social_minimum",
                          class_names[c], cell->value, cell->value * universe,
                          assumed_("errors.neighbourhood_low_income") * universe);
            }
        }
        double const error = assumed_("errors.neighbourhood_income_group") * universe;
        if (auto const* low =
                evidence_.find_fitted(code, "private_households", "income_group", "lowest_40", 2020)) {
            area.soft(feature::up_to + 4, "private_households", "income_group", "lowest_40", low->value,
                      low->value * universe, error);
        }
        if (auto const* high =
                evidence_.find_fitted(code, "private_households", "income_group", "highest_20", 2020)) {
            area.soft(feature::above_p80, "private_households", "income_group", "highest_20", high->value,
                      high->value * universe, error);
        }
    }

    void neighbourhood_persons(AreaGoals& area, std::string const& code, std::size_t n) const
    {
        for (std::size_t b = 0; b < benefit_names.size(); ++b) {
            auto const* cell = evidence_.find_fitted(code, "residents", "benefits", benefit_names[b], 2020);
            if (cell == nullptr) {
                continue;
            }
            double const town =
                evidence_.fitted(town_, "residents", "benefits", benefit_names[b], 2020).value;
            double const target =
                cell->value / town * benefit_persons(benefit_names[b]) * main_source_share(b);
            area.soft(feature::source + static_cast<int>(benefit_sources[b]), "residents", "benefits",
                      benefit_names[b], cell->value, target,
                      assumed_("errors.neighbourhood_benefits") * target + 2);
        }
        // Persons of 15 to 74 and of 18 to 66 of the neighbourhood, from its wide ages and the town's ages
        // inside them.
        double adults = 0;
        double learners = 0;
        std::array<std::array<int, 2>, wide_age_count> const ages{
            {{0, 14}, {15, 24}, {25, 44}, {45, 64}, {65, 99}}};
        for (std::size_t a = 0; a < wide_age_count; ++a) {
            double const all = persons_between(r_, ages[a][0], ages[a][1]);
            auto const here = static_cast<double>(r_.neighbourhood_ages(n, a));
            adults += here *
                      persons_between(r_, std::max(18, ages[a][0]), std::min(pension_age - 1, ages[a][1])) /
                      all;
            learners += here * persons_between(r_, std::max(15, ages[a][0]), std::min(74, ages[a][1])) / all;
        }
        if (auto const* cell = evidence_.find_fitted(code, "residents", "education_share", "hbo_wo", 2022)) {
            double const town = evidence_.fitted(town_, "residents", "education_share", "hbo_wo", 2022).value;
            double const level = evidence_.fitted(town_, "residents", "education", "high", 2020).value /
                                 (evidence_.fitted(town_, "residents", "education", "low", 2020).value +
                                  evidence_.fitted(town_, "residents", "education", "middle", 2020).value +
                                  evidence_.fitted(town_, "residents", "education", "high", 2020).value);
            area.soft(feature::education + 2, "residents", "education_share", "hbo_wo", cell->value,
                      cell->value * level / town * learners,
                      assumed_("errors.neighbourhood_education") * learners);
        }
        if (auto const* cell = evidence_.find_fitted(code, "residents", "net_participation", "total", 2022)) {
            // The published share counts all of 15 to 74, side jobs included; only its pattern over
            // neighbourhoods is used, on persons of 18 to 66 with work as main source.
            double const target = cell->value * learners * participation_scale_;
            area.soft(feature::working, "residents", "net_participation", "total", cell->value, target,
                      assumed_("errors.neighbourhood_participation") * adults);
        }
    }

    double participation_scale() const
    {
        double working = 0;
        for (std::size_t n = 0; n < evidence_.neighbourhoods.size(); ++n) {
            auto const* cell = evidence_.find_fitted(evidence_.neighbourhoods[n].code, "residents",
                                                     "net_participation", "total", 2022);
            if (cell == nullptr) {
                return 1;
            }
            double learners = 0;
            std::array<std::array<int, 2>, wide_age_count> const ages{
                {{0, 14}, {15, 24}, {25, 44}, {45, 64}, {65, 99}}};
            for (std::size_t a = 1; a < wide_age_count; ++a) {
                learners += static_cast<double>(r_.neighbourhood_ages(n, a)) *
                            persons_between(r_, ages[a][0], std::min(74, ages[a][1])) /
                            persons_between(r_, ages[a][0], ages[a][1]);
            }
            working += cell->value * learners;
        }
        return working_age_ * assumed_("source.working_share") / working;
    }

    static constexpr std::array<char const*, 3> benefit_names{"social_assistance", "disability",
                                                              "unemployment"};
    static constexpr std::array<Source, 3> benefit_sources{
        Source::social_assistance, Source::disability_benefit, Source::unemployment_benefit};
    Evidence const& evidence_;
    AssumedValues const& assumed_;
    Reconciled const& r_;
    double size_factor_;
    std::string const& town_;
    double households_ = 0;
    double students_ = 0;
    double working_age_ = 0;
    double participation_scale_ = 1;  // of all neighbourhoods, so worked out once
};

}  // namespace

MarginGoals margin_goals(Evidence const& evidence, AssumedValues const& assumed, Reconciled const& reconciled,
                         double size_factor)
{
    Builder const builder(evidence, assumed, reconciled, size_factor);
    MarginGoals goals;
    builder.municipality(goals.municipality);
    add_family_goals(evidence, assumed, reconciled, goals.municipality);
    goals.neighbourhoods.resize(evidence.neighbourhoods.size());
    for (std::size_t n = 0; n < evidence.neighbourhoods.size(); ++n) {
        builder.neighbourhood(n, goals.neighbourhoods[n]);
    }
    return goals;
}

std::vector<Goal> goals_of(std::vector<MarginGoal> const& margin_goals)
{
    std::vector<Goal> goals;
    for (auto const& g : margin_goals) {
        goals.push_back(g.goal);
    }
    return goals;
}

}  // namespace minimasim::population
