#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace minimasim {

// SHA-256 (FIPS 180-4) of bytes that arrive in pieces.
class Digest {
  public:
    Digest();
    ~Digest();
    Digest(Digest&&) noexcept;
    Digest& operator=(Digest&&) noexcept;

    // Adds bytes; the way they are cut into pieces makes no difference.
    void add(std::string_view bytes);

    // Adds a text with its length before it, so that ("ab", "c") and ("a", "bc") differ.
    void add_text(std::string_view text);

    // The digest of all bytes so far in 64 hexadecimal figures; more may be added afterwards.
    std::string hex() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// The digest of these bytes in 64 hexadecimal figures.
std::string sha256(std::string_view bytes);

// The digest of the bytes of a file; InputError when it cannot be read.
std::string sha256_of_file(std::filesystem::path const& file);

}  // namespace minimasim
