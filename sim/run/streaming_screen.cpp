#include "sim/run/streaming_screen.hpp"

#include <algorithm>
#include <cstring>

#include "sim/base/loop.hpp"
#include "sim/run/term_factors.hpp"

namespace minimasim::run {

namespace {

constexpr double low_end = 0;
constexpr double high_end = 1;
constexpr std::size_t rows_at_a_time = 2048;

// What only sizes the needs that are drawn: no scheme asks it when it decides who is eligible.
bool sizes_needs(std::string const& term)
{
    return term == "need_share" || term == "mean_grant" || term == "general_cost" ||
           term == "administration_share" || term == "administration_cost";
}

MemberColumns const& columns_of(Member const& part, std::size_t columns)
{
    return columns == 0 ? part.calibration : part.by_law[columns - 1];
}

}  // namespace

Screen::Screen(Setting const& setting)
{
    ask(setting, setting.calibration_policy, 0);
    for (auto const& package : setting.packages) {
        ask(setting, package.policy, package.law_index + 1);
    }
}

std::size_t Screen::ground_of(std::size_t columns, rules::Policy const& policy)
{
    auto const known = std::find_if(grounds_.begin(), grounds_.end(), [&](Ground const& ground) {
        return ground.columns == columns && !changes_needs_or_charges(ground.policy, policy);
    });
    auto const place = static_cast<std::size_t>(known - grounds_.begin());
    if (known == grounds_.end()) {
        grounds_.push_back({columns, policy});
    }
    return place;
}

void Screen::ask(Setting const& setting, DatedPolicy const& dated, std::size_t columns)
{
    auto const widest_needs =
        TermFactors(setting, [](std::size_t) { return high_end; }).applied(setting, dated);
    std::size_t const ground = ground_of(columns, widest_needs);
    rules::for_each_scheme([&](auto scheme, auto index) {
        using S = decltype(scheme);
        std::vector<std::size_t> uncertain;
        auto const& terms = setting.municipality.uncertain_terms;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            if (terms[i].scheme == S::key && !sizes_needs(terms[i].term)) {
                uncertain.push_back(i);
            }
        }
        for (std::size_t corner = 0; corner < std::size_t{1} << uncertain.size(); ++corner) {
            TermFactors const factors(setting, [&](std::size_t term) {
                auto const place = std::find(uncertain.begin(), uncertain.end(), term) - uncertain.begin();
                return (corner >> place & 1) != 0 ? low_end : high_end;
            });
            Question question{index, ground, factors.applied(setting, dated).municipal};
            auto const& asked = std::get<index>(question.terms);
            bool const is_known =
                std::any_of(questions_.begin(), questions_.end(), [&](Question const& other) {
                    return other.scheme == index && other.ground == ground &&
                           std::memcmp(&std::get<index>(other.terms), &asked, sizeof asked) == 0;
                });
            if (asked.is_active >= 0.5 && !is_known) {
                questions_.push_back(question);
            }
        }
    });
}

std::vector<std::uint8_t> Screen::kept(Member const& part) const
{
    std::size_t const n = part.population.size();
    std::vector<std::uint8_t> is_kept(n, 0);
    auto const keep_poor = [&](MemberColumns const& columns) {
        for (std::size_t i = 0; i < n; ++i) {
            is_kept[i] = is_kept[i] != 0 || can_be_near_the_line(columns.poverty[i]) ? 1 : 0;
        }
    };
    keep_poor(part.calibration);
    std::for_each(part.by_law.begin(), part.by_law.end(), keep_poor);

    std::vector<Overlay> overlays;
    overlays.reserve(grounds_.size());
    for (auto const& ground : grounds_) {
        overlays.emplace_back(columns_of(part, ground.columns), part.population, ground.policy,
                              takeup::largest_needs(ground.policy.municipal));
    }
    std::vector<ColumnRoom> rooms(grounds_.size());
    std::vector<rules::MunicipalColumns> grounds(grounds_.size());
    std::vector<std::int32_t> eligible(rows_at_a_time);
    std::vector<std::int32_t> cents(rows_at_a_time);
    for (auto const block : split_into_blocks(n, rows_at_a_time)) {
        std::size_t const rows = block.end - block.begin;
        for (std::size_t ground = 0; ground < grounds.size(); ++ground) {
            grounds[ground] = overlays[ground].at(block, rooms[ground]);
        }
        for (auto const& question : questions_) {
            auto const& columns = grounds[question.ground];
            rules::for_each_scheme([&](auto scheme, auto index) {
                using S = decltype(scheme);
                if (question.scheme != index) {
                    return;
                }
                rules::evaluate<S>(columns, rows, std::get<index>(question.terms), eligible.data(),
                                   cents.data());
                for (std::size_t row = 0; row < rows; ++row) {
                    is_kept[block.begin + row] |= static_cast<std::uint8_t>(eligible[row] != 0 ? 1 : 0);
                }
            });
        }
    }
    return is_kept;
}

}  // namespace minimasim::run
