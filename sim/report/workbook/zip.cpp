#include "sim/report/workbook/zip.hpp"

#include <zlib.h>

#include <cstdint>
#include <stdexcept>

namespace minimasim::report {

namespace {

constexpr std::uint16_t version_needed = 20;     // folders and deflate
constexpr std::uint16_t first_day = 1 << 5 | 1;  // 1 January 1980
constexpr std::uint16_t utf8_names = 1 << 11;
constexpr std::uint16_t stored = 0;
constexpr std::uint16_t deflated = 8;

void put16(std::string& bytes, std::uint32_t value)
{
    bytes += static_cast<char>(value & 0xFF);
    bytes += static_cast<char>(value >> 8 & 0xFF);
}

void put32(std::string& bytes, std::uint32_t value)
{
    put16(bytes, value & 0xFFFF);
    put16(bytes, value >> 16);
}

// The raw stream that ZIP holds, without a header of its own.
std::string deflate_raw(std::string_view bytes)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("no memory to compress a file");
    }
    std::string compressed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
    stream.avail_out = static_cast<uInt>(compressed.size());
    int const result = deflate(&stream, Z_FINISH);
    compressed.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END) {
        throw std::runtime_error("a file could not be compressed");
    }
    return compressed;
}

// What the header of an entry and the list at the end have in common.
std::string description(ZipEntry const& entry, std::uint32_t sum, std::size_t packed)
{
    std::string bytes;
    put16(bytes, version_needed);
    put16(bytes, utf8_names);
    put16(bytes, entry.is_compressed ? deflated : stored);
    put16(bytes, 0);  // midnight
    put16(bytes, first_day);
    put32(bytes, sum);
    put32(bytes, static_cast<std::uint32_t>(packed));
    put32(bytes, static_cast<std::uint32_t>(entry.bytes.size()));
    put16(bytes, static_cast<std::uint32_t>(entry.name.size()));
    put16(bytes, 0);  // nothing extra
    return bytes;
}

}  // namespace

std::string zip_bytes(std::vector<ZipEntry> const& entries)
{
    std::string file;
    std::string list;
    for (auto const& entry : entries) {
        auto const packed = entry.is_compressed ? deflate_raw(entry.bytes) : entry.bytes;
        auto const sum = static_cast<std::uint32_t>(crc32(
            0, reinterpret_cast<Bytef const*>(entry.bytes.data()), static_cast<uInt>(entry.bytes.size())));
        auto const described = description(entry, sum, packed.size());
        list += "PK\x01\x02";
        put16(list, version_needed);
        list += described;
        put16(list, 0);  // no comment
        put16(list, 0);  // the first disk
        put16(list, 0);  // not text
        put32(list, 0);  // no rights
        put32(list, static_cast<std::uint32_t>(file.size()));
        list += entry.name;
        file += "PK\x03\x04" + described + entry.name + packed;
    }
    auto const begin = static_cast<std::uint32_t>(file.size());
    file += list;
    file += std::string_view("PK\x05\x06\0\0\0\0", 8);
    put16(file, static_cast<std::uint32_t>(entries.size()));
    put16(file, static_cast<std::uint32_t>(entries.size()));
    put32(file, static_cast<std::uint32_t>(list.size()));
    put32(file, begin);
    put16(file, 0);
    return file;
}

}  // namespace minimasim::report
