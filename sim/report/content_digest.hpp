#pragma once

#include <filesystem>
#include <string>
#include <string_view>

// How a file that the program writes shows that it is as it was written: it holds the SHA-256 of its own
// bytes, reckoned with a placeholder in its place.
namespace minimasim::report {

// What stands in the file where its digest comes; as long as a digest.
inline constexpr std::string_view digest_placeholder =
    "minimasim-digest-of-all-bytes-of-this-file-with-this-in-its-spot";
static_assert(digest_placeholder.size() == 64);

// The bytes with their digest in place of the placeholder, which stands in them once.
std::string with_content_digest(std::string bytes);

// Whether the bytes of a file that holds this digest are as they were written.
bool has_content_digest(std::filesystem::path const& file, std::string const& digest);

}  // namespace minimasim::report
