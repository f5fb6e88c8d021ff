#pragma once

#include <string>

#include "sim/report/html/element.hpp"
#include "sim/report/html/view.hpp"

// The answer in plain words, and what goes with it on every page.
namespace minimasim::report::html {

// Three sentences on a package: what it costs, whom it reaches, what it does to poverty.
Html answer_of_package(View const& view, outcomes::PackageDescription const& package);

// Three sentences on current policy alone.
Html answer_of_baseline(View const& view);

// Three sentences on many packages: what there is now, the dearest, and the one with most effect.
// `with_links` names them as links to their chapters.
Html answer_of_all(View const& view, bool with_links);

// The package that costs most more than current policy, and the one with the largest fall of poverty; nullptr
// where none costs more or lowers it.
outcomes::PackageDescription const* dearest_package(View const& view);
outcomes::PackageDescription const* strongest_package(View const& view);

// How many households get more by a package, and which type of household most often; nothing where the
// results do not tell.
Html largest_gain(View const& view, outcomes::PackageDescription const& package);

// What the policy note says beside it, as a sentence.
Html published_beside(View const& view, outcomes::PackageDescription const& package);

// The question a package answers; its title where it asks none.
std::string question_of(View const& view, outcomes::PackageDescription const& package);

// The fixed box of what the model does not say, at a level of headings; `is_short` is one paragraph.
Html limits_box(Language language, int heading_level, bool is_short = false);

// Date and status of the decision a package is about.
Html decision_line(View const& view, outcomes::PackageDescription const& package);

// What the texts of a package say and may not say; nothing when they are in order.
Html text_fault_box(View const& view, outcomes::PackageDescription const& package);

}  // namespace minimasim::report::html
