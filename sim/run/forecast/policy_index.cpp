#include "sim/run/forecast/policy_index.hpp"

#include <algorithm>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/run/law_and_policy/read_law.hpp"
#include "sim/run/members/prepare.hpp"

namespace minimasim::run {

namespace {

constexpr std::string_view every_row = ".*";  // of a table

// "childcare.table_income_upper.7" -> "childcare.table_income_upper.*"; nothing for what is no row of a
// table.
std::string table_of(std::string const& name)
{
    auto const dot = name.rfind('.');
    bool const is_row = dot != std::string::npos && dot + 1 < name.size() &&
                        std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dot) + 1, name.end(),
                                    [](char c) { return c >= '0' && c <= '9'; });
    return is_row ? name.substr(0, dot) + std::string(every_row) : "";
}

bool is_amount(std::string const& unit)
{
    return unit == "euro" || unit.starts_with("euro_per_");
}

// The year whose July level holds on a day.
int level_year(Date date)
{
    return date.month >= 7 ? date.year : date.year - 1;
}

}  // namespace

PolicyIndex::PolicyIndex(Workspace const& workspace)
    : path_(forecast::read_index_path(workspace.folders.data / "dynamics" / "index_path.csv")),
      terms_(forecast::read_index_terms(workspace.folders.data / "dynamics" / "index_terms.csv")),
      policy_date_(workspace.municipality.policy_date)
{
    std::vector<std::string> known;
    for (auto const& [scheme, term] : workspace.terms.terms()) {
        known.push_back(scheme + "." + term);
        if (auto table = table_of(known.back()); !table.empty()) {
            known.push_back(std::move(table));
        }
    }
    std::sort(known.begin(), known.end());
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        auto const name = terms_[i].scheme + "." + terms_[i].term;
        places_[name] = i;
        if (!std::binary_search(known.begin(), known.end(), name)) {
            problems.push_back({terms_[i].file, terms_[i].line,
                                "there is no term " + name + did_you_mean(name, known) +
                                    " (minimasim list terms); its amounts would stand still"});
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

forecast::TermIndex const* PolicyIndex::find(outcomes::TermRow const& row) const
{
    auto const name = row.scheme + "." + row.term;
    auto found = places_.find(name);
    if (found == places_.end()) {
        found = places_.find(table_of(name));
    }
    return found == places_.end() ? nullptr : &terms_[found->second];
}

void PolicyIndex::check(DatedPolicy const& dated) const
{
    std::vector<Problem> problems;
    for (auto const& row : dated.terms) {
        if (is_amount(row.unit) && find(row) == nullptr) {
            problems.push_back({terms_.empty() ? path_.file : terms_.front().file, 0,
                                row.scheme + "." + row.term +
                                    " has no row; whether it is indexed has to be "
                                    "said (series none for an amount that stays)"});
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

DatedPolicy PolicyIndex::moved(DatedPolicy dated, forecast::DrawnIndex const& index) const
{
    Date const on = dated.date;
    multiply_terms(dated, [&](outcomes::TermRow const& row, bool is_law) {
        auto const* const term = is_amount(row.unit) ? find(row) : nullptr;
        if (term == nullptr) {
            return 1.0;
        }
        Date const holds_from = parse_date(row.valid_from).value_or(policy_date_);
        return forecast::growth_between(index, *term,
                                        std::max(holds_from, is_law ? law_known_until : policy_date_), on);
    });
    return dated;
}

population::UpratingFactors PolicyIndex::incomes(population::Evidence const& evidence,
                                                 forecast::DrawnIndex const& index, Date to) const
{
    auto factors = population::factors_between(evidence, price_level, policy_date_);
    auto const move = [&](double& factor, std::string_view series) {
        factor *= index.growth(forecast::index_series(series), level_year(policy_date_), level_year(to));
    };
    move(factors.wage, "wages");
    move(factors.profit, "wages");
    move(factors.pension, "pensions");
    move(factors.unemployment_benefit, "norms");
    move(factors.disability_benefit, "norms");
    move(factors.rent_social, "rents_social");
    move(factors.rent_private, "rents_private");
    move(factors.energy, "energy");
    move(factors.woz_value, "woz");
    move(factors.liquid_assets, "prices");
    return factors;
}

}  // namespace minimasim::run
