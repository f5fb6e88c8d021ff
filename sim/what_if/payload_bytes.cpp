#include "sim/what_if/payload_bytes.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>

namespace minimasim::what_if {

namespace {

static_assert(std::endian::native == std::endian::little, "numbers are stored with the lowest byte first");

constexpr std::string_view form = "MINIMAW1";  // another number for another form
constexpr std::size_t most_replicates = 1'000;

class Writer {
  public:
    template <class Number>
    void number(Number const& value)
    {
        static_assert(std::is_arithmetic_v<Number>);
        char bytes[sizeof(Number)];
        std::memcpy(bytes, &value, sizeof(Number));
        bytes_.append(bytes, sizeof(Number));
    }

    void text(std::string_view value)
    {
        number(static_cast<std::uint32_t>(value.size()));
        bytes_.append(value);
    }

    void column(std::vector<std::int32_t> const& values)
    {
        for (int shift = 0; shift < 32; shift += 8) {
            for (auto const value : values) {
                bytes_.push_back(static_cast<char>(static_cast<std::uint32_t>(value) >> shift));
            }
        }
    }

    void raw(std::string_view value) { bytes_.append(value); }

    std::string bytes_;
};

class Reader {
  public:
    explicit Reader(std::string_view bytes) : left_(bytes) {}

    template <class Number>
    void number(Number& value)
    {
        auto const bytes = take(sizeof(Number));
        if (!bytes.empty()) {
            std::memcpy(&value, bytes.data(), sizeof(Number));
        }
    }

    std::string_view text()
    {
        std::uint32_t length = 0;
        number(length);
        return take(length);
    }

    void column(std::size_t rows, std::vector<std::int32_t>& values)
    {
        auto const bytes = take(4 * rows);
        if (bytes.empty()) {
            return;
        }
        values.resize(rows);
        auto const at = [&](std::size_t place) {
            return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[place]));
        };
        for (std::size_t row = 0; row < rows; ++row) {
            values[row] = static_cast<std::int32_t>(at(row) | (at(rows + row) << 8) |
                                                    (at(2 * rows + row) << 16) | (at(3 * rows + row) << 24));
        }
    }

    std::string_view take(std::size_t length)
    {
        if (length > left_.size()) {
            is_whole_ = false;
            left_ = {};
            return {};
        }
        auto const taken = left_.substr(0, length);
        left_.remove_prefix(length);
        return taken;
    }

    bool is_whole() const { return is_whole_; }
    std::size_t left() const { return left_.size(); }

  private:
    std::string_view left_;
    bool is_whole_ = true;
};

// Visits every number of one replicate, in the order in which they are stored.
template <class AnyReplicate, class Visit>
void for_each_number(AnyReplicate& of, Visit&& visit)
{
    visit(of.replicate);
    for (auto* terms : {&of.terms, &of.terms_then}) {
        for (auto& value : *terms) {
            visit(value);
        }
    }
    for (auto* charges : {&of.charges, &of.charges_then}) {
        for (auto const& field : rules::local_charges_fields) {
            visit(field.of(*charges));
        }
    }
    visit(of.shared_propensity);
    visit(of.amount_slope);
    for (auto& value : of.shift) {
        visit(value);
    }
    visit(of.spread.mean);
    visit(of.spread.deviation);
    for (auto* by_scheme : {&of.threshold, &of.mean_cents, &of.assumed_share}) {
        for (auto& value : *by_scheme) {
            visit(value);
        }
    }
}

template <class AnyOutside, class Visit>
void for_each_count(AnyOutside& outside, Visit&& visit)
{
    visit(outside.poor_households);
    visit(outside.poor_persons);
    visit(outside.poor_children);
    visit(outside.near_poor_persons);
    visit(outside.gap_cents_per_year);
}

// Households stand in the order of their numbers: what is stored is how far each lies from the one before.
std::vector<std::int32_t> steps_of(std::vector<std::int32_t> values)
{
    for (std::size_t i = values.size(); i > 1; --i) {
        values[i - 1] -= values[i - 2];
    }
    return values;
}

void add_up(std::vector<std::int32_t>& steps)
{
    for (std::size_t i = 1; i < steps.size(); ++i) {
        steps[i] += steps[i - 1];
    }
}

// What follows the form and the description.
Reader after_description(std::string_view bytes, std::string_view& description, bool& is_of_this_form)
{
    Reader reader(bytes);
    is_of_this_form = reader.take(form.size()) == form;
    description = reader.text();
    is_of_this_form = is_of_this_form && reader.is_whole();
    return reader;
}

}  // namespace

std::string to_bytes(Payload const& payload, std::string_view description)
{
    Writer writer;
    writer.raw(form);
    writer.text(description);
    writer.number(payload.seed);
    writer.number(payload.member);
    for (std::size_t k = 0; k < scheme_count; ++k) {
        writer.number(static_cast<std::uint8_t>(payload.counted_in[k]));
        writer.number(static_cast<std::uint8_t>(payload.counts_amount[k]));
    }
    for (double const value : payload.terms) {
        writer.number(value);
    }
    writer.number(static_cast<std::uint32_t>(payload.measures.size()));
    for (std::size_t i = 0; i < payload.measures.size(); ++i) {
        writer.text(payload.measures[i]);
        writer.number(payload.measure_budgets[i]);
    }
    for_each_count(payload.outside, [&](auto const& value) { writer.number(value); });
    writer.number(static_cast<std::uint32_t>(payload.replicates.size()));
    for (auto const& replicate : payload.replicates) {
        for_each_number(replicate, [&](auto const& value) { writer.number(value); });
    }
    writer.number(static_cast<std::uint32_t>(payload.households));
    for (std::size_t c = 0; c < column_count; ++c) {
        writer.column(c == static_cast<std::size_t>(Column::number) ? steps_of(payload.columns[c])
                                                                    : payload.columns[c]);
    }
    return std::move(writer.bytes_);
}

std::optional<std::string_view> description_of(std::string_view bytes)
{
    std::string_view description;
    bool is_of_this_form = false;
    after_description(bytes, description, is_of_this_form);
    return is_of_this_form ? std::optional(description) : std::nullopt;
}

std::optional<Payload> payload_of(std::string_view bytes)
{
    std::string_view description;
    bool is_of_this_form = false;
    Reader reader = after_description(bytes, description, is_of_this_form);
    if (!is_of_this_form) {
        return std::nullopt;
    }
    Payload payload;
    reader.number(payload.seed);
    reader.number(payload.member);
    for (std::size_t k = 0; k < scheme_count; ++k) {
        std::uint8_t counted_in = 0;
        std::uint8_t counts_amount = 0;
        reader.number(counted_in);
        reader.number(counts_amount);
        payload.counted_in[k] = static_cast<rules::CountedIn>(counted_in);
        payload.counts_amount[k] = counts_amount != 0;
    }
    for (double& value : payload.terms) {
        reader.number(value);
    }
    std::uint32_t measures = 0;
    reader.number(measures);
    for (std::uint32_t i = 0; i < measures && reader.is_whole(); ++i) {
        payload.measures.emplace_back(reader.text());
        reader.number(payload.measure_budgets.emplace_back());
    }
    for_each_count(payload.outside, [&](auto& value) { reader.number(value); });
    std::uint32_t replicates = 0;
    reader.number(replicates);
    if (!reader.is_whole() || replicates > most_replicates) {
        return std::nullopt;
    }
    payload.replicates.resize(replicates);
    for (auto& replicate : payload.replicates) {
        for_each_number(replicate, [&](auto& value) { reader.number(value); });
    }
    std::uint32_t households = 0;
    reader.number(households);
    if (!reader.is_whole() || reader.left() != std::size_t{4} * column_count * households) {
        return std::nullopt;
    }
    payload.households = households;
    for (auto& column : payload.columns) {
        reader.column(households, column);
    }
    add_up(payload.column(Column::number));
    return payload;
}

}  // namespace minimasim::what_if
