#include "sim/base/base64.hpp"

#include <cstdint>

namespace minimasim {

std::string base64(std::string_view bytes)
{
    constexpr char const* letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            group = (group << 8U) | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            bool const is_padding = i + k > bytes.size();
            text += is_padding ? '=' : letters[(group >> (18U - 6U * k)) & 63U];
        }
    }
    return text;
}

}  // namespace minimasim
