#include "sim/forecast/users_gained.hpp"

#include <algorithm>

#include "sim/outcomes/cost.hpp"

namespace minimasim::forecast {

namespace {

constexpr double months_per_year = 12;

outcomes::BudgetLine line_beside(outcomes::BudgetLine line)
{
    line.scheme += by_contact;
    line.dutch_name += ", erbij door contact";
    line.english_name += ", gained by contact";
    line.source = "forecast: early_signals.led_to_schemes and early_signals.led_use_kept, assumptions";
    return line;
}

}  // namespace

void add_users_gained(std::vector<Replicate> const& replicates, BudgetInput& input)
{
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        auto const own = std::find_if(input.lines.begin(), input.lines.end(),
                                      [&](auto const& line) { return line.scheme == rules::schemes[k].key; });
        if (own == input.lines.end()) {
            continue;
        }
        auto const place = own - input.lines.begin() + 1;
        auto const line = line_beside(*own);
        for (std::size_t p = 0; p < input.packages.size(); ++p) {
            for (std::size_t y = 0; y < input.years.size(); ++y) {
                std::vector<double> spending(replicates.size());
                auto const year = static_cast<std::size_t>(input.years[y] - first_year);
                for (std::size_t r = 0; r < replicates.size() && !has_ended(line, input.years[y]); ++r) {
                    auto const cents = replicates[r].paths[p].gained_cents[year][k];
                    spending[r] = outcomes::in_euro(cents) / months_per_year * input.price_index[y][r];
                }
                auto& lines = input.spending[p][y];
                lines.insert(lines.begin() + place, std::move(spending));
            }
        }
        input.lines.insert(input.lines.begin() + place, line);
    }
}

}  // namespace minimasim::forecast
