#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/population/attributes/draft.hpp"
#include "sim/population/reconciliation/reconcile_steps.hpp"
#include "sim/population/reconciliation/reconciliation.hpp"

namespace minimasim::population {

namespace {

constexpr int type_count = household_type_count;

struct Estimate {
    double value = 0;
    double deviation = 0;
};

// Households of a type from persons in a position; the errors of the cells are taken as independent.
Estimate from_positions(Reconciled const& r, Position position, int persons_per_household, double error)
{
    Estimate estimate;
    double squares = 0;
    for (double const cell : r.positions[static_cast<std::size_t>(position)]) {
        estimate.value += cell / persons_per_household;
        squares += cell * cell;
    }
    estimate.deviation = error * std::sqrt(squares) / persons_per_household;
    return estimate;
}

// National growth from 2020 to 2023 of persons in a position.
double national_growth(Evidence const& evidence, Position position)
{
    auto const column = national_columns[static_cast<std::size_t>(position)];
    return national_sum(evidence.national.positions_2023, column, 0, oldest_age) /
           national_sum(evidence.national.positions_2020, column, 0, oldest_age);
}

class HouseholdsProblem {
  public:
    HouseholdsProblem(Evidence const& evidence, AssumedValues const& assumed, double size_factor,
                      Reconciled const& r)
        : evidence_(evidence),
          assumed_(assumed),
          r_(r),
          size_factor_(size_factor),
          town_(evidence.municipality),
          widest_change_(assumed("checks.households_change"))
    {
        add_total();
        add_types();
        add_composition();
        if (!evidence.is_held_out("private_households", "size")) {
            add_sizes();
        }
    }

    // Solves, and fills in the households of the municipality.
    void solve_into(Reconciled& r) const
    {
        auto const solved = reconciled_or_refused(problem_);
        auto const& x = solved.values;
        r.households = static_cast<std::int64_t>(std::floor(x[total_] + 0.5));
        std::vector<double> types;
        for (std::size_t t = 0; t < types_.size(); ++t) {
            r.households_by_type_unadjusted[t] = problem_.unknowns()[types_[t]].midpoint;
            types.push_back(x[types_[t]]);
        }
        auto const whole = rounded_to_sum(types, r.households);
        std::copy(whole.begin(), whole.end(), r.households_by_type.begin());
        for (std::size_t s = 0; s < sizes_.size(); ++s) {
            r.households_by_size[s] = x[sizes_[s]];
        }
        report(x, r.report);
    }

  private:
    MarginCell const& published(char const* attribute, char const* category) const
    {
        return evidence_.fitted(town_, "private_households", attribute, category, 2020);
    }

    // Rows of the report of cells that were moved: which unknowns stand for the cell, and its interval.
    struct Moved {
        std::vector<MarginCell const*> cells;
        std::vector<std::size_t> unknowns;
        double low;
        double high;
        bool is_share;  // of all households
    };

    void add_total()
    {
        auto const& cell = evidence_.fitted(town_, "private_households", "total", "total", 2023);
        double const low = cell.lowest() * size_factor_;
        double const high = cell.highest() * size_factor_;
        // A number anywhere in an interval of this width has this standard deviation.
        total_ = problem_.add("households", cell.value * size_factor_,
                              cell.rounding * size_factor_ / std::sqrt(12.0));
        problem_.require(
            {"households of " + town_ + " in 2023", {{total_, 1}}, low, high, cell.file, cell.line});
        moved_.push_back({{&cell}, {total_}, low, high, false});
    }

    // Households of 2020 cannot have changed by more than a wide bound beside the national change.
    void bound(std::vector<MarginCell const*> const& cells, std::vector<std::size_t> const& unknowns)
    {
        Statement statement;
        double midpoint = 0;
        for (auto const unknown : unknowns) {
            statement.terms.push_back({unknown, 1});
            midpoint += problem_.unknowns()[unknown].midpoint;
        }
        for (auto const* cell : cells) {
            statement.name += (statement.name.empty() ? cell->attribute + " = " : " and ") + cell->category;
        }
        statement.name += " of " + town_ +
                          ", moved from 2020 to 2023 with the wide bound checks.households_change of "
                          "data/assumptions";
        statement.low = (1 - widest_change_) * midpoint;
        statement.high = (1 + widest_change_) * midpoint;
        statement.file = cells.front()->file;
        statement.line = cells.front()->line;
        moved_.push_back({cells, unknowns, statement.low, statement.high, false});
        problem_.require(std::move(statement));
    }

    std::array<Estimate, type_count> types() const
    {
        double const error = assumed_("errors.position_age");
        double const other = published("type", "other").value *
                             evidence_.national.other_households_change_2020_2023 * size_factor_;
        std::array<Estimate, type_count> result;
        if (evidence_.is_held_out("persons_in_households", "position_age")) {
            // From the published types; couples are split with the national share that has children.
            auto const moved = [&](double households, Position position) {
                return households * national_growth(evidence_, position) * size_factor_;
            };
            double const couples =
                published("type", "unmarried_couple").value + published("type", "married_couple").value;
            auto const national = [&](Position position) {
                return national_sum(evidence_.national.positions_2020,
                                    national_columns[static_cast<std::size_t>(position)], 0, oldest_age);
            };
            double const with = national(Position::partner_with_children);
            double const share = with / (with + national(Position::partner_without_children));
            result[0].value = moved(published("type", "one_person").value, Position::living_alone);
            result[1].value = moved(couples * (1 - share), Position::partner_without_children);
            result[2].value = moved(couples * share, Position::partner_with_children);
            result[3].value = moved(published("type", "lone_parent").value, Position::lone_parent);
            for (auto& estimate : result) {
                estimate.deviation = error * estimate.value;
            }
        } else {
            result[0] = from_positions(r_, Position::living_alone, 1, error);
            result[1] = from_positions(r_, Position::partner_without_children, 2, error);
            result[2] = from_positions(r_, Position::partner_with_children, 2, error);
            result[3] = from_positions(r_, Position::lone_parent, 1, error);
        }
        result[4] = {other, error * other};
        return result;
    }

    void add_types()
    {
        std::array<char const*, type_count> const names{"one-person households", "couples without children",
                                                        "couples with children", "single parents",
                                                        "other households"};
        auto const estimates = types();
        for (std::size_t t = 0; t < estimates.size(); ++t) {
            types_.push_back(
                problem_.add(names[t], estimates[t].value, std::max(estimates[t].deviation, 0.3)));
            problem_.require({std::string("there are not fewer than no ") + names[t],
                              {{types_[t], 1}},
                              0,
                              std::numeric_limits<double>::infinity(),
                              "",
                              0});
        }
        bound({&published("type", "one_person")}, {types_[0]});
        bound({&published("type", "unmarried_couple"), &published("type", "married_couple")},
              {types_[1], types_[2]});
        bound({&published("type", "lone_parent")}, {types_[3]});
        problem_.require_sum("the types add up to all households", types_, total_);
    }

    // Shares of 2020 hold in 2023 as well.
    void add_composition()
    {
        struct Group {
            char const* category;
            std::vector<std::size_t> types;
        };
        std::array<Group, 3> const groups{{{"one_person", {types_[0]}},
                                           {"without_children", {types_[1], types_[4]}},
                                           {"with_children", {types_[2], types_[3]}}}};
        constexpr double margin = 1e-4;  // of a share: whole households must stay inside too
        for (auto const& group : groups) {
            auto const* cell =
                evidence_.find_fitted(town_, "private_households", "composition", group.category, 2020);
            if (cell == nullptr) {
                continue;
            }
            std::string const name =
                "composition = " + std::string(group.category) + " of " + town_ + ", households ";
            Statement below{name + "above the lower limit of the share", {},         0,
                            std::numeric_limits<double>::infinity(),     cell->file, cell->line};
            Statement above{name + "above the upper limit of the share",
                            {},
                            -std::numeric_limits<double>::infinity(),
                            0,
                            cell->file,
                            cell->line};
            for (auto const type : group.types) {
                below.terms.push_back({type, 1});
                above.terms.push_back({type, 1});
            }
            below.terms.push_back({total_, -(cell->lowest() + margin)});
            above.terms.push_back({total_, -(cell->highest() - margin)});
            problem_.require(std::move(below));
            problem_.require(std::move(above));
            moved_.push_back({{cell}, group.types, cell->lowest(), cell->highest(), true});
        }
    }

    // Households by size, and the persons that live in them.
    void add_sizes()
    {
        double const error = assumed_("errors.size");
        std::vector<std::size_t> all{types_[0]};
        std::vector<Term> persons{{types_[0], 1}};
        for (std::size_t s = 0; s < size_names.size(); ++s) {
            auto const& cell = published("size", size_names[s]);
            double const value = cell.value * evidence_.national.size_change_2020_2023[s] * size_factor_;
            sizes_.push_back(problem_.add(size_names[s], value, error * value + std::sqrt(value) / 2 + 0.3));
            bound({&cell}, {sizes_[s]});
            all.push_back(sizes_[s]);
            persons.push_back({sizes_[s], static_cast<double>(s + 2)});
        }
        problem_.require_sum("the sizes add up to all households", all, total_);
        // Households of five and more hold 5.05 to 5.92 persons in the 355 municipalities of 2020
        // (data/national/municipalities_*).
        auto const inhabitants = static_cast<double>(r_.persons());
        Statement fewest{"the persons in households are enough for households of these sizes",
                         persons,
                         -std::numeric_limits<double>::infinity(),
                         inhabitants,
                         "",
                         0};
        problem_.require(fewest);
        persons.back().coefficient = 6;
        Statement most{
            "the persons in households find room in households of these sizes, with six on "
            "average in those of five and more",
            persons,
            inhabitants,
            std::numeric_limits<double>::infinity(),
            "",
            0};
        problem_.require(most);
        Statement families{"couples with children live in households of three and more",
                           {},
                           0,
                           std::numeric_limits<double>::infinity(),
                           "",
                           0};
        families.terms = {{sizes_[1], 1}, {sizes_[2], 1}, {sizes_[3], 1}, {types_[2], -1}};
        problem_.require(families);
    }

    void report(std::vector<double> const& x, ReconciliationReport& report) const
    {
        for (auto const& moved : moved_) {
            double expected = 0;
            double value = 0;
            for (auto const unknown : moved.unknowns) {
                expected += problem_.unknowns()[unknown].midpoint;
                value += x[unknown];
            }
            MarginCell cell = *moved.cells.front();
            for (std::size_t c = 1; c < moved.cells.size(); ++c) {
                cell.category += "+" + moved.cells[c]->category;
                cell.value += moved.cells[c]->value;
            }
            report.add(cell, moved.is_share ? cell.value : expected, moved.low, moved.high,
                       moved.is_share ? value / x[total_] : value);
        }
    }

    Evidence const& evidence_;
    AssumedValues const& assumed_;
    Reconciled const& r_;
    double size_factor_;
    std::string const& town_;
    double widest_change_;
    MarginProblem problem_;
    std::size_t total_ = 0;
    std::vector<std::size_t> types_;
    std::vector<std::size_t> sizes_;
    std::vector<Moved> moved_;
};

// Households of each neighbourhood: the estimates of 2022 scaled to the households of the municipality, with
// an adult in every household and no household larger than the model holds.
void place_households(Evidence const& evidence, Reconciled& r)
{
    std::vector<MarginCell const*> cells;
    double sum = 0;
    for (auto const& n : evidence.neighbourhoods) {
        cells.push_back(&evidence.fitted(n.code, "private_households", "total", "total", 2022));
        sum += cells.back()->value;
    }
    MarginProblem problem;
    Statement identity;
    identity.name = "the neighbourhoods hold all households of the municipality";
    identity.low = identity.high = static_cast<double>(r.households);
    for (std::size_t n = 0; n < cells.size(); ++n) {
        double const expected = cells[n]->value / sum * identity.low;
        // A variance in proportion to the count spreads a gap in proportion.
        auto const place = problem.add("households", expected, std::sqrt(expected) + 0.01);
        double adults = 0;
        for (std::size_t a = 1; a < wide_age_count; ++a) {
            adults += static_cast<double>(r.neighbourhood_ages(n, a));
        }
        double const persons = adults + static_cast<double>(r.neighbourhood_ages(n, 0));
        problem.require({"households of " + cells[n]->area +
                             ", from its persons over the largest household to its persons of 15 and over",
                         {{place, 1}},
                         persons / largest_household,
                         adults,
                         cells[n]->file,
                         cells[n]->line});
        identity.terms.push_back({place, 1});
    }
    problem.require(identity);
    r.neighbourhood_households = rounded_to_sum(reconciled_or_refused(problem).values, r.households);
}

}  // namespace

void reconcile_households(Evidence const& evidence, AssumedValues const& assumed, double size_factor,
                          Reconciled& r)
{
    HouseholdsProblem(evidence, assumed, size_factor, r).solve_into(r);
    place_households(evidence, r);
}

}  // namespace minimasim::population
