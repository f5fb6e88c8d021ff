#include "sim/run/uncertainty/term_factors.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/draw.hpp"

namespace minimasim::run {

namespace {

// The terms that a package sets itself.
std::vector<outcomes::TermRow const*> set_by_package(DatedPolicy const& dated)
{
    std::vector<outcomes::TermRow const*> rows;
    for (auto const& row : dated.terms) {
        if (row.status == "package") {
            rows.push_back(&row);
        }
    }
    return rows;
}

}  // namespace

TermFactors::TermFactors(Setting const& setting, std::uint32_t replicate)
    : TermFactors(setting, [&](std::size_t i) {
          return setting.term_places.empty()
                     ? uniform(setting.seed, Stream::term, 0, static_cast<std::uint32_t>(i), 0,
                               setting.terms_replicate.value_or(replicate))
                     : setting.term_places[i];
      })
{
}

TermFactors::TermFactors(Setting const& setting, std::function<double(std::size_t term)> const& place)
{
    auto const& terms = setting.municipality.uncertain_terms;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        double const u = place(i);
        if (std::isnan(u)) {
            factors_.push_back(1);
            additions_.push_back(0);
            continue;
        }
        double const drawn = terms[i].low + u * (terms[i].high - terms[i].low);
        double const central = term_value(setting.calibration_policy.policy, terms[i].scheme, terms[i].term);
        factors_.push_back(central > 0 ? drawn / central : 1.0);
        additions_.push_back(central > 0 ? 0.0 : drawn);
    }
}

rules::Policy TermFactors::applied(Setting const& setting, DatedPolicy const& dated) const
{
    rules::Policy policy = dated.policy;
    auto const& terms = setting.municipality.uncertain_terms;
    auto const of_package = set_by_package(dated);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (std::none_of(of_package.begin(), of_package.end(), [&](outcomes::TermRow const* row) {
                return row->scheme == terms[i].scheme && row->term == terms[i].term;
            })) {
            if (auto const place = terms[i].municipal_place) {
                double& value = municipal_term_at(policy, *place);
                value = value * factors_[i] + additions_[i];
                continue;
            }
            double const value = term_value(policy, terms[i].scheme, terms[i].term);
            set_term(policy, terms[i].scheme, terms[i].term, value * factors_[i] + additions_[i]);
        }
    }
    return policy;
}

}  // namespace minimasim::run
