#pragma once

#include <algorithm>
#include <vector>

namespace minimasim::report {

// A rectangle of a drawing, in pixels; y runs down.
struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

// A line of a drawing as its height at a fixed list of places.
using Heights = std::vector<double>;

// Where a label may stand in a panel: in no other label and on no line.
class FreeSpace {
  public:
    // `xs` are the places at which lines are known, rising.
    FreeSpace(std::vector<double> xs, Box panel) : xs_(std::move(xs)), panel_(panel) {}

    void add_line(Heights heights) { lines_.push_back(std::move(heights)); }
    void take(Box const& box) { taken_.push_back(box); }

    bool is_free(Box const& box) const
    {
        if (box.left < panel_.left || box.right > panel_.right || box.top < panel_.top ||
            box.bottom > panel_.bottom) {
            return false;
        }
        for (auto const& other : taken_) {
            if (box.left < other.right && other.left < box.right && box.top < other.bottom &&
                other.top < box.bottom) {
                return false;
            }
        }
        return std::none_of(lines_.begin(), lines_.end(), [&](Heights const& line) {
            auto const [low, high] = reach(line, box.left, box.right);
            return low < box.bottom && high > box.top;
        });
    }

    // The highest and the lowest place of a line between two places.
    std::pair<double, double> reach(Heights const& line, double left, double right) const
    {
        auto const first = index_at(left);
        auto const last = std::min(index_at(right) + 1, line.size() - 1);
        auto const [low, high] = std::minmax_element(line.begin() + static_cast<std::ptrdiff_t>(first),
                                                     line.begin() + static_cast<std::ptrdiff_t>(last) + 1);
        return {*low, *high};
    }

  private:
    // The last place at or before x.
    std::size_t index_at(double x) const
    {
        auto const after = std::upper_bound(xs_.begin(), xs_.end(), x);
        return after == xs_.begin() ? 0 : static_cast<std::size_t>(after - xs_.begin()) - 1;
    }

    std::vector<double> xs_;
    Box panel_;
    std::vector<Box> taken_;
    std::vector<Heights> lines_;
};

}  // namespace minimasim::report
