#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/base/money.hpp"
#include "sim/what_if/payload.hpp"

namespace minimasim::what_if {

// The place of a field in municipal_fields.
constexpr std::size_t place_of(std::int32_t rules::MunicipalHousehold::*field)
{
    for (std::size_t i = 0; i < rules::municipal_field_count; ++i) {
        if (rules::municipal_fields[i] == field) {
            return i;
        }
    }
    return rules::municipal_field_count;
}

// Whether a scheme looks at a field of a household. A scheme that does not say what it reads, reads all.
bool reads(std::size_t scheme, std::int32_t rules::MunicipalHousehold::*field);

// Whether replicates draw a field, or it follows from the claims of a package: no column holds it.
bool is_drawn(std::int32_t rules::MunicipalHousehold::*field);

// What households need by chance in one replicate, cents a year.
struct NeedColumns {
    std::vector<std::int32_t> special;
    std::vector<std::int32_t> goods;
    std::vector<std::int32_t> crisis;
};

// What replicates and packages lay over the columns of the embedded households.
struct Overlay {
    NeedColumns const* needs = nullptr;
    rules::LocalChargesTerms const* charges = nullptr;
    std::vector<std::int32_t> const* cash_cents_per_year = nullptr;  // of earlier schemes
};

// The answer of a scheme for each row of its table.
struct Answers {
    std::vector<std::int32_t> eligible;
    std::vector<std::int32_t> cents_per_year;
};

// The embedded households that a scheme can reach, as it sees them on one date.
class SchemeTable {
  public:
    // `then`: those it gave something at the calibration date, as it saw them there.
    SchemeTable(Payload const& payload, std::size_t scheme, bool then);

    // The places of the rows among the embedded households, rising.
    std::vector<std::uint32_t> const& households() const { return households_; }
    // Their numbers in the population.
    std::vector<std::uint32_t> const& numbers() const { return numbers_; }

    // Decides the scheme for every row. The answers stand until the next time; they are kept where neither
    // the scheme's terms nor what replicates draw can change them.
    Answers const& decide(rules::MunicipalTerms const& terms, Overlay const& overlay);

  private:
    std::int32_t const* drawn(std::size_t field, Overlay const& overlay);

    Payload const& payload_;
    std::size_t scheme_;
    bool reads_drawn_ = false;  // a field that replicates draw
    Answers answers_;
    std::vector<double> terms_of_answers_;  // of the scheme; none where they must not be kept
    std::vector<std::uint32_t> households_;
    std::vector<std::uint32_t> numbers_;
    std::array<std::vector<std::int32_t>, rules::municipal_field_count> fields_;  // of those that are read
};

// The ceiling of a scheme's budget, of schemes that have one.
Cents budget_cap(std::size_t scheme, rules::MunicipalTerms const& terms);

// Whether a scheme is in force.
bool is_active(std::size_t scheme, rules::MunicipalTerms const& terms);

}  // namespace minimasim::what_if
