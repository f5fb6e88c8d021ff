#pragma once

#include <sys/mount.h>

#include <filesystem>
#include <string>

#include "tests/report/temporary_folder.hpp"

namespace minimasim::test {

// A small file system in memory; absent where mounting is refused.
class SmallDisk {
  public:
    explicit SmallDisk(std::string const& size)
        : is_mounted_(::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0)
    {
    }
    ~SmallDisk()
    {
        if (is_mounted_) {
            ::umount(folder_.path().c_str());
        }
    }
    SmallDisk(SmallDisk const&) = delete;
    SmallDisk& operator=(SmallDisk const&) = delete;

    bool is_mounted() const { return is_mounted_; }
    std::filesystem::path const& path() const { return folder_.path(); }

  private:
    TemporaryFolder folder_;
    bool is_mounted_;
};

}  // namespace minimasim::test
