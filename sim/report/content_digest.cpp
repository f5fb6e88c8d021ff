#include "sim/report/content_digest.hpp"

#include <cassert>
#include <fstream>
#include <iterator>

#include "sim/base/digest.hpp"

namespace minimasim::report {

std::string with_content_digest(std::string bytes)
{
    auto const place = bytes.find(digest_placeholder);
    assert(place != std::string::npos);
    auto const digest = sha256(bytes);
    return bytes.replace(place, digest.size(), digest);
}

bool has_content_digest(std::filesystem::path const& file, std::string const& digest)
{
    std::ifstream stream(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    auto const place = bytes.find(digest);
    if (digest.size() != digest_placeholder.size() || place == std::string::npos) {
        return false;
    }
    return sha256(bytes.replace(place, digest.size(), digest_placeholder)) == digest;
}

}  // namespace minimasim::report
