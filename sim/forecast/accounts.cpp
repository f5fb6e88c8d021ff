#include "sim/forecast/accounts.hpp"

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"
#include "sim/forecast/results.hpp"
#include "sim/input/csv.hpp"
#include "sim/population/evidence/assumptions.hpp"

namespace minimasim::forecast {

namespace {

constexpr int months_per_year = 12;

double drawn(Range const& range, std::string const& name, std::uint64_t seed, std::size_t replicate)
{
    double const u = uniform(seed, Stream::forecast_term, 0, population::number_of_name(name), 0,
                             static_cast<std::uint32_t>(replicate));
    return range.low + (range.high - range.low) * u;
}

// The three columns of a range; empty ones are nought.
class Ranges {
  public:
    explicit Ranges(input::Csv const& csv) : csv_(csv) {}

    Range read(input::Csv::Row const& row, std::string const& name, double lowest)
    {
        if (csv_.is_empty(row, name)) {
            return {};
        }
        Range const range{csv_.number(row, name), csv_.number(row, name + "_low"),
                          csv_.number(row, name + "_high")};
        if (!(range.low <= range.value && range.value <= range.high)) {
            problems_.push_back(csv_.problem(row, name + " lies outside its own interval"));
        }
        if (range.low < lowest) {
            problems_.push_back(csv_.problem(row, name + " can be negative here, which it is not"));
        }
        return range;
    }

    void check() const
    {
        if (!problems_.empty()) {
            throw InputError(problems_);
        }
    }

  private:
    input::Csv const& csv_;
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<DebtCostItem> read_debt_costs(std::filesystem::path const& file)
{
    auto const csv = input::Csv::read(
        file, {"item", "dutch_name", "english_name", "driver", "share", "share_low", "share_high",
               "unit_cost", "unit_cost_low", "unit_cost_high", "status", "evidence", "source"});
    Ranges ranges(csv);
    std::vector<DebtCostItem> items;
    for (auto const& row : csv.rows()) {
        items.push_back({csv.cell(row, "item"), csv.cell(row, "dutch_name"), csv.cell(row, "english_name"),
                         csv.cell(row, "driver"), ranges.read(row, "share", 0),
                         ranges.read(row, "unit_cost", 0), csv.cell(row, "evidence"),
                         csv.cell(row, "source")});
    }
    ranges.check();
    return items;
}

std::vector<DebtMeasureItem> read_debt_measures(std::filesystem::path const& file)
{
    auto const csv = input::Csv::read(
        file, {"measure", "dutch_name", "english_name", "budget", "places", "places_low", "places_high",
               "unit_cost", "unit_cost_low", "unit_cost_high", "effect", "effect_low", "effect_high",
               "outcome_dutch", "outcome_english", "status", "evidence", "source"});
    constexpr double may_harm = -1;
    Ranges ranges(csv);
    std::vector<DebtMeasureItem> items;
    for (auto const& row : csv.rows()) {
        items.push_back({csv.cell(row, "measure"), csv.cell(row, "dutch_name"), csv.cell(row, "english_name"),
                         csv.cell(row, "budget"), ranges.read(row, "places", 0),
                         ranges.read(row, "unit_cost", 1), ranges.read(row, "effect", may_harm),
                         csv.cell(row, "outcome_dutch"), csv.cell(row, "outcome_english"),
                         csv.cell(row, "evidence"), csv.cell(row, "source")});
    }
    ranges.check();
    return items;
}

std::vector<DebtCost> debt_costs(std::vector<DebtCostItem> const& items,
                                 std::vector<Replicate> const& replicates,
                                 std::vector<std::string> const& packages, std::uint64_t seed)
{
    std::vector<DebtCost> costs;
    std::size_t const years = replicates.front().paths.front().months.size() / months_per_year;
    for (std::size_t p = 0; p < packages.size(); ++p) {
        for (auto const& item : items) {
            for (std::size_t year = 0; year < years; ++year) {
                int const last = static_cast<int>(year) * months_per_year + months_per_year - 1;
                auto cost = values_of(replicates, p, item.driver, last, last);
                auto avoided = values_of(replicates, 0, item.driver, last, last);
                for (std::size_t r = 0; r < replicates.size(); ++r) {
                    double const each = drawn(item.share, "debt_costs.share." + item.item, seed, r) *
                                        drawn(item.unit_cost, "debt_costs.unit_cost." + item.item, seed, r);
                    avoided[r] = (avoided[r] - cost[r]) * each;
                    cost[r] *= each;
                }
                costs.push_back({packages[p], item, first_year + static_cast<int>(year),
                                 outcomes::interval_of(cost, 0), outcomes::interval_of(avoided, 0)});
            }
        }
    }
    return costs;
}

std::vector<DebtMeasure> debt_measures(std::vector<DebtMeasureItem> const& items, std::string const& package,
                                       std::vector<double> const& budgets, std::size_t replicates,
                                       std::uint64_t seed)
{
    std::vector<DebtMeasure> measures;
    for (std::size_t k = 0; k < items.size(); ++k) {
        auto const& item = items[k];
        std::vector<double> places;
        std::vector<double> cost;
        std::vector<double> reached;
        for (std::size_t r = 0; r < replicates; ++r) {
            double const unit_cost =
                drawn(item.unit_cost, "debt_measures.unit_cost." + item.measure, seed, r);
            bool const has_line = !item.budget.empty();
            places.push_back(has_line ? budgets[k] / unit_cost
                                      : drawn(item.places, "debt_measures.places." + item.measure, seed, r));
            cost.push_back(has_line ? budgets[k] : places.back() * unit_cost);
            reached.push_back(places.back() *
                              drawn(item.effect, "debt_measures.effect." + item.measure, seed, r));
        }
        measures.push_back({package, item, outcomes::interval_of(places, 0), outcomes::interval_of(cost, 0),
                            outcomes::interval_of(reached, 0)});
    }
    return measures;
}

}  // namespace minimasim::forecast
