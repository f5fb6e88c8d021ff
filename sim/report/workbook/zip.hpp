#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minimasim::report {

struct ZipEntry {
    std::string name;
    std::string bytes;
    bool is_compressed = true;
};

// The bytes of a ZIP file (PKWARE APPNOTE 6.3) with these entries in their order. Every entry has the first
// moment a ZIP file can name, 1 January 1980: equal content gives equal bytes.
std::string zip_bytes(std::vector<ZipEntry> const& entries);

}  // namespace minimasim::report
