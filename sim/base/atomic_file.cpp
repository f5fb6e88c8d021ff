#include "sim/base/atomic_file.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>

#include "sim/base/error.hpp"

namespace minimasim {

namespace {

// What the reader can do about it.
char const* advice(int cause)
{
    switch (cause) {
        case ENOSPC:
        case EDQUOT:
            return "make room on this disk, or choose another folder with -o";
        case EFBIG:
            return "raise the limit on the size of files (ulimit -f), or choose another folder with -o";
        case EACCES:
        case EPERM:
        case EROFS:
            return "choose a folder you may write to with -o";
        case ENOENT:
        case ENOTDIR:
            return "make the folder first, or choose another with -o";
        case ENAMETOOLONG:
            return "choose a shorter name";
        default:
            return "choose another folder with -o";
    }
}

[[noreturn]] void refuse(std::filesystem::path const& file, std::string const& doing, int cause)
{
    throw InputError(file.string(), 0, doing + ": " + std::strerror(cause) + "; " + advice(cause));
}

// The file itself where a link points to one, so that the link stays a link.
std::filesystem::path resolved(std::filesystem::path const& target)
{
    std::error_code fault;
    auto const place = std::filesystem::canonical(target, fault);
    return fault ? target : place;
}

std::filesystem::path folder_of(std::filesystem::path const& file)
{
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

// What temporary names of a file begin with; the number of the process comes next.
std::string temporary_start(std::filesystem::path const& target)
{
    return "." + target.filename().string() + ".tmp-";
}

// Processes of two machines with one disk may have the same number: a random one stands beside it.
std::filesystem::path temporary_name(std::filesystem::path const& target)
{
    static std::random_device random;
    return folder_of(target) /
           (temporary_start(target) + std::to_string(::getpid()) + "-" + std::to_string(random()));
}

// Makes the new name last through a power cut. Some file systems cannot do this for a folder; the file is
// safe then too.
void put_folder_on_disk(std::filesystem::path const& folder)
{
    int const descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

}  // namespace

PendingFile::PendingFile(std::filesystem::path const& target)
    : target_(resolved(target)), temporary_(temporary_name(target_))
{
    std::error_code ignored;
    auto const status = std::filesystem::status(target_, ignored);
    if (std::filesystem::is_directory(status)) {
        throw InputError(target_.string(), 0, "is a folder, a file was meant");
    }
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        throw InputError(target_.string(), 0, "is a device or a pipe, a file was meant");
    }
    descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (descriptor_ < 0) {
        refuse(target_, "cannot be made", errno);
    }
}

PendingFile::~PendingFile()
{
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
    if (!committed_) {
        ::unlink(temporary_.c_str());
    }
}

void PendingFile::fail(char const* doing, int cause) const
{
    refuse(target_, doing, cause);
}

void PendingFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            fail("cannot be written in full", errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void PendingFile::reserve(std::size_t bytes)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_FSIZE, &limit) == 0 && bytes > limit.rlim_cur) {
        fail("cannot be written in full", EFBIG);
    }
    if (::fallocate(descriptor_, FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(bytes)) != 0 &&
        errno != EOPNOTSUPP && errno != ENOSYS) {
        fail("cannot be written in full", errno);
    }
}

void PendingFile::commit()
{
    put_on_disk();
    take_name();
}

void PendingFile::put_on_disk()
{
    // EINVAL: the file system has nothing to put on disk.
    if (::fsync(descriptor_) != 0 && errno != EINVAL) {
        fail("cannot be put on disk", errno);
    }
    int const closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0) {
        fail("cannot be put on disk", errno);
    }
}

void PendingFile::take_name()
{
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) {
        fail("cannot get its name", errno);
    }
    committed_ = true;
    put_folder_on_disk(folder_of(target_));
}

void FileSet::add(std::filesystem::path const& file, std::string_view bytes)
{
    files_.push_back(std::make_unique<PendingFile>(file));
    files_.back()->write(bytes);
}

void FileSet::commit()
{
    for (auto const& file : files_) {
        file->put_on_disk();
    }
    for (auto const& file : files_) {
        file->take_name();
    }
    files_.clear();
}

void write_file(std::filesystem::path const& file, std::string_view bytes)
{
    PendingFile pending(file);
    pending.write(bytes);
    pending.commit();
}

void remove_half_made(std::filesystem::path const& file)
{
    auto const start = temporary_start(file);
    std::error_code ignored;
    for (auto const& entry : std::filesystem::directory_iterator(folder_of(file), ignored)) {
        auto const name = entry.path().filename().string();
        if (!name.starts_with(start)) {
            continue;
        }
        auto const process = std::atoi(name.c_str() + start.size());
        if (process > 0 && ::kill(process, 0) != 0 && errno == ESRCH) {
            std::filesystem::remove(entry.path(), ignored);
        }
    }
}

void create_folder(std::filesystem::path const& folder)
{
    std::error_code fault;
    if (std::filesystem::exists(folder, fault) && !std::filesystem::is_directory(folder, fault)) {
        throw InputError(folder.string(), 0, "is a file, a folder was meant");
    }
    std::filesystem::create_directories(folder, fault);
    if (fault) {
        refuse(folder, "this folder cannot be made", fault.value());
    }
}

}  // namespace minimasim
