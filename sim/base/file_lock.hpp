#pragma once

#include <filesystem>

namespace minimasim {

// A lock that a process holds on a file for as long as this lives; the system frees it when the process dies.
// A file system without locks gives it to everybody: what it guards must bear two processes that do the same.
class FileLock {
  public:
    // Makes the file when it is not there. Does not wait: look at is_held.
    explicit FileLock(std::filesystem::path const& file);
    ~FileLock();
    FileLock(FileLock const&) = delete;
    FileLock& operator=(FileLock const&) = delete;

    // False while another process holds it.
    bool is_held() const { return is_held_; }

  private:
    int descriptor_ = -1;
    bool is_held_ = true;
};

}  // namespace minimasim
