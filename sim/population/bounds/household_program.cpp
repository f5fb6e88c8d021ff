#include "sim/population/bounds/household_program.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <string>

#include "sim/base/error.hpp"

namespace minimasim::population {

namespace {

constexpr std::size_t columns_a_place_and_round = 40;
constexpr double least_reduced_cost = 1e-7;  // of the solver
constexpr int most_rounds = 5'000;

// The number of households of a place, its first goal.
bool is_size_of_place(GoalAddress const& address)
{
    return address.place >= 0 && address.goal == 0;
}

std::size_t largest_feature(FeatureRows const& rows)
{
    return rows.feature.empty() ? 0 : *std::max_element(rows.feature.begin(), rows.feature.end());
}

}  // namespace

MergedCatalogue merge_archetypes(FeatureRows const& rows, std::vector<char> const& is_used,
                                 std::vector<std::vector<char>> const& groups)
{
    struct Entry {
        std::uint16_t feature;
        float count;
        auto operator<=>(Entry const&) const = default;
    };
    std::vector<std::vector<Entry>> kept(rows.size());
    std::vector<std::uint64_t> bits(rows.size(), 0);
    for (std::size_t a = 0; a < rows.size(); ++a) {
        for (auto z = rows.begin[a]; z < rows.begin[a + 1]; ++z) {
            if (is_used[rows.feature[z]]) {
                kept[a].push_back({rows.feature[z], rows.count[z]});
            }
        }
        for (std::size_t g = 0; g < groups.size(); ++g) {
            bits[a] |= static_cast<std::uint64_t>(groups[g][a] != 0) << g;
        }
    }
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (bits[a] != bits[b]) {
            return bits[a] < bits[b];
        }
        return kept[a] != kept[b] ? kept[a] < kept[b] : a < b;
    });
    MergedCatalogue merged;
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto const a = order[i];
        if (i > 0 && bits[a] == bits[order[i - 1]] && kept[a] == kept[order[i - 1]]) {
            continue;
        }
        for (auto const& entry : kept[a]) {
            merged.rows.feature.push_back(entry.feature);
            merged.rows.count.push_back(entry.count);
        }
        merged.rows.begin.push_back(static_cast<std::uint32_t>(merged.rows.feature.size()));
        merged.groups.push_back(bits[a]);
    }
    return merged;
}

HouseholdProgram::HouseholdProgram(FeatureRows const& rows, std::vector<Goal> const& municipality,
                                   std::vector<PlaceGoals> const& places, std::string_view evidence,
                                   std::vector<std::vector<char>> const& groups)
{
    assert(groups.size() <= 64);
    add_rows(municipality, -1, evidence);
    for (std::size_t p = 0; p < places.size(); ++p) {
        household_row_.push_back(rows_.size());
        add_rows(places[p].goals, static_cast<std::int32_t>(p), evidence);
    }
    std::size_t features = largest_feature(rows) + 1;
    for (auto const& row : rows_) {
        features = std::max(features, row.feature + 1);
    }
    std::vector<char> is_used(features, 0);
    row_of_feature_.assign(places.size() + 1, std::vector<std::int32_t>(features, -1));
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        auto const place = rows_[r].address.place;
        auto const area = place < 0 ? places.size() : static_cast<std::size_t>(place);
        row_of_feature_[area][rows_[r].feature] = static_cast<std::int32_t>(r);
        is_used[rows_[r].feature] = 1;
        program_.add_row(rows_[r].low, rows_[r].high);
    }
    catalogue_ = merge_archetypes(rows, is_used, groups);
    is_in_.assign(places.size(), std::vector<char>(catalogue_.groups.size(), 0));
    add_violation_columns();
}

void HouseholdProgram::add_rows(std::vector<Goal> const& goals, std::int32_t place, std::string_view evidence)
{
    for (std::size_t j = 0; j < goals.size(); ++j) {
        // The number of households always binds: without it a place has no end.
        if (is_size_of_place({place, j}) ||
            evidence.find(goals[j].evidence_class) != std::string_view::npos) {
            rows_.push_back(
                {{place, j}, goals[j].feature, goals[j].low, goals[j].high, goals[j].evidence_class, true});
        }
    }
}

void HouseholdProgram::add_violation_columns()
{
    std::vector<LinearColumn> columns;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        columns.push_back({1, 0, unlimited, {{r, 1}}});
        columns.push_back({1, 0, unlimited, {{r, -1}}});
    }
    program_.add_columns(columns);
}

double HouseholdProgram::cost(Question const& question, std::uint32_t archetype) const
{
    bool const is_counted =
        !question.is_about_violation && (catalogue_.groups[archetype] >> question.group & 1U) != 0;
    return is_counted ? question.direction : 0;
}

LinearColumn HouseholdProgram::column(std::size_t place, std::uint32_t archetype, double cost) const
{
    LinearColumn column{cost, 0, unlimited, {}};
    for (auto const area : {row_of_feature_.size() - 1, place}) {
        for (auto z = catalogue_.rows.begin[archetype]; z < catalogue_.rows.begin[archetype + 1]; ++z) {
            auto const row = row_of_feature_[area][catalogue_.rows.feature[z]];
            if (row >= 0) {
                column.entries.push_back(
                    {static_cast<std::size_t>(row), static_cast<double>(catalogue_.rows.count[z])});
            }
        }
    }
    return column;
}

// What the prices are worth at the bounds they hold; a price at an unlimited bound is worth nothing and
// becomes 0.
double HouseholdProgram::value_of_prices(std::vector<double>& prices) const
{
    double sum = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        if (!rows_[r].is_binding) {
            prices[r] = 0;
        }
        sum += prices[r] * (prices[r] > 0 ? rows_[r].low : rows_[r].high);
    }
    return sum;
}

double HouseholdProgram::add_priced_columns(Question const& question, std::vector<double> const& prices,
                                            std::size_t& added)
{
    struct Candidate {
        double reduced_cost;
        std::uint32_t archetype;
    };
    auto const& town_row = row_of_feature_.back();
    double most_gain = 0;
    std::vector<LinearColumn> columns;
    std::vector<double> price(town_row.size());
    std::vector<Candidate> candidates;
    for (std::size_t p = 0; p < household_row_.size(); ++p) {
        for (std::size_t f = 0; f < price.size(); ++f) {
            auto const local = row_of_feature_[p][f];
            price[f] = (town_row[f] >= 0 ? prices[static_cast<std::size_t>(town_row[f])] : 0) +
                       (local >= 0 ? prices[static_cast<std::size_t>(local)] : 0);
        }
        candidates.clear();
        double least = 0;
        for (std::uint32_t a = 0; a < catalogue_.groups.size(); ++a) {
            double reduced = cost(question, a);
            for (auto z = catalogue_.rows.begin[a]; z < catalogue_.rows.begin[a + 1]; ++z) {
                reduced -= static_cast<double>(catalogue_.rows.count[z]) * price[catalogue_.rows.feature[z]];
            }
            least = std::min(least, reduced);
            if (reduced < -least_reduced_cost && !is_in_[p][a]) {
                candidates.push_back({reduced, a});
            }
        }
        auto const& households = rows_[household_row_[p]];
        most_gain += least < 0 ? least * (households.is_binding ? households.high : unlimited) : 0;
        auto const count = std::min(candidates.size(), columns_a_place_and_round);
        std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(count),
                          candidates.end(), [](Candidate const& x, Candidate const& y) {
                              return x.reduced_cost != y.reduced_cost ? x.reduced_cost < y.reduced_cost
                                                                      : x.archetype < y.archetype;
                          });
        for (std::size_t i = 0; i < count; ++i) {
            auto const a = candidates[i].archetype;
            is_in_[p][a] = 1;
            columns_.push_back({static_cast<std::uint32_t>(p), a});
            columns.push_back(column(p, a, cost(question, a)));
        }
    }
    program_.add_columns(columns);
    added = columns.size();
    return most_gain;
}

ProgramOptimum HouseholdProgram::generate(Question const& question)
{
    for (std::size_t v = 0; v < 2 * rows_.size(); ++v) {
        program_.set_cost(v, question.is_about_violation ? 1 : 0);
        program_.set_column_bounds(v, 0, question.is_about_violation ? unlimited : 0);
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        program_.set_cost(2 * rows_.size() + c, cost(question, columns_[c].archetype));
    }
    ProgramOptimum best;
    best.outer = -unlimited;
    for (best.rounds = 1; best.rounds <= most_rounds; ++best.rounds) {
        auto solution = program_.minimise();
        if (solution.status != LinearStatus::optimal) {
            throw ModelError("no distribution of households meets the goals");
        }
        best.value = solution.optimum;
        double const worth = value_of_prices(solution.prices);
        std::size_t added = 0;
        double const most_gain = add_priced_columns(question, solution.prices, added);
        if (worth + most_gain > best.outer) {
            best.outer = worth + most_gain;
        }
        if (question.is_about_violation) {
            violation_prices_ = solution.prices;
        }
        if (added == 0 || best.value - best.outer <= question.gap) {
            return best;
        }
    }
    throw ModelError("bounds were not found in " + std::to_string(most_rounds) + " rounds of columns");
}

double HouseholdProgram::least_violation()
{
    auto const found = generate({});
    return found.value <= tolerance ? 0 : found.value;
}

ProgramOptimum HouseholdProgram::optimum(std::size_t group, int direction, double gap)
{
    auto found = generate({false, group, direction, gap});
    found.value *= direction;
    found.outer *= direction;
    return found;
}

void HouseholdProgram::set_binding(std::size_t row, bool is_binding)
{
    rows_[row].is_binding = is_binding;
    program_.set_row_bounds(row, is_binding ? rows_[row].low : -unlimited,
                            is_binding ? rows_[row].high : unlimited);
}

std::vector<GoalAddress> HouseholdProgram::goals_without_archetype() const
{
    std::vector<char> is_counted(row_of_feature_.back().size(), 0);
    for (auto const feature : catalogue_.rows.feature) {
        is_counted[feature] = 1;
    }
    std::vector<GoalAddress> named;
    for (auto const& row : rows_) {
        if (row.is_binding && row.low > tolerance && !is_counted[row.feature]) {
            named.push_back(row.address);
        }
    }
    return named;
}

std::vector<GoalAddress> HouseholdProgram::remove_conflict()
{
    std::vector<std::size_t> bound_before;
    std::vector<std::size_t> suspects;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        if (!rows_[r].is_binding) {
            continue;
        }
        bound_before.push_back(r);
        if (std::fabs(violation_prices_[r]) > least_reduced_cost) {
            suspects.push_back(r);
        } else {
            set_binding(r, false);
        }
    }
    // What can be left out is left out, estimates first, so that what remains says most.
    std::stable_sort(suspects.begin(), suspects.end(), [&](std::size_t a, std::size_t b) {
        auto const rank = [&](std::size_t r) {
            return rows_[r].evidence_class == 'S' ? 0 : rows_[r].evidence_class == 'F' ? 1 : 2;
        };
        return rank(a) < rank(b);
    });
    std::vector<std::size_t> conflict;
    for (auto const r : suspects) {
        set_binding(r, false);
        if (least_violation() == 0) {
            set_binding(r, true);
            conflict.push_back(r);
        }
    }
    for (auto const r : bound_before) {
        set_binding(r, true);
    }
    std::sort(conflict.begin(), conflict.end());
    std::vector<GoalAddress> named;
    for (auto const r : conflict) {
        named.push_back(rows_[r].address);
        // The size of a place stays: it would take part in most conflicts there, and hide them.
        set_binding(r, is_size_of_place(rows_[r].address));
    }
    return named;
}

}  // namespace minimasim::population
