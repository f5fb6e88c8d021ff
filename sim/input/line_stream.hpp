#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace minimasim::input {

// A line of a stream, without its end.
struct Line {
    std::uint64_t number = 0;  // from 1, empty lines counted
    std::string_view text;
    bool is_too_long = false;  // its text was not kept
};

// Puts at most `size` bytes at `to` and returns how many; 0 at the end. May throw.
using ReadBytes = std::function<std::size_t(char* to, std::size_t size)>;

// Cuts a stream of any length into lines, with the memory of one chunk. Accepts a byte order mark and CR LF,
// counts empty lines and leaves them out, and skips to the end of a line that is too long.
class LineStream {
  public:
    static constexpr std::size_t chunk_size = std::size_t{4} << 20;
    static constexpr std::size_t longest_line = std::size_t{1} << 20;

    explicit LineStream(ReadBytes read);

    // The next lines, at most `most`; none at the end. Their texts hold until the next call.
    std::vector<Line> const& next(std::size_t most);

    // Lines that went by so far, and bytes.
    std::uint64_t count_lines() const { return count_; }
    std::uint64_t count_bytes() const { return bytes_; }

  private:
    void cut(std::size_t most);
    void take(std::string_view line);
    void fill();

    ReadBytes read_;
    std::string buffer_;
    std::size_t begin_ = 0;  // of what was not cut yet
    std::size_t end_ = 0;
    std::uint64_t count_ = 0;
    std::uint64_t bytes_ = 0;
    bool is_at_end_ = false;
    bool is_skipping_ = false;  // within a line that is too long
    std::vector<Line> lines_;
};

}  // namespace minimasim::input
