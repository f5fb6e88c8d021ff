#pragma once

#include "sim/report/html/element.hpp"
#include "sim/report/html/view.hpp"

// The sections of a report. One of a package has ids that begin with the word of the package and headings of
// level 3, below the level 2 of its chapter; one without figures is nothing.
namespace minimasim::report::html {

Html changes_section(View const& view, outcomes::PackageDescription const& package);
Html cost_section(View const& view, outcomes::PackageDescription const& package);
Html reach_section(View const& view, outcomes::PackageDescription const& package);
Html reach_of_groups(View const& view, outcomes::PackageDescription const& package);
Html poverty_section(View const& view, outcomes::PackageDescription const& package);
Html gains_section(View const& view, outcomes::PackageDescription const& package);
Html stacking_section(View const& view, outcomes::PackageDescription const& package);
Html examples_section(View const& view, outcomes::PackageDescription const& package);
Html curves_section(View const& view, outcomes::PackageDescription const& package);
Html findings_section(View const& view, outcomes::PackageDescription const& package);
Html sensitivity_of_package(View const& view, outcomes::PackageDescription const& package);

// Of the whole report, level 2.
Html sensitivity_section(View const& view);
Html published_section(View const& view);
Html method_section(View const& view);
Html provenance_section(View const& view);

// The extra cost of all packages beside what was published.
Html cost_of_packages(View const& view);

// The picture of all packages, cost against fewer people in poverty; where none changes poverty, their cost
// alone. `main` is the package that the page is about, or nullptr.
Html effect_of_packages(View const& view, outcomes::PackageDescription const* main);
// `with_links` names them as links to their chapters; after `most_packages` of them the table ends.
Html table_of_packages(View const& view, bool with_links, std::size_t most_packages);

// Why packages that contain others cost another amount than their sum; nothing when none does.
Html interaction_section(View const& view);

}  // namespace minimasim::report::html
