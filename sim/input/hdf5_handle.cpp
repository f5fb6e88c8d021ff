#include "sim/input/hdf5_handle.hpp"

#include <algorithm>

namespace minimasim::input {

namespace {

// Called from the outermost to the innermost error; the last one is the cause.
herr_t keep_message(unsigned, H5E_error2_t const* error, void* text)
{
    if (error->desc != nullptr && *error->desc != '\0') {
        *static_cast<std::string*>(text) = error->desc;
    }
    return 0;
}

}  // namespace

Hdf5Handle::Hdf5Handle(hid_t id, Close close, std::string const& doing) : id_(id), close_(close)
{
    check_hdf5(id >= 0, doing);
}

Hdf5Handle::~Hdf5Handle()
{
    if (id_ >= 0) {
        close_(id_);
    }
}

void Hdf5Handle::close(std::string const& doing)
{
    check_hdf5(close_(std::exchange(id_, -1)) >= 0, doing);
}

void silence_hdf5()
{
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

std::string hdf5_message()
{
    std::string text = "no cause given";
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, keep_message, &text);
    return text;
}

void check_hdf5(bool succeeded, std::string const& doing)
{
    if (!succeeded) {
        throw Hdf5Error(doing + " (HDF5: " + hdf5_message() + ")");
    }
}

Hdf5Handle text_type(std::size_t length)
{
    Hdf5Handle type(H5Tcopy(H5T_C_S1), H5Tclose, "a text type cannot be made");
    check_hdf5(H5Tset_size(type.id(), std::max<std::size_t>(1, length)) >= 0, "a text type has no length");
    check_hdf5(H5Tset_strpad(type.id(), H5T_STR_NULLPAD) >= 0, "a text type cannot be padded");
    check_hdf5(H5Tset_cset(type.id(), H5T_CSET_UTF8) >= 0, "a text type cannot be UTF-8");
    return type;
}

}  // namespace minimasim::input
