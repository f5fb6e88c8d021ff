#include "sim/report/lint_text.hpp"

#include <cmath>

#include "sim/report/number_text.hpp"

namespace minimasim::report {

namespace {

outcomes::LintRow const* find(std::vector<outcomes::LintRow> const& lint, std::string const& package,
                              std::string const& change)
{
    for (auto const& row : lint) {
        if (row.package == package && row.change == change) {
            return &row;
        }
    }
    return nullptr;
}

}  // namespace

std::string touched_by(std::vector<outcomes::LintRow> const& lint, std::string const& package,
                       std::string const& change, Language language)
{
    auto const* const row = find(lint, package, change);
    if (row == nullptr || !std::isfinite(row->touched_households)) {
        return "";
    }
    return in(language, " (raakt ", " (touches ") + number_text(row->touched_households, 0, language) +
           in(language, " huishoudens)", " households)");
}

std::vector<std::string> lint_sentences(std::vector<outcomes::LintRow> const& lint,
                                        std::string const& package, Language language)
{
    auto const* const whole = find(lint, package, "");
    if (whole == nullptr) {
        return {};
    }
    auto const count = [language](double value) { return number_text(value, 0, language); };
    std::vector<std::string> sentences{in(language, "Raakt ", "Touches ") + count(whole->touched_households) +
                                       in(language, " huishoudens: ", " households: ") +
                                       count(whole->gaining_households) +
                                       in(language, " krijgen meer, ", " are granted more, ") +
                                       count(whole->losing_households) + in(language, " minder.", " less.")};
    bool const somebody_loses = whole->losing_households > 0 || whole->no_longer_entitled_households > 0;
    if (whole->direction == "improvement" && somebody_loses) {
        sentences.push_back(in(language, "Let op: bedoeld als verbetering, en toch verliezen huishoudens: ",
                               "Note: meant as an improvement, yet households lose: ") +
                            count(whole->losing_households) + in(language, " geld (", " money (") +
                            count(whole->loss_euro_per_year) +
                            in(language, " euro per jaar samen), ", " euro a year together), ") +
                            count(whole->no_longer_entitled_households) +
                            in(language, " een recht.", " a right."));
    }
    return sentences;
}

}  // namespace minimasim::report
