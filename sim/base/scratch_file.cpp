#include "sim/base/scratch_file.hpp"

#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "sim/base/error.hpp"

namespace minimasim {

ScratchFile::ScratchFile(std::filesystem::path folder) : folder_(std::move(folder))
{
    if (folder_.empty()) {
        folder_ = std::filesystem::temp_directory_path();
    }
    auto name = (folder_ / ".minimasim-scratch-XXXXXX").string();
    descriptor_ = ::mkstemp(name.data());
    if (descriptor_ < 0) {
        refuse("no scratch file can be made in this folder", errno);
    }
    ::unlink(name.c_str());
}

ScratchFile::~ScratchFile()
{
    ::close(descriptor_);
}

void ScratchFile::refuse(char const* doing, int cause) const
{
    throw InputError(folder_.string(), 0,
                     std::string(doing) + ": " + std::strerror(cause) +
                         "; make room on this disk, or choose another folder (-o of run, else TMPDIR)");
}

std::uint64_t ScratchFile::add(void const* bytes, std::size_t count)
{
    std::uint64_t const place = size_.fetch_add(count);
    auto const* next = static_cast<char const*>(bytes);
    for (std::size_t done = 0; done < count;) {
        auto const written =
            ::pwrite(descriptor_, next + done, count - done, static_cast<off_t>(place + done));
        if (written < 0 && errno != EINTR) {
            refuse("the scratch file of a large population cannot be written", errno);
        }
        done += written > 0 ? static_cast<std::size_t>(written) : 0;
    }
    return place;
}

void ScratchFile::read(std::uint64_t place, void* bytes, std::size_t count) const
{
    auto* const next = static_cast<char*>(bytes);
    for (std::size_t done = 0; done < count;) {
        auto const got = ::pread(descriptor_, next + done, count - done, static_cast<off_t>(place + done));
        if (got == 0 || (got < 0 && errno != EINTR)) {
            refuse("the scratch file of a large population cannot be read", got == 0 ? EIO : errno);
        }
        done += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
}

}  // namespace minimasim
