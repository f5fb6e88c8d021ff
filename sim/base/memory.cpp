#include "sim/base/memory.hpp"

#include <malloc.h>
#include <sys/resource.h>
#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

namespace minimasim {

namespace {

constexpr std::uint64_t no_limit = std::numeric_limits<std::uint64_t>::max();

std::uint64_t free_on_machine()
{
    std::ifstream file("/proc/meminfo");
    std::string name;
    std::uint64_t kibibytes = 0;
    while (file >> name >> kibibytes) {
        if (name == "MemAvailable:") {
            return kibibytes * 1024;
        }
        file.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    return no_limit;
}

// Version 2 of control groups, as containers see theirs; "max" is no number.
std::uint64_t left_in_control_group()
{
    std::ifstream limit_file("/sys/fs/cgroup/memory.max");
    std::ifstream use_file("/sys/fs/cgroup/memory.current");
    std::uint64_t limit = 0;
    std::uint64_t used = 0;
    if (!(limit_file >> limit) || !(use_file >> used)) {
        return no_limit;
    }
    return limit > used ? limit - used : 0;
}

std::uint64_t limit_of_process()
{
    rlimit limit{};
    return ::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY ? limit.rlim_cur : no_limit;
}

}  // namespace

std::uint64_t available_memory_bytes()
{
    return std::min({free_on_machine(), left_in_control_group(), limit_of_process()});
}

void keep_freed_memory()
{
    // The largest that glibc lets out of its heaps; beyond it, columns of a country, mapping costs little.
    constexpr int mapped_from_bytes = 32 << 20;
    constexpr int given_back_from_bytes = 256 << 20;
    mallopt(M_MMAP_THRESHOLD, mapped_from_bytes);
    mallopt(M_TRIM_THRESHOLD, given_back_from_bytes);
}

}  // namespace minimasim
