#include "sim/base/gzip.hpp"

#include <zlib.h>

#include <stdexcept>

namespace minimasim {

namespace {

constexpr int gzip_form =
    16;  // added to the window of 2^15 bytes: a gzip header, which zlib leaves without time
constexpr int most_memory = 9;

}  // namespace

std::string gzip(std::string_view bytes)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzip_form, most_memory,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("zlib cannot start");
    }
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<Bytef const*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    int const done = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (done != Z_STREAM_END) {
        throw std::runtime_error("zlib could not compress");
    }
    return packed;
}

}  // namespace minimasim
