#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "sim/base/temporary_folder.hpp"

namespace minimasim::report::test {

using minimasim::TemporaryFolder;

inline std::string bytes_of(std::filesystem::path const& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline void put_bytes(std::filesystem::path const& file, std::string const& bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

inline std::size_t count_entries(std::filesystem::path const& folder)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace minimasim::report::test
