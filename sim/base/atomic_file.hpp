#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace minimasim {

// A file in the making. It stands under a temporary name in the folder of its target (".NAME.tmp-...") and
// gets its own name in one step when it is complete, so that nobody ever sees half a file and an old file
// stays until the new one is there. Every fault is an InputError that names the file, the cause and what to
// do.
class PendingFile {
  public:
    // Creates the empty temporary file; an existing target must be a regular file.
    explicit PendingFile(std::filesystem::path const& target);

    // Removes the temporary file unless it was committed.
    ~PendingFile();

    PendingFile(PendingFile const&) = delete;
    PendingFile& operator=(PendingFile const&) = delete;

    // Where to write.
    std::filesystem::path const& temporary() const { return temporary_; }

    // Keeps room on the disk for this many bytes, so that who writes them by way of a library meets no full
    // disk halfway; does nothing on a file system that cannot.
    void reserve(std::size_t bytes);

    // Adds bytes at the end of the temporary file.
    void write(std::string_view bytes);

    // Puts the temporary file on disk for good and gives it its own name. Once only.
    void commit();

  private:
    friend class FileSet;
    void put_on_disk();
    void take_name();

    [[noreturn]] void fail(char const* doing, int cause) const;

    std::filesystem::path target_;
    std::filesystem::path temporary_;
    int descriptor_ = -1;
    bool committed_ = false;
};

// Files that belong together: all get their names, or none does.
class FileSet {
  public:
    // Writes a file under its temporary name.
    void add(std::filesystem::path const& file, std::string_view bytes);

    // Puts all on disk and then names them. What was added and never committed is removed.
    void commit();

  private:
    std::vector<std::unique_ptr<PendingFile>> files_;
};

// Writes a whole file, or nothing at all. InputError as above.
void write_file(std::filesystem::path const& file, std::string_view bytes);

// Removes what processes of this machine that are no more left half made of a file.
void remove_half_made(std::filesystem::path const& file);

// Makes a folder and those above it; InputError when that is impossible or a file is in the way.
void create_folder(std::filesystem::path const& folder);

}  // namespace minimasim
