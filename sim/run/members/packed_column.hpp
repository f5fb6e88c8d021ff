#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace minimasim::run {

// A number of every household, in as few bytes as their spread asks for: what each is above the lowest, in
// none, one, two or four bytes.
class PackedColumn {
  public:
    struct Form {
        std::int32_t lowest = 0;
        std::uint32_t width = 0;  // bytes of a number; 0: all are the lowest

        friend bool operator==(Form const&, Form const&) = default;
    };

    explicit PackedColumn(std::vector<std::int32_t> const& values);

    // Of what another one was made of; `bytes` holds `rows` numbers of this form.
    PackedColumn(Form form, std::size_t rows, std::vector<std::uint8_t> bytes);

    std::int32_t operator[](std::size_t row) const;

    // Writes the numbers of `count` rows on end.
    void unpack(std::size_t begin, std::size_t count, std::int32_t* out) const;

    // Writes the numbers of these rows.
    void gather(std::uint32_t const* rows, std::size_t count, std::int32_t* out) const;

    std::size_t size() const { return rows_; }
    Form const& form() const { return form_; }
    std::vector<std::uint8_t> const& bytes() const { return bytes_; }

    friend bool operator==(PackedColumn const&, PackedColumn const&) = default;

  private:
    Form form_;
    std::size_t rows_ = 0;
    std::vector<std::uint8_t> bytes_;
};

}  // namespace minimasim::run
