#include "sim/run/streaming/streaming_screen.hpp"

#include <algorithm>

#include "sim/base/loop.hpp"

namespace minimasim::run {

namespace {

constexpr std::size_t rows_at_a_time = 2048;

MemberColumns const& columns_of(Member const& part, std::size_t columns)
{
    return columns == 0 ? part.calibration : part.by_law[columns - 1];
}

}  // namespace

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
