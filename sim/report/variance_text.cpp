#include "sim/report/variance_text.hpp"

#include <algorithm>
#include <cmath>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/number_text.hpp"
#include "sim/report/text_table.hpp"

namespace minimasim::report {

namespace {

constexpr char const* shown_outcome = "cost_per_year";
constexpr std::size_t shown_inputs = 5;

std::string share(double value, Language language)
{
    return number_text(value, 2, language);
}

std::string source_line(outcomes::VarianceRow const& row, Language language)
{
    return "  " + padded_right(row.source, 26) + padded_left(share(row.first, language), 6) + "  (" +
           share(row.first_low, language) + " – " + share(row.first_high, language) + ")" +
           padded_left(share(row.total, language), 8) + "  (" + share(row.total_low, language) + " – " +
           share(row.total_high, language) + ")\n";
}

std::string shares_of(outcomes::Results const& results, std::string const& package, Language language)
{
    std::string text;
    for (auto const& row : results.variance) {
        if (row.package == package && row.outcome == shown_outcome) {
            text += source_line(row, language);
        }
    }
    return text;
}

std::string inputs_of(outcomes::Results const& results, std::string const& package, Language language)
{
    std::string text;
    std::size_t shown = 0;
    for (auto const& row : results.tornado) {
        if (row.package == package && row.outcome == shown_outcome && shown < shown_inputs) {
            text += "  " + padded_right(row.input, 44) +
                    padded_left(number_text(row.at_low, 0, language), 12) +
                    padded_left(number_text(row.at_high, 0, language), 12) + "\n";
            ++shown;
        }
    }
    return text;
}

}  // namespace

std::string variance_text(outcomes::Results const& results, Language language)
{
    std::string text;
    if (!results.variance.empty()) {
        text +=
            in(language,
               "\nKosten: aandeel van elke bron in de variantie, alleen en met alles waarmee ze samenhangt "
               "(90 %-interval)\n",
               "\nCost: share of every source in the variance, alone and with all it interacts with (90 % "
               "interval)\n");
        for (auto const& package : results.packages) {
            auto const lines = shares_of(results, package.id, language);
            text += lines.empty() ? "" : title_of(package, language) + "\n" + lines;
        }
    }
    if (!results.tornado.empty()) {
        text += in(language, "\nKosten in euro per jaar met één onzekere waarde laag en hoog\n",
                   "\nCost in euro a year with one uncertain value low and high\n");
        for (auto const& package : results.packages) {
            auto const lines = inputs_of(results, package.id, language);
            text += lines.empty() ? "" : title_of(package, language) + "\n" + lines;
        }
    }
    return text;
}

}  // namespace minimasim::report
