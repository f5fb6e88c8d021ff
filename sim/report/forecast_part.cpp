#include "sim/report/forecast_part.hpp"

#include <array>
#include <string_view>

#include "sim/base/digest.hpp"
#include "sim/input/hdf5_reader.hpp"
#include "sim/input/hdf5_writer.hpp"
#include "sim/report/forecast_part_fields.hpp"

namespace minimasim::report {

namespace {

using forecast::MonthCounts;
using forecast::Path;
using forecast::Replicate;
using forecast::YearAccounts;
using Int = std::int32_t;

constexpr std::size_t months_per_year = 12;
constexpr char const* kind = "minimasim forecast shard";
constexpr char const* format_version = "2";
constexpr char const* meant = "a finished shard of a forecast";

// The part as plain rows of numbers.
struct Rows {
    std::vector<std::int64_t> sizes;
    std::vector<Int> replicates;
    std::vector<Int> starts;
    std::vector<Int> months;
    std::vector<Int> debts_by_neighbourhood;
    std::vector<Int> households_by_neighbourhood;
    std::vector<Int> by_group;  // debts by profile, arrears, households by profile
    std::vector<Int> people_years;
    std::vector<std::int64_t> repayments;
    std::vector<std::int64_t> gained_cents;
    std::vector<std::int64_t> people;
    std::vector<double> spending;
    std::vector<double> price_index;
    std::vector<double> outcomes;
};

// Where reading stands in an array.
template <class T>
struct Cursor {
    std::vector<T> const& values;
    std::size_t next = 0;
};

// The same names as in Rows, for reading them back.
struct Cursors {
    Cursor<Int> replicates;
    Cursor<Int> starts;
    Cursor<Int> months;
    Cursor<Int> debts_by_neighbourhood;
    Cursor<Int> households_by_neighbourhood;
    Cursor<Int> by_group;
    Cursor<Int> people_years;
    Cursor<std::int64_t> repayments;
    Cursor<std::int64_t> gained_cents;
    Cursor<std::int64_t> people;
    Cursor<double> spending;
    Cursor<double> price_index;
    Cursor<double> outcomes;
};

Cursors cursors_of(Rows const& rows)
{
    return {{rows.replicates},
            {rows.starts},
            {rows.months},
            {rows.debts_by_neighbourhood},
            {rows.households_by_neighbourhood},
            {rows.by_group},
            {rows.people_years},
            {rows.repayments},
            {rows.gained_cents},
            {rows.people},
            {rows.spending},
            {rows.price_index},
            {rows.outcomes}};
}

// Calls `take` for every array with its name.
template <class SomeRows, class Take>
void for_each_array(SomeRows& rows, Take const& take)
{
    take("sizes", rows.sizes);
    take("replicates", rows.replicates);
    take("starts", rows.starts);
    take("months", rows.months);
    take("debts_by_neighbourhood", rows.debts_by_neighbourhood);
    take("households_by_neighbourhood", rows.households_by_neighbourhood);
    take("by_group", rows.by_group);
    take("people_years", rows.people_years);
    take("freed_repayment_cents", rows.repayments);
    take("gained_cents", rows.gained_cents);
    take("people", rows.people);
    take("spending", rows.spending);
    take("price_index", rows.price_index);
    take("outcomes", rows.outcomes);
}

// One pass over all numbers of a part, in a fixed order: writing them down and reading them back are the same
// walk. `Number` takes an array of the rows, or a cursor in it, and a number of the part.
template <class Part, class SomeRows, class Number>
void walk(Part& part, SomeRows& rows, Number const& number)
{
    for (auto& replicate : part.replicates) {
        number(rows.replicates, replicate);
    }
    for (auto& replicate : part.debts) {
        for (auto const field : start_fields) {
            number(rows.starts, replicate.start.*field);
        }
        for (auto& year : replicate.households_by_neighbourhood) {
            for (auto& households : year) {
                number(rows.households_by_neighbourhood, households);
            }
        }
        for (auto& year : replicate.households_by_profile) {
            for (auto& households : year) {
                number(rows.by_group, households);
            }
        }
        for (auto& path : replicate.paths) {
            for (auto* const table :
                 {&path.debts_by_profile, &path.arrears_by_neighbourhood, &path.arrears_by_profile}) {
                for (auto& year : *table) {
                    for (auto& households : year) {
                        number(rows.by_group, households);
                    }
                }
            }
            for (auto& month : path.months) {
                for (auto const field : month_fields) {
                    number(rows.months, month.*field);
                }
                for (auto& signals : month.signals_by_sender) {
                    number(rows.months, signals);
                }
                number(rows.repayments, month.freed_repayment_cents);
            }
            for (auto& year : path.gained_cents) {
                for (auto& cents : year) {
                    number(rows.gained_cents, cents);
                }
            }
            for (auto& year : path.debts_by_neighbourhood) {
                for (auto& households : year) {
                    number(rows.debts_by_neighbourhood, households);
                }
            }
        }
    }
    for (auto& years : part.people) {
        for (auto& accounts : years) {
            number(rows.people_years, accounts.year);
            for (auto const& field : forecast::account_fields()) {
                number(rows.people, accounts.*field.value);
            }
        }
    }
    for (auto& of_package : part.budget.spending) {
        for (auto& of_year : of_package) {
            for (auto& of_line : of_year) {
                for (auto& euro : of_line) {
                    number(rows.spending, euro);
                }
            }
        }
    }
    for (auto& of_year : part.budget.price_index) {
        for (auto& index : of_year) {
            number(rows.price_index, index);
        }
    }
    for (auto& of_package : part.outcomes.counts) {
        for (auto& of_year : of_package) {
            for (auto& counts : of_year) {
                for (auto& count : counts) {
                    number(rows.outcomes, count);
                }
            }
        }
    }
}

// How long the lists of a part are.
struct Sizes {
    std::size_t replicates = 0;
    std::size_t packages = 0;
    std::size_t months = 0;
    std::size_t ends_of_years = 0;
    std::size_t neighbourhoods = 0;
    std::size_t years_of_people = 0;
    std::size_t budget_packages = 0;
    std::size_t budget_years = 0;
    std::size_t lines = 0;
    std::size_t outcome_packages = 0;
    std::size_t outcome_years = 0;
};

constexpr std::array size_fields{&Sizes::replicates,       &Sizes::packages,       &Sizes::months,
                                 &Sizes::ends_of_years,    &Sizes::neighbourhoods, &Sizes::years_of_people,
                                 &Sizes::budget_packages,  &Sizes::budget_years,   &Sizes::lines,
                                 &Sizes::outcome_packages, &Sizes::outcome_years};

Sizes sizes_of(ForecastPart const& part)
{
    Sizes sizes;
    sizes.replicates = part.replicates.size();
    if (sizes.replicates > 0) {
        auto const& paths = part.debts.front().paths;
        sizes.packages = paths.size();
        sizes.months = paths.front().months.size();
        sizes.ends_of_years = paths.front().debts_by_neighbourhood.size();
        sizes.neighbourhoods = paths.front().debts_by_neighbourhood.front().size();
        sizes.years_of_people = part.people.front().size();
    }
    sizes.budget_packages = part.budget.spending.size();
    sizes.budget_years = part.budget.price_index.size();
    bool const has_budget = sizes.budget_packages > 0 && sizes.budget_years > 0;
    sizes.lines = has_budget ? part.budget.spending.front().front().size() : 0;
    sizes.outcome_packages = part.outcomes.counts.size();
    sizes.outcome_years = sizes.outcome_packages > 0 ? part.outcomes.counts.front().size() : 0;
    return sizes;
}

// A part of which every number is still to be filled in.
ForecastPart empty_part(Sizes const& sizes)
{
    ForecastPart part;
    part.replicates.resize(sizes.replicates);
    std::vector const by_neighbourhood(sizes.ends_of_years, std::vector<Int>(sizes.neighbourhoods));
    std::vector const by_profile(sizes.ends_of_years, std::vector<Int>(population::profile_count));
    Path const path{std::vector<MonthCounts>(sizes.months),
                    by_neighbourhood,
                    std::vector<forecast::CentsOfSchemes>(sizes.months / months_per_year),
                    by_profile,
                    by_neighbourhood,
                    by_profile};
    part.debts.assign(sizes.replicates,
                      {{}, std::vector(sizes.packages, path), by_neighbourhood, by_profile});
    part.people.assign(sizes.replicates, std::vector<YearAccounts>(sizes.years_of_people));
    std::vector<double> const replicates(sizes.replicates);
    part.budget.spending.assign(
        sizes.budget_packages,
        std::vector(sizes.budget_years, forecast::SpendingOfLines(sizes.lines, replicates)));
    part.budget.price_index.assign(sizes.budget_years, replicates);
    part.outcomes.counts.assign(
        sizes.outcome_packages,
        std::vector(sizes.outcome_years, std::vector<forecast::CountsOfYear>(sizes.replicates)));
    return part;
}

Rows rows_of(ForecastPart const& part)
{
    Rows rows;
    auto const sizes = sizes_of(part);
    for (auto const field : size_fields) {
        rows.sizes.push_back(static_cast<std::int64_t>(sizes.*field));
    }
    walk(part, rows, [](auto& array, auto const& number) {
        array.push_back(static_cast<typename std::decay_t<decltype(array)>::value_type>(number));
    });
    return rows;
}

std::string content_digest(std::string const& identity, Rows const& rows)
{
    Digest digest;
    digest.add_text(identity);
    for_each_array(rows, [&](char const* name, auto const& values) {
        digest.add_text(name);
        digest.add_text(std::string_view(reinterpret_cast<char const*>(values.data()),
                                         values.size() * sizeof(values.front())));
    });
    return digest.hex();
}

}  // namespace

std::string part_bytes(ForecastPart const& part, std::string const& identity)
{
    auto const rows = rows_of(part);
    input::Hdf5Writer file(input::Compression::deflate);
    file.set_attribute("/", "kind", std::string(kind));
    file.set_attribute("/", "format_version", std::string(format_version));
    file.set_attribute("/", "identity", identity);
    file.set_attribute("/", "content_digest", content_digest(identity, rows));
    for_each_array(rows, [&](char const* name, auto const& values) { file.write(name, values); });
    return file.finish();
}

ForecastPartFile read_part(std::filesystem::path const& path)
{
    input::Hdf5Reader const reader(path, meant);
    if (!reader.has_attribute("/", "kind") || reader.attribute<std::string>("/", "kind") != kind) {
        throw reader.fault("is not " + std::string(meant));
    }
    if (reader.attribute<std::string>("/", "format_version") != format_version) {
        throw reader.fault("was written by another version of the program");
    }
    ForecastPartFile file;
    file.identity = reader.attribute<std::string>("/", "identity");
    Rows rows;
    for_each_array(rows, [&](char const* name, auto& values) {
        values = reader.read<typename std::decay_t<decltype(values)>::value_type>(name);
    });
    if (rows.sizes.size() != size_fields.size() ||
        reader.attribute<std::string>("/", "content_digest") != content_digest(file.identity, rows)) {
        throw reader.fault("is damaged: its content has another digest than it says");
    }
    Sizes sizes;
    for (std::size_t i = 0; i < size_fields.size(); ++i) {
        sizes.*size_fields[i] = static_cast<std::size_t>(rows.sizes[i]);
    }
    file.part = empty_part(sizes);
    auto cursors = cursors_of(rows);
    walk(file.part, cursors, [&](auto& cursor, auto& number) {
        if (cursor.next == cursor.values.size()) {
            throw reader.fault("is damaged: it holds fewer numbers than it says");
        }
        number = static_cast<std::decay_t<decltype(number)>>(cursor.values[cursor.next++]);
    });
    return file;
}

}  // namespace minimasim::report
