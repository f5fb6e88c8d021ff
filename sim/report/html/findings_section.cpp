#include <cmath>

#include "sim/report/html/amounts.hpp"
#include "sim/report/html/labels.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages.hpp"

// What a package changes, and what each change does to households.
namespace minimasim::report::html {

namespace {

using outcomes::LintRow;
using outcomes::PackageDescription;

std::string count_text(View const& view, double count)
{
    return std::isfinite(count) ? level_text(view, Quantity::count, {count, count, count})
                                : view.say(messages::no_figure);
}

Html warning_of(View const& view, LintRow const& row)
{
    bool const has_losers = row.losing_households > 0 || row.no_longer_entitled_households > 0;
    if (row.direction == "improvement" && has_losers) {
        return element(
            "p", view.say(messages::finding_improvement_with_losers, count_text(view, row.losing_households),
                          count_text(view, row.no_longer_entitled_households)));
    }
    if (!row.change.empty() && row.touched_households == 0) {
        return element("p", view.say(messages::finding_touches_nobody, change_label(view, row.change)));
    }
    return {};
}

}  // namespace

Html changes_section(View const& view, PackageDescription const& package)
{
    Html list;
    for (auto const& change : package.changed_terms) {
        list += element("li", change_label(view, change));
    }
    auto content = list.is_empty() ? element("p", view.say(messages::changes_nothing)) : element("ul", list);
    Html remarks;
    for (auto const& remark : view.remarks(package)) {
        remarks += element("p", remark);
    }
    if (!remarks.is_empty()) {
        content += element("h4", view.say(messages::remarks_heading)) + remarks;
    }
    return section(view.word(package) + "-changes", 3, view.say(messages::changes_heading), content);
}

Html findings_section(View const& view, PackageDescription const& package)
{
    Table table{view.word(package) + "-findings",
                view.say(messages::findings_table),
                {{view.say(messages::change_of_rule), Setting::name},
                 {view.say(messages::touched)},
                 {view.say(messages::gaining)},
                 {view.say(messages::losing)},
                 {view.say(messages::loses_right)}},
                {}};
    Html warnings;
    for (auto const& row : view.results().lint) {
        if (row.package != package.id) {
            continue;
        }
        bool const is_whole = row.change.empty();
        table.rows.push_back(
            {{is_whole ? view.say(messages::whole_package) : change_label(view, row.change),
              count_text(view, row.touched_households), count_text(view, row.gaining_households),
              count_text(view, row.losing_households), count_text(view, row.no_longer_entitled_households)},
             is_whole});
        warnings += warning_of(view, row);
    }
    if (table.rows.empty()) {
        return {};
    }
    if (!warnings.is_empty()) {
        warnings = element("div", {{"class", "utrecht-alert utrecht-alert--warning"}}, warnings);
    }
    return section(view.word(package) + "-findings", 3, view.say(messages::findings_heading),
                   all({warnings, html::table(table),
                        element("p", {{"class", "minimasim-note"}}, view.say(messages::findings_note))}));
}

}  // namespace minimasim::report::html
