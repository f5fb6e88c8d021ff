#pragma once

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>

#include "sim/base/error.hpp"

namespace minimasim {

// A new empty folder for as long as this object, removed with all it holds. Throws InputError where none can
// be made.
class TemporaryFolder {
  public:
    TemporaryFolder()
    {
        auto name = (std::filesystem::temp_directory_path() / "minimasim-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw InputError(name, 0, std::string("cannot be made: ") + std::strerror(errno));
        }
        path_ = name;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    std::filesystem::path const& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace minimasim
