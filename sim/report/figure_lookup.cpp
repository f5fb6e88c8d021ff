#include "sim/report/figure_lookup.hpp"

namespace minimasim::report {

FigureLookup::FigureLookup(outcomes::Results const& results)
{
    for (auto const& figure : results.figures) {
        if (figure.breakdown != "total") {
            continue;
        }
        totals_.emplace(Key{figure.package, figure.outcome, figure.scheme}, &figure);
        if (!figure.scheme.empty()) {
            by_scheme_[Key{figure.package, figure.outcome, ""}].push_back(&figure);
        }
    }
}

outcomes::Figure const* FigureLookup::total(std::string_view package, std::string_view outcome,
                                            std::string_view scheme) const
{
    auto const found = totals_.find(Key{package, outcome, scheme});
    return found == totals_.end() ? nullptr : found->second;
}

std::vector<outcomes::Figure const*> FigureLookup::by_scheme(std::string_view package,
                                                             std::string_view outcome) const
{
    auto const found = by_scheme_.find(Key{package, outcome, ""});
    return found == by_scheme_.end() ? std::vector<outcomes::Figure const*>{} : found->second;
}

}  // namespace minimasim::report
