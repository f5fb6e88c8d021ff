#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/report/language.hpp"
#include "sim/report/message.hpp"
#include "sim/report/number_text.hpp"
#include "sim/report/pictures/caption.hpp"

namespace minimasim::report::html {

// Results as a page reads them: figures by name, names of schemes and packages, in one language. The results
// must outlive it.
class View {
  public:
    View(outcomes::Results const& results, Language language);

    outcomes::Results const& results() const { return *results_; }
    Language language() const { return language_; }

    // The figure of all together, or nullptr when the results do not have it.
    outcomes::Figure const* total(std::string_view package, std::string_view outcome,
                                  std::string_view scheme = "") const;

    // The figures of a breakdown in the order of the results; empty when there are none.
    std::vector<outcomes::Figure const*> const& cells(std::string_view package, std::string_view outcome,
                                                      std::string_view scheme,
                                                      std::string_view breakdown) const;

    // Schemes and measures with this outcome in the baseline, in their order.
    std::vector<std::string> schemes_with(std::string_view outcome) const;

    // The official name of a scheme or measure; its key in words when it has none.
    std::string scheme_name(std::string_view key) const;

    // How a scheme stands in the budget; nullptr when that is not known.
    outcomes::BudgetLine const* budget_line(std::string_view scheme) const;

    outcomes::PackageDescription const& baseline() const { return results_->packages.front(); }

    // The packages besides the baseline: first those with a published cost, then the others, each in the
    // order of the results.
    std::vector<outcomes::PackageDescription const*> packages() const;

    std::string const& title(outcomes::PackageDescription const& package) const;
    std::vector<std::string> const& remarks(outcomes::PackageDescription const& package) const;

    // What a package has as id of its chapter and in the names of its files: letters, figures and hyphens,
    // not that of another package.
    std::string const& word(outcomes::PackageDescription const& package) const;

    // Whether the chapter of a package has all its pictures: with many packages only those with a published
    // cost, so that the page stays light. Tables stand in every chapter.
    bool draws_everything(outcomes::PackageDescription const& package) const;

    // What a picture of a package needs besides its figures. `subject` is a word that no other of its
    // pictures has; the description refers to the table below it.
    pictures::Caption caption(outcomes::PackageDescription const& package, std::string const& subject,
                              std::string const& title) const;

    // A text of the catalogue in the language of the page.
    template <std::size_t Parameters, class... Texts>
    std::string say(Message<Parameters> const& message, Texts const&... parameters) const
    {
        return report::say(message, language_, parameters...);
    }

  private:
    using Key = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;

    outcomes::Results const* results_;
    Language language_;
    std::map<Key, std::vector<outcomes::Figure const*>> figures_;
    std::map<std::string_view, std::string> words_;
};

}  // namespace minimasim::report::html
