#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/forecast/index_path.hpp"
#include "sim/population/uprate.hpp"
#include "sim/run/law_and_policy/policy.hpp"
#include "sim/run/workspace.hpp"

namespace minimasim::run {

// Brings law, municipal policy and incomes to years of which they are not known: values known by date stay,
// later ones follow the index path. National law is known until law_known_until, the policy of the
// municipality until its policy date.
class PolicyIndex {
  public:
    // Reads data/dynamics/index_path.csv and index_terms.csv. Throws InputError with the problems of a file,
    // and for terms that do not exist.
    explicit PolicyIndex(Workspace const& workspace);

    forecast::IndexPath const& path() const { return path_; }

    // Throws InputError for every term in euros of this policy that has no row.
    void check(DatedPolicy const& dated) const;

    // The policy on its date, every amount in euros moved on from the day its row holds from.
    DatedPolicy moved(DatedPolicy dated, forecast::DrawnIndex const& index) const;

    // From the prices of a population to those of a date, not before the policy date: what is known until
    // the policy date as in a run on that day, after it the index path.
    population::UpratingFactors incomes(population::Evidence const& evidence,
                                        forecast::DrawnIndex const& index, Date to) const;

    // What a term in euros follows; nothing for a term without a row.
    forecast::TermIndex const* find(outcomes::TermRow const& row) const;

  private:
    forecast::IndexPath path_;
    std::vector<forecast::TermIndex> terms_;
    std::map<std::string, std::size_t> places_;  // of "scheme.term" in terms_
    Date policy_date_;
};

}  // namespace minimasim::run
