#include "sim/run/members/member_rows.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace minimasim::run {

namespace {

template <class T>
std::vector<T> of_rows(std::vector<T> const& values, std::vector<std::uint32_t> const& rows)
{
    std::vector<T> kept(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        kept[i] = values[rows[i]];
    }
    return kept;
}

// Columns by what they were made of, so that what was one stays one.
using ColumnsOfRows = std::map<Column, Column>;

MemberColumns of_rows(MemberColumns const& columns, std::vector<std::uint32_t> const& rows,
                      ColumnsOfRows& known)
{
    MemberColumns kept;
    kept.households = rows.size();
    for (std::size_t field = 0; field < rules::municipal_field_count; ++field) {
        auto& of_field = known[columns.fields[field]];
        if (of_field == nullptr) {
            std::vector<std::int32_t> values(rows.size());
            columns.column(field).gather(rows.data(), rows.size(), values.data());
            of_field = std::make_shared<PackedColumn const>(values);
        }
        kept.fields[field] = of_field;
    }
    kept.poverty = of_rows(columns.poverty, rows);
    kept.cells = of_rows(columns.cells, rows);
    return kept;
}

// The fields that are looked at under these terms: by the schemes in force, and by who counts.
FieldMask fields_read(rules::MunicipalTerms const& terms)
{
    FieldMask fields = FieldMask{1} << field_index(&rules::MunicipalHousehold::adults) |
                       FieldMask{1} << field_index(&rules::MunicipalHousehold::children);
    rules::for_each_scheme([&](auto scheme, auto index) {
        fields |= std::get<index>(terms).is_active >= 0.5 ? fields_read_by<decltype(scheme)>() : 0;
    });
    return fields;
}

// Leaves noughts of the other fields.
void keep_fields(FieldMask fields, MemberColumns& columns)
{
    auto const noughts = std::make_shared<PackedColumn const>(std::vector<std::int32_t>(columns.households));
    for (std::size_t field = 0; field < rules::municipal_field_count; ++field) {
        if (!has_field(fields, field)) {
            columns.fields[field] = noughts;
        }
    }
}

}  // namespace

std::vector<std::uint32_t> kept_rows(std::vector<std::uint8_t> const& is_kept)
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < is_kept.size(); ++row) {
        if (is_kept[row] != 0) {
            rows.push_back(row);
        }
    }
    return rows;
}

Member of_rows(Member const& member, std::vector<std::uint32_t> const& rows)
{
    Member kept;
    kept.number = member.number;
    auto const& from = member.population;
    auto& to = kept.population;
    std::size_t persons = 0;
    for (auto const row : rows) {
        persons += from.person_begin[row + 1] - from.person_begin[row];
    }
    kept.household_numbers.reserve(rows.size());
    to.person_begin.reserve(rows.size() + 1);
    to.persons.profile.reserve(persons);
    to.person_begin.push_back(0);
    for (auto const row : rows) {
        kept.household_numbers.push_back(member.number_of(row));
        for (std::size_t person = from.person_begin[row]; person < from.person_begin[row + 1]; ++person) {
            to.persons.profile.push_back(from.persons.profile[person]);
        }
        to.person_begin.push_back(static_cast<std::uint32_t>(to.persons.profile.size()));
    }
    to.type = of_rows(from.type, rows);
    to.tenure = of_rows(from.tenure, rows);
    to.main_source = of_rows(from.main_source, rows);
    to.woz_value_euro = of_rows(from.woz_value_euro, rows);
    to.receives_social_assistance = of_rows(from.receives_social_assistance, rows);
    if (!member.income_steps.empty()) {
        kept.income_steps = of_rows(member.income_steps, rows);
    }
    kept.facts.emplace();
    kept.facts->groups = of_rows(member.facts->groups, rows);
    kept.facts->claims_care_allowance = of_rows(member.facts->claims_care_allowance, rows);
    auto const& near_the_line = member.facts->near_the_line;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        if (std::binary_search(near_the_line.begin(), near_the_line.end(), rows[i])) {
            kept.facts->near_the_line.push_back(i);
        }
    }
    kept.facts->near_the_line.shrink_to_fit();
    ColumnsOfRows known;
    kept.calibration = of_rows(member.calibration, rows, known);
    for (auto const& columns : member.by_law) {
        kept.by_law.push_back(of_rows(columns, rows, known));
    }
    return kept;
}

Member resident_member(Setting const& setting, Screen const& screen, Member const& whole)
{
    auto kept = of_rows(whole, kept_rows(screen.kept(whole)));
    kept.facts->on_low_income = whole.facts->on_low_income;
    kept.facts->below_pension_age = whole.facts->below_pension_age;
    kept.facts->of_all_ages = whole.facts->of_all_ages;
    kept.households_left_out = static_cast<std::int64_t>(whole.population.size() - kept.population.size());
    kept.income_steps = {};  // the deciles are settled, over all households
    keep_fields(fields_read(setting.calibration_policy.policy.municipal), kept.calibration);
    for (std::size_t law = 0; law < kept.by_law.size(); ++law) {
        FieldMask fields = 0;
        for (auto const& package : setting.packages) {
            fields |= package.law_index == law ? fields_read(package.policy.policy.municipal) : 0;
        }
        keep_fields(fields, kept.by_law[law]);
    }
    share_columns(kept);
    return kept;
}

void share_columns(Member& member)
{
    std::vector<Column> known;
    auto const share = [&](MemberColumns& columns) {
        for (auto& column : columns.fields) {
            auto const same = std::find_if(known.begin(), known.end(), [&](Column const& other) {
                return other == column || *other == *column;
            });
            if (same == known.end()) {
                known.push_back(column);
            } else {
                column = *same;
            }
        }
    };
    share(member.calibration);
    std::for_each(member.by_law.begin(), member.by_law.end(), share);
}

}  // namespace minimasim::run
