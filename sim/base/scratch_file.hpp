#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace minimasim {

// Room on disk for what is larger than memory should hold. The file has no name, so that it is gone with its
// owner, whatever ends the program. Any number of threads may add and read. What the disk refuses is an
// InputError that names the folder and says what to do.
class ScratchFile {
  public:
    // folder: where there is room; "" for the folder of temporary files.
    explicit ScratchFile(std::filesystem::path folder);
    ~ScratchFile();

    ScratchFile(ScratchFile const&) = delete;
    ScratchFile& operator=(ScratchFile const&) = delete;

    // Adds bytes and says where they stand.
    std::uint64_t add(void const* bytes, std::size_t count);

    // Reads bytes that stand there.
    void read(std::uint64_t place, void* bytes, std::size_t count) const;

    // All bytes added so far.
    std::uint64_t size() const { return size_; }

  private:
    [[noreturn]] void refuse(char const* doing, int cause) const;

    std::filesystem::path folder_;
    int descriptor_ = -1;
    std::atomic<std::uint64_t> size_ = 0;
};

}  // namespace minimasim
