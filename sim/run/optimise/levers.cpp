#include "sim/run/optimise/levers.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"

namespace minimasim::run {

namespace {

constexpr char const* switch_term = "is_active";

// Most positions of a lever: more would make the search long and its steps meaningless.
constexpr double most_positions = 1'000;

// Reads the table of levers, collecting every problem.
class LeverReader {
  public:
    LeverReader(Workspace const& workspace, Package const& baseline)
        : table_(input::Csv::read(
              workspace.folders.data / "designs" / "levers.csv",
              {"lever", "scheme", "term", "start", "stop", "step", "unit", "status", "source"})),
          baseline_(baseline),
          calibration_policy_(read_policy(workspace.terms, workspace.municipality.measures,
                                          workspace.municipality.calibration_date)
                                  .policy),
          uncertain_(workspace.municipality.uncertain_terms),
          ranges_(all_terms(baseline.policy, workspace.municipality.measures))
    {
    }

    void read(std::vector<std::string> const& schemes)
    {
        check_schemes(schemes);
        for (auto const& row : table_.rows()) {
            auto const& scheme = table_.cell(row, "scheme");
            if (schemes.empty() || std::find(schemes.begin(), schemes.end(), scheme) != schemes.end()) {
                read_row(row, scheme);
            }
        }
        if (!problems_.empty()) {
            throw InputError(problems_);
        }
        levers_.erase(std::remove_if(levers_.begin(), levers_.end(),
                                     [](Lever const& lever) { return lever.count_positions() < 2; }),
                      levers_.end());
    }

    std::vector<Lever> const& levers() const { return levers_; }
    std::vector<input::SweptTerm> const& terms() const { return terms_; }

  private:
    void check_schemes(std::vector<std::string> const& schemes) const
    {
        std::vector<std::string> known;
        for (auto const& row : table_.rows()) {
            known.push_back(table_.cell(row, "scheme"));
        }
        std::vector<Problem> problems;
        for (auto const& scheme : schemes) {
            if (std::find(known.begin(), known.end(), scheme) == known.end()) {
                problems.push_back({"--schemes", 0,
                                    scheme + " has no term in " + table_.file() +
                                        did_you_mean(scheme, known) +
                                        "; the search would have nothing to turn"});
            }
        }
        if (!problems.empty()) {
            throw InputError(problems);
        }
    }

    void complain(input::Csv::Row const& row, std::string what)
    {
        problems_.push_back(table_.problem(row, std::move(what)));
    }

    void read_row(input::Csv::Row const& row, std::string const& scheme)
    {
        auto const& term = table_.cell(row, "term");
        auto const range = std::find_if(ranges_.begin(), ranges_.end(), [&](TermRange const& known) {
            return known.scheme == scheme && known.term == term;
        });
        double const now = term_value(baseline_.policy.policy, scheme, term);
        if (range == ranges_.end() || std::isnan(now)) {
            complain(row, "there is no term " + scheme + "." + term + " (minimasim list terms)");
            return;
        }
        if (table_.cell(row, "unit") != rules::to_text(range->unit)) {
            complain(row, scheme + "." + term + " is in " + rules::to_text(range->unit) + ", not in " +
                              table_.cell(row, "unit"));
            return;
        }
        bool const is_off = term_value(baseline_.policy.policy, scheme, switch_term) == 0;
        auto values =
            values_of_row(row, is_off ? std::nullopt : std::optional(bounds_of_now(scheme, term, now)));
        auto const place = add_term({scheme, term, {table_.file(), row.line}, values});
        values.insert(values.begin(), now);
        auto& lever = lever_of(row, scheme);
        if (!lever.terms.empty() && lever.count_positions() != values.size()) {
            complain(row,
                     "the terms of " + lever.name + " do not have equally many steps from current policy");
            return;
        }
        if (is_off && lever.terms.empty()) {
            std::vector<double> on(values.size(), 1);
            on.front() = 0;
            lever.terms.push_back({add_term({scheme, switch_term, {table_.file(), row.line}, {1}}), on});
        }
        lever.terms.push_back({place, std::move(values)});
    }

    // Between what a term lies under current policy: where no source tells its value, packages are compared
    // with draws from its range.
    std::pair<double, double> bounds_of_now(std::string const& scheme, std::string const& term,
                                            double now) const
    {
        for (auto const& uncertain : uncertain_) {
            if (uncertain.scheme == scheme && uncertain.term == term) {
                double const central = term_value(calibration_policy_, scheme, term);
                return central > 0 ? std::pair(now * uncertain.low / central, now * uncertain.high / central)
                                   : std::pair(now + uncertain.low, now + uncertain.high);
            }
        }
        return {now, now};
    }

    // The values from start to stop that give more than current policy, wherever within its bounds that lies;
    // all of them where it gives nothing.
    std::vector<double> values_of_row(input::Csv::Row const& row,
                                      std::optional<std::pair<double, double>> now)
    {
        double const start = table_.number(row, "start");
        double const stop = table_.number(row, "stop");
        double const step = table_.number(row, "step");
        double const steps = std::floor(std::abs(stop - start) / step + 0.5);
        if (!(step > 0) || start == stop || steps >= most_positions) {
            complain(row,
                     "needs a start, another stop, and a step above 0 with less than 1,000 steps between");
            return {};
        }
        constexpr double as_written = 10'000;  // decimals of the table, so that 1.15 is exactly 1.15
        double const direction = stop > start ? 1 : -1;
        std::vector<double> values;
        for (double i = 0; i <= steps; ++i) {
            double const value = std::round((start + direction * i * step) * as_written) / as_written;
            double const most_now = !now ? 0 : direction > 0 ? now->second : now->first;
            bool const is_known = now && now->first == now->second;
            double const more = (value - most_now) * direction;
            if (!now || more > 0 || (more == 0 && !is_known)) {
                values.push_back(value);
            }
        }
        return values;
    }

    std::size_t add_term(input::SweptTerm term)
    {
        auto const known = std::find_if(terms_.begin(), terms_.end(), [&](input::SweptTerm const& other) {
            return other.name() == term.name();
        });
        if (known == terms_.end()) {
            terms_.push_back(std::move(term));
            return terms_.size() - 1;
        }
        return static_cast<std::size_t>(known - terms_.begin());
    }

    Lever& lever_of(input::Csv::Row const& row, std::string const& scheme)
    {
        auto const& name = table_.cell(row, "lever");
        for (auto& lever : levers_) {
            if (lever.name == name) {
                return lever;
            }
        }
        levers_.push_back({name, scheme, {}});
        return levers_.back();
    }

    input::Csv table_;
    Package const& baseline_;
    rules::Policy calibration_policy_;
    std::vector<UncertainTerm> const& uncertain_;
    std::vector<TermRange> ranges_;
    std::vector<Lever> levers_;
    std::vector<input::SweptTerm> terms_;
    std::vector<Problem> problems_;
};

input::SweepPlan plan_of(std::vector<input::SweptTerm> terms)
{
    input::SweepPlan plan;
    plan.kind = input::SweepPlan::Kind::list;
    plan.terms = std::move(terms);
    return plan;
}

}  // namespace

Levers::Levers(Workspace const& workspace, std::vector<std::string> const& schemes,
               std::optional<Date> given_date)
{
    SweepPoints const current(workspace, plan_of({}), given_date);
    LeverReader reader(workspace, current.baseline());
    reader.read(schemes);
    list_ = reader.levers();
    // Checks every value against its range and against law.
    points_ = std::make_unique<SweepPoints>(workspace, plan_of(reader.terms()), given_date);
}

std::vector<std::size_t> Levers::count_positions() const
{
    std::vector<std::size_t> counts;
    for (auto const& lever : list_) {
        counts.push_back(lever.count_positions());
    }
    return counts;
}

std::vector<std::pair<std::size_t, double>> Levers::values_of(Positions const& positions) const
{
    std::map<std::size_t, double> values;  // by place in the plan, which is the order of the table
    for (std::size_t i = 0; i < list_.size(); ++i) {
        for (auto const& term : list_[i].terms) {
            if (positions[i] > 0) {
                values[term.in_plan] = term.values[positions[i]];
            }
        }
    }
    return {values.begin(), values.end()};
}

Package Levers::package(Positions const& positions) const
{
    return points_->package_with("package", values_of(positions));
}

std::vector<Levers::Change> Levers::changes(Positions const& positions) const
{
    std::vector<Change> changes;
    for (auto const& [in_plan, value] : values_of(positions)) {
        auto const& term = points_->term(in_plan);
        double const from = points_->value_in_baseline(in_plan);
        if (value != from) {
            changes.push_back({term.scheme, term.term, points_->unit(in_plan), from, value});
        }
    }
    return changes;
}

}  // namespace minimasim::run
