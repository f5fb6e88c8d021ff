#include "sim/input/line_stream.hpp"

#include <cstring>
#include <utility>

namespace minimasim::input {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

}  // namespace

LineStream::LineStream(ReadBytes read) : read_(std::move(read)), buffer_(chunk_size, '\0') {}

std::vector<Line> const& LineStream::next(std::size_t most)
{
    lines_.clear();
    cut(most);
    while (lines_.empty() && !is_at_end_) {
        fill();
        cut(most);
    }
    return lines_;
}

// Takes the whole lines of the buffer, and at the end of the stream what is left.
void LineStream::cut(std::size_t most)
{
    while (begin_ < end_ && lines_.size() < most) {
        std::string_view const rest(buffer_.data() + begin_, end_ - begin_);
        auto const length = rest.find('\n');
        if (length == std::string_view::npos && !is_at_end_) {
            return;
        }
        take(rest.substr(0, length));
        begin_ += length == std::string_view::npos ? rest.size() : length + 1;
    }
    if (is_skipping_ && is_at_end_ && begin_ == end_) {
        take("");  // the stream ends with a line that is too long
    }
}

void LineStream::take(std::string_view line)
{
    ++count_;
    bool const is_too_long = std::exchange(is_skipping_, false) || line.size() > longest_line;
    if (count_ == 1 && line.starts_with(byte_order_mark)) {
        line.remove_prefix(byte_order_mark.size());
    }
    if (is_too_long) {
        lines_.push_back({count_, "", true});
    } else if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
        lines_.push_back({count_, line});
    }
}

// Moves the begin of a line to the front and reads on behind it. The lines cut before are gone then.
void LineStream::fill()
{
    if (end_ - begin_ > longest_line) {
        is_skipping_ = true;
    }
    if (is_skipping_) {
        begin_ = end_;
    }
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    auto const count = read_(buffer_.data() + end_, buffer_.size() - end_);
    end_ += count;
    bytes_ += count;
    is_at_end_ = count == 0;
}

}  // namespace minimasim::input
