#include <array>
#include <charconv>

#include "sim/input/text_check.hpp"
#include "sim/report/html/answer.hpp"
#include "sim/report/messages.hpp"
#include "sim/report/value_text.hpp"

namespace minimasim::report::html {

namespace {

using outcomes::PackageDescription;

Message<0> const& status_message(std::string_view status)
{
    struct Named {
        std::string_view word;
        Message<0> const& text;
    };
    constexpr std::array<Named, 6> statuses{{{"in_force", messages::decision_in_force},
                                             {"decided", messages::decision_decided},
                                             {"proposal", messages::decision_proposal},
                                             {"option", messages::decision_option},
                                             {"variant", messages::decision_variant},
                                             {"thought_experiment", messages::decision_thought_experiment}}};
    for (auto const& named : statuses) {
        if (named.word == status) {
            return named.text;
        }
    }
    return messages::decision_unknown;
}

// "juni 2025" of 2025-06, "17 juni 2025" of a whole day.
std::string date_label(std::string const& date, Language language)
{
    if (date.size() != 7) {
        return day_text(date, language);
    }
    auto const day = day_text(date + "-01", language);
    auto const space = day.find(' ');
    return space == std::string::npos ? date : day.substr(space + 1);
}

// What the texts of a package may say of money: its published cost and the values it changes.
std::vector<double> known_amounts(PackageDescription const& package)
{
    std::vector<double> known;
    if (package.has_published_cost) {
        known.push_back(package.published_cost_euro);
    }
    for (auto const& change : package.changed_terms) {
        auto const arrow = change.find(" -> ");
        auto const colon = change.find(": ");
        if (arrow == std::string::npos || colon == std::string::npos) {
            continue;
        }
        for (auto const begin : {colon + 2, arrow + 4}) {
            double value = 0;
            std::from_chars(change.data() + begin, change.data() + change.size(), value);
            known.push_back(value);
        }
    }
    return known;
}

}  // namespace

Html decision_line(View const& view, PackageDescription const& package)
{
    auto const status = element("strong", view.say(status_message(package.decision_status)));
    auto const text = package.decision_date.empty()
                          ? sentence(messages::decision_undated, view.language(), status)
                          : sentence(messages::decision_dated, view.language(), status,
                                     date_label(package.decision_date, view.language()));
    return element("p", {{"class", "minimasim-status"}}, text);
}

Html text_fault_box(View const& view, PackageDescription const& package)
{
    auto const known = known_amounts(package);
    Html list;
    std::vector<std::string> texts{package.title, package.title_en, package.question};
    // Only the first remark is of the file; the program adds the others.
    for (auto const* const remarks : {&package.remarks, &package.remarks_en}) {
        if (!remarks->empty()) {
            texts.push_back(remarks->front());
        }
    }
    for (auto const& text : texts) {
        for (auto const& fault : input::faults_in(text, known)) {
            list += element(
                "li", view.say(fault.kind == input::TextFault::Kind::causal ? messages::text_fault_causal
                                                                            : messages::text_fault_amount,
                               fault.words));
        }
    }
    if (list.is_empty()) {
        return {};
    }
    return element(
        "div", {{"class", "utrecht-alert utrecht-alert--warning"}},
        element("p", element("strong", view.say(messages::text_fault_heading))) + element("ul", list));
}

}  // namespace minimasim::report::html
