#include "sim/report/html/view.hpp"

#include <algorithm>
#include <set>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/html/element.hpp"
#include "sim/report/messages.hpp"
#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::report::html {

using outcomes::BudgetLine;
using outcomes::Figure;
using outcomes::PackageDescription;

View::View(outcomes::Results const& results, Language language) : results_(&results), language_(language)
{
    for (auto const& figure : results.figures) {
        figures_[Key{figure.package, figure.outcome, figure.scheme, figure.breakdown}].push_back(&figure);
    }
    std::set<std::string> taken;
    for (auto const& package : results.packages) {
        auto const plain = as_word(package.id);
        auto word = plain.empty() ? "package" : plain;
        for (int i = 2; !taken.insert(word).second; ++i) {
            word = (plain.empty() ? "package" : plain) + "-" + std::to_string(i);
        }
        words_.emplace(package.id, word);
    }
}

Figure const* View::total(std::string_view package, std::string_view outcome, std::string_view scheme) const
{
    auto const& found = cells(package, outcome, scheme, "total");
    return found.empty() ? nullptr : found.front();
}

std::vector<Figure const*> const& View::cells(std::string_view package, std::string_view outcome,
                                              std::string_view scheme, std::string_view breakdown) const
{
    static std::vector<Figure const*> const none;
    auto const found = figures_.find(Key{package, outcome, scheme, breakdown});
    return found == figures_.end() ? none : found->second;
}

std::vector<std::string> View::schemes_with(std::string_view outcome) const
{
    std::vector<std::string> schemes;
    for (auto const& figure : results_->figures) {
        if (figure.package == baseline().id && figure.outcome == outcome && figure.breakdown == "total" &&
            !figure.scheme.empty() &&
            std::find(schemes.begin(), schemes.end(), figure.scheme) == schemes.end()) {
            schemes.push_back(figure.scheme);
        }
    }
    return schemes;
}

BudgetLine const* View::budget_line(std::string_view scheme) const
{
    for (auto const& line : results_->budget_lines) {
        if (line.scheme == scheme) {
            return &line;
        }
    }
    return nullptr;
}

std::string View::scheme_name(std::string_view key) const
{
    if (auto const* const line = budget_line(key); line != nullptr && !line->dutch_name.empty()) {
        return language_ == Language::english && !line->english_name.empty() ? line->english_name
                                                                             : line->dutch_name;
    }
    for (auto const& scheme : rules::schemes) {
        if (key == scheme.key) {
            return in(language_, scheme.dutch_name, scheme.english_name);
        }
    }
    std::string name(key);
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

std::vector<PackageDescription const*> View::packages() const
{
    std::vector<PackageDescription const*> packages;
    for (std::size_t i = 1; i < results_->packages.size(); ++i) {
        packages.push_back(&results_->packages[i]);
    }
    std::stable_partition(packages.begin(), packages.end(),
                          [](PackageDescription const* package) { return package->has_published_cost; });
    return packages;
}

std::string const& View::title(PackageDescription const& package) const
{
    return title_of(package, language_);
}

std::vector<std::string> const& View::remarks(PackageDescription const& package) const
{
    return language_ == Language::english ? package.remarks_en : package.remarks;
}

bool View::draws_everything(PackageDescription const& package) const
{
    constexpr std::size_t few_packages = 6;
    return package.has_published_cost || &package == &baseline() || packages().size() <= few_packages;
}

pictures::Caption View::caption(PackageDescription const& package, std::string const& subject,
                                std::string const& title) const
{
    auto const place = static_cast<std::size_t>(&package - results_->packages.data());
    pictures::Caption caption;
    caption.key = std::to_string(place) + subject;
    caption.title = title;
    caption.description = say(messages::figures_in_table);
    return caption;
}

std::string const& View::word(PackageDescription const& package) const
{
    return words_.at(package.id);
}

}  // namespace minimasim::report::html
