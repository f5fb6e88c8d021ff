#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/report/language.hpp"
#include "sim/report/number_text.hpp"

namespace minimasim::report {

// The totals of results, found by package, outcome and scheme. The results must outlive it.
class FigureLookup {
  public:
    explicit FigureLookup(outcomes::Results const& results);

    // The total, or nullptr when the results do not have it. Scheme "" = all schemes and measures together.
    outcomes::Figure const* total(std::string_view package, std::string_view outcome,
                                  std::string_view scheme = "") const;

    // The totals of an outcome per scheme of one package, in the order of the results, without that of all
    // together.
    std::vector<outcomes::Figure const*> by_scheme(std::string_view package, std::string_view outcome) const;

  private:
    using Key = std::tuple<std::string_view, std::string_view, std::string_view>;

    std::map<Key, outcomes::Figure const*> totals_;
    std::map<Key, std::vector<outcomes::Figure const*>> by_scheme_;
};

// The value itself with its interval, and its difference from the baseline with its own.
inline Interval level(outcomes::Figure const& figure)
{
    return {figure.estimate, figure.low, figure.high};
}

inline Interval difference(outcomes::Figure const& figure)
{
    return {figure.difference, figure.difference_low, figure.difference_high};
}

// Title in the language asked for; Dutch where a package has no English one.
inline std::string const& title_of(outcomes::PackageDescription const& package, Language language)
{
    return language == Language::english && !package.title_en.empty() ? package.title_en : package.title;
}

}  // namespace minimasim::report
