#include "sim/base/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <stdexcept>

#include "sim/base/error.hpp"

namespace minimasim {

namespace {

struct ContextCloser {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, ContextCloser>;

void check(int succeeded)
{
    if (succeeded != 1) {
        throw std::runtime_error("OpenSSL cannot work out a SHA-256 digest");
    }
}

}  // namespace

struct Digest::State {
    Context context{EVP_MD_CTX_new()};
};

Digest::Digest() : state_(std::make_unique<State>())
{
    check(state_->context ? 1 : 0);
    check(EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr));
}

Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(std::string_view bytes)
{
    check(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()));
}

void Digest::add_text(std::string_view text)
{
    add(std::to_string(text.size()) + ":");
    add(text);
}

std::string Digest::hex() const
{
    Context const copy{EVP_MD_CTX_new()};
    check(copy ? 1 : 0);
    check(EVP_MD_CTX_copy_ex(copy.get(), state_->context.get()));
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    unsigned int length = 0;
    check(EVP_DigestFinal_ex(copy.get(), value.data(), &length));
    std::string text;
    for (unsigned int i = 0; i < length; ++i) {
        text += "0123456789abcdef"[value[i] >> 4];
        text += "0123456789abcdef"[value[i] & 15];
    }
    return text;
}

std::string sha256(std::string_view bytes)
{
    Digest digest;
    digest.add(bytes);
    return digest.hex();
}

std::string sha256_of_file(std::filesystem::path const& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::array<char, std::size_t{1} << 16> buffer;  // not cleared: most files are far smaller
    Digest digest;
    while (stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        digest.add({buffer.data(), static_cast<std::size_t>(stream.gcount())});
    }
    if (!stream.eof()) {
        throw InputError(file.string(), 0, "cannot be read; its digest says which data a result rests on");
    }
    return digest.hex();
}

}  // namespace minimasim
