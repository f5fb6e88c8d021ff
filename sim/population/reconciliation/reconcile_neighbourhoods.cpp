#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "sim/population/reconciliation/reconcile_steps.hpp"
#include "sim/population/reconciliation/reconciliation.hpp"

namespace minimasim::population {

namespace {

constexpr int published_year = 2022;  // of the neighbourhoods

std::vector<double> as_doubles(std::vector<std::int64_t> const& v)
{
    return {v.begin(), v.end()};
}

// Residents of the neighbourhoods at the date of their publication.
struct Residents {
    Table<double> by_age;
    std::vector<double> men_share;
};

// Builds the problem of the published residents: by neighbourhood and age, sex and total, and the exact
// counts of the municipality at the same date where they are known.
class ResidentsProblem {
  public:
    explicit ResidentsProblem(Evidence const& evidence) : evidence_(evidence), by_category_(categories.size())
    {
        for (auto const& neighbourhood : evidence.neighbourhoods) {
            add_neighbourhood(neighbourhood.code);
        }
        add_municipality();
    }

    MarginProblem const& problem() const { return problem_; }

    Residents residents(std::vector<double> const& values) const
    {
        auto const count = evidence_.neighbourhoods.size();
        Residents result{Table<double>(count, wide_age_count), {}};
        for (std::size_t n = 0; n < count; ++n) {
            for (std::size_t a = 0; a < wide_age_count; ++a) {
                // A hundredth of a person, so that an age without residents can still be scaled.
                result.by_age(n, a) = values[by_category_[first_age + a][n]] + 0.01;
            }
            double const men = values[by_category_[1][n]];
            double const women = values[by_category_[2][n]];
            result.men_share.push_back(men / std::max(1.0, men + women));
        }
        return result;
    }

  private:
    struct Category {
        char const* attribute;
        char const* category;
        std::vector<char const*> in_municipality;  // the narrower groups it consists of there
    };
    static std::vector<Category> const categories;
    static constexpr std::size_t first_age = 3;  // before it: total, men, women

    std::optional<std::size_t> add_published(std::string const& area, char const* attribute,
                                             char const* category)
    {
        auto const* cell = evidence_.find_fitted(area, "residents", attribute, category, published_year);
        return cell == nullptr ? std::nullopt : std::optional(problem_.add(*cell));
    }

    void add_neighbourhood(std::string const& code)
    {
        std::vector<std::size_t> unknowns;
        for (std::size_t c = 0; c < categories.size(); ++c) {
            problem_.add(evidence_.fitted(code, "residents", categories[c].attribute, categories[c].category,
                                          published_year));
            unknowns.push_back(problem_.unknowns().size() - 1);
            by_category_[c].push_back(unknowns.back());
        }
        problem_.require_sum("men and women of " + code + " are its residents", {unknowns[1], unknowns[2]},
                             unknowns[0]);
        problem_.require_sum("the ages of " + code + " add up to its residents",
                             {unknowns.begin() + first_age, unknowns.end()}, unknowns[0]);
    }

    void add_municipality()
    {
        for (std::size_t c = 0; c < categories.size(); ++c) {
            Statement identity;
            identity.name = std::string("the neighbourhoods add up to the municipality (") +
                            categories[c].attribute + " = " + categories[c].category + ")";
            for (auto const unknown : by_category_[c]) {
                identity.terms.push_back({unknown, 1});
            }
            bool is_complete = true;
            for (char const* part : categories[c].in_municipality) {
                auto const unknown = add_published(evidence_.municipality, categories[c].attribute, part);
                is_complete = is_complete && unknown;
                identity.terms.push_back({unknown.value_or(0), -1});
            }
            identity.low = identity.high = 0;
            if (is_complete) {
                problem_.require(std::move(identity));
            }
        }
    }

    Evidence const& evidence_;
    MarginProblem problem_;
    std::vector<std::vector<std::size_t>> by_category_;  // unknowns by category and neighbourhood
};

std::vector<ResidentsProblem::Category> const ResidentsProblem::categories{
    {"total", "total", {"total"}},        {"sex", "men", {"men"}},
    {"sex", "women", {"women"}},          {"age", "0-14", {"0-4", "5-9", "10-14"}},
    {"age", "15-24", {"15-19", "20-24"}}, {"age", "25-44", {"25-44"}},
    {"age", "45-64", {"45-64"}},          {"age", "65+", {"65-79", "80+"}},
};

// Men in households: the municipality's men of 2023 without those of institutions (national share by age).
std::int64_t men_in_households(Evidence const& evidence, Reconciled const& r)
{
    auto const& town = evidence.municipality;
    double const men_2023 = evidence.fitted(town, "residents", "sex", "men", 2023).value;
    double const all_2023 = evidence.fitted(town, "residents", "total", "total", 2023).value;
    double men = men_2023 / all_2023 * static_cast<double>(r.persons() + r.institutions());
    auto const& national = evidence.national.positions_2023;
    for (int g = 0; g < age_group_count; ++g) {
        double apart[2] = {0, 0};
        for (int age = 0; age < age_count; ++age) {
            for (int s = 0; s < 2 && age_group(age) == g; ++s) {
                auto const i = static_cast<std::size_t>(age);
                apart[s] += national[static_cast<std::size_t>(s)].all_persons[i] -
                            national[static_cast<std::size_t>(s)].in_private_households[i];
            }
        }
        men -= static_cast<double>(r.in_institutions[static_cast<std::size_t>(g)]) * apart[0] /
               std::max(1.0, apart[0] + apart[1]);
    }
    return static_cast<std::int64_t>(std::floor(men + 0.5));
}

}  // namespace

void reconcile_neighbourhoods(Evidence const& evidence, Reconciled& r)
{
    auto const count = evidence.neighbourhoods.size();
    ResidentsProblem const problem(evidence);
    auto const solved = reconciled_or_refused(problem.problem());
    r.report.add(problem.problem(), solved.values);
    auto published = problem.residents(solved.values);
    std::vector<std::int64_t> column_sums(wide_age_count);
    for (int g = 0; g < age_group_count; ++g) {
        int const lowest_age = g < 5 ? 5 * g : g == 5 ? 25 : g == 6 ? 45 : 65;
        column_sums[static_cast<std::size_t>(wide_age(lowest_age))] +=
            r.in_households[static_cast<std::size_t>(g)];
    }
    // Institutions are spread over the neighbourhoods by persons of the same age, so persons in households
    // keep the shape of the residents.
    std::vector<double> row_sums(count);
    for (std::size_t a = 0; a < wide_age_count; ++a) {
        double sum = 0;
        for (std::size_t n = 0; n < count; ++n) {
            sum += published.by_age(n, a);
        }
        for (std::size_t n = 0; n < count; ++n) {
            published.by_age(n, a) *= static_cast<double>(column_sums[a]) / sum;
            row_sums[n] += published.by_age(n, a);
        }
    }
    auto const whole_rows =
        rounded_to_sum(row_sums, std::accumulate(column_sums.begin(), column_sums.end(), std::int64_t{0}));
    auto const exact = raked(published.by_age, as_doubles(whole_rows), as_doubles(column_sums));
    r.neighbourhood_ages = controlled_rounding(exact, whole_rows, column_sums);

    r.men = men_in_households(evidence, r);
    std::vector<double> shares(count);
    double sum = 0;
    for (std::size_t n = 0; n < count; ++n) {
        shares[n] = published.men_share[n] * static_cast<double>(whole_rows[n]);
        sum += shares[n];
    }
    for (double& x : shares) {
        x *= static_cast<double>(r.men) / sum;
    }
    r.neighbourhood_men = rounded_to_sum(shares, r.men);
}

}  // namespace minimasim::population
