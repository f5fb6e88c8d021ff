#include "sim/input/hdf5_image.hpp"

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace minimasim::input {

namespace {

constexpr std::size_t growth = std::size_t{4} << 20;  // bytes by which the file grows

void* allocate(std::size_t size, H5FD_file_image_op_t, void*)
{
    return std::calloc(1, size);
}

void* copy(void* target, void const* source, std::size_t size, H5FD_file_image_op_t, void*)
{
    return std::memcpy(target, source, size);
}

// New memory is zero, so that no byte of the file depends on what stood there before.
void* grow(void* bytes, std::size_t size, H5FD_file_image_op_t, void* context)
{
    auto& memory = *static_cast<Hdf5Image::Memory*>(context);
    auto* const larger = static_cast<char*>(std::realloc(bytes, size));
    if (larger == nullptr) {
        return nullptr;
    }
    if (size > memory.size) {
        std::memset(larger + memory.size, 0, size - memory.size);
    }
    memory = {larger, size};
    return larger;
}

// The bytes outlive the file.
herr_t keep(void* bytes, H5FD_file_image_op_t operation, void* context)
{
    if (operation != H5FD_FILE_IMAGE_OP_FILE_CLOSE) {
        std::free(bytes);
        return 0;
    }
    static_cast<Hdf5Image::Memory*>(context)->bytes = static_cast<char*>(bytes);
    return 0;
}

void* same_context(void* context)
{
    return context;
}

herr_t leave_context(void*)
{
    return 0;
}

Hdf5Handle create(Hdf5Image::Memory& memory)
{
    Hdf5Handle const access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "no property list can be made");
    check_hdf5(H5Pset_fapl_core(access.id(), growth, false) >= 0, "no file can be made in memory");
    check_hdf5(H5Pset_libver_bounds(access.id(), H5F_LIBVER_V18, H5F_LIBVER_V18) >= 0,
               "the version is not known");
    H5FD_file_image_callbacks_t callbacks{allocate, copy, grow, keep, same_context, leave_context, &memory};
    check_hdf5(H5Pset_file_image_callbacks(access.id(), &callbacks) >= 0, "no file can be made in memory");
    Hdf5Handle const creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose, "no property list can be made");
    check_hdf5(H5Pset_obj_track_times(creation.id(), false) >= 0, "times cannot be left out");
    // The library takes two open files of one name for the same file, in memory too.
    static std::atomic<unsigned> number = 0;
    auto const name = "image-" + std::to_string(number++);
    return {H5Fcreate(name.c_str(), H5F_ACC_TRUNC, creation.id(), access.id()), H5Fclose,
            "no file can be made in memory"};
}

// Size of the file as its first block (superblock version 2) gives it; the memory is larger. 0 when there is
// no file.
std::uint64_t stored_size(Hdf5Image::Memory const& memory)
{
    constexpr std::size_t version_place = 8;
    constexpr std::size_t size_place = 28;
    std::uint64_t size = 0;
    if (memory.bytes != nullptr && memory.size >= size_place + sizeof(size) &&
        memory.bytes[version_place] == 2) {
        std::memcpy(&size, memory.bytes + size_place, sizeof(size));
    }
    return size;
}

}  // namespace

Hdf5Image::Hdf5Image()
{
    silence_hdf5();
    file_.emplace(create(memory_));
}

Hdf5Image::~Hdf5Image()
{
    file_.reset();
    std::free(memory_.bytes);
}

std::string Hdf5Image::finish()
{
    silence_hdf5();
    file_->close("the file in memory cannot be closed");
    file_.reset();
    auto const size = stored_size(memory_);
    if (size == 0 || size > memory_.size) {
        throw Hdf5Error("the file in memory is not complete");
    }
    return std::string(memory_.bytes, static_cast<std::size_t>(size));
}

}  // namespace minimasim::input
