#include "sim/run/member_rows.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/run/streaming_screen.hpp"

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
            of_field =
                std::make_shared<std::vector<std::int32_t> const>(of_rows(*columns.fields[field], rows));
        }
        kept.fields[field] = of_field;
    }
    kept.poverty = of_rows(columns.poverty, rows);
    kept.cells = of_rows(columns.cells, rows);
    return kept;
}

// Which fields are looked at under a law: by the schemes in force there, and by who counts.
class FieldsRead {
  public:
    FieldsRead()
    {
        is_read_[field_index(&rules::MunicipalHousehold::adults)] = true;
        is_read_[field_index(&rules::MunicipalHousehold::children)] = true;
    }

    void add(rules::MunicipalTerms const& terms)
    {
        rules::for_each_scheme([&](auto scheme, auto index) {
            using S = decltype(scheme);
            for (std::size_t field = 0; field < rules::municipal_field_count; ++field) {
                bool const reads =
                    S::reads.empty() || std::find(S::reads.begin(), S::reads.end(),
                                                  rules::municipal_fields[field]) != S::reads.end();
                is_read_[field] = is_read_[field] || (reads && std::get<index>(terms).is_active >= 0.5);
            }
        });
    }

    // Leaves noughts of the other fields.
    void keep_alone(MemberColumns& columns) const
    {
        Column noughts;
        for (std::size_t field = 0; field < rules::municipal_field_count; ++field) {
            if (is_read_[field]) {
                continue;
            }
            if (noughts == nullptr) {
                noughts = std::make_shared<std::vector<std::int32_t> const>(columns.households);
            }
            columns.fields[field] = noughts;
        }
    }

  private:
    std::array<bool, rules::municipal_field_count> is_read_{};
};

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

Member resident_member(Setting const& setting, Member const& whole)
{
    auto kept = of_rows(whole, kept_rows(Screen(setting).kept(whole)));
    kept.facts->on_low_income = whole.facts->on_low_income;
    kept.facts->below_pension_age = whole.facts->below_pension_age;
    kept.facts->of_all_ages = whole.facts->of_all_ages;
    FieldsRead then;
    then.add(setting.calibration_policy.policy.municipal);
    then.keep_alone(kept.calibration);
    for (std::size_t law = 0; law < kept.by_law.size(); ++law) {
        FieldsRead now;
        for (auto const& package : setting.packages) {
            if (package.law_index == law) {
                now.add(package.policy.policy.municipal);
            }
        }
        now.keep_alone(kept.by_law[law]);
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
