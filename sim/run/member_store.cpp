#include "sim/run/member_store.hpp"

#include <algorithm>
#include <utility>

namespace minimasim::run {

namespace {

// Calls action(vector, rows of it) for everything that is stored of a part.
template <class AnyMember, class Action>
void for_each_stored(AnyMember& member, StoredPart const& part, Action const& action)
{
    std::size_t const households = part.households;
    std::size_t const persons = part.persons;
    auto& population = member.population;
    action(member.household_numbers, households);
    action(population.person_begin, households + 1);
    action(population.persons.age, persons);
    action(population.persons.profile, persons);
    action(population.type, households);
    action(population.tenure, households);
    action(population.main_source, households);
    action(population.woz_value_euro, households);
    action(population.years_on_low_income, households);
    action(population.expects_improvement, households);
    action(population.receives_social_assistance, households);
    action(member.income_steps, households);
    action(member.facts->groups, households);
    action(member.facts->claims_care_allowance, households);
    action(member.facts->near_the_line, part.near_the_line);
    auto const columns = [&](auto& of_law) {
        action(of_law.values, rules::municipal_field_count * households);
        action(of_law.poverty, households);
        action(of_law.cells, households);
    };
    columns(member.calibration);
    for (auto& of_law : member.by_law) {
        columns(of_law);
    }
}

template <class T>
std::vector<T> of_rows(std::vector<T> const& values, std::vector<std::uint32_t> const& rows)
{
    std::vector<T> kept(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        kept[i] = values[rows[i]];
    }
    return kept;
}

MemberColumns of_rows(MemberColumns const& columns, std::vector<std::uint32_t> const& rows)
{
    MemberColumns kept;
    kept.households = rows.size();
    kept.values.resize(rules::municipal_field_count * rows.size());
    for (std::size_t field = 0; field < rules::municipal_field_count; ++field) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            kept.values[field * rows.size() + i] = columns.column(field)[rows[i]];
        }
    }
    kept.poverty = of_rows(columns.poverty, rows);
    kept.cells = of_rows(columns.cells, rows);
    return kept;
}

// The member of these rows alone.
Member of_rows(Member const& part, std::vector<std::uint32_t> const& rows)
{
    Member kept;
    auto const& from = part.population;
    auto& to = kept.population;
    to.person_begin.push_back(0);
    for (auto const row : rows) {
        kept.household_numbers.push_back(part.number_of(row));
        for (std::size_t person = from.person_begin[row]; person < from.person_begin[row + 1]; ++person) {
            to.persons.age.push_back(from.persons.age[person]);
            to.persons.profile.push_back(from.persons.profile[person]);
        }
        to.person_begin.push_back(static_cast<std::uint32_t>(to.persons.age.size()));
    }
    to.type = of_rows(from.type, rows);
    to.tenure = of_rows(from.tenure, rows);
    to.main_source = of_rows(from.main_source, rows);
    to.woz_value_euro = of_rows(from.woz_value_euro, rows);
    to.years_on_low_income = of_rows(from.years_on_low_income, rows);
    to.expects_improvement = of_rows(from.expects_improvement, rows);
    to.receives_social_assistance = of_rows(from.receives_social_assistance, rows);
    kept.income_steps = of_rows(part.income_steps, rows);
    kept.facts.emplace();
    kept.facts->groups = of_rows(part.facts->groups, rows);
    kept.facts->claims_care_allowance = of_rows(part.facts->claims_care_allowance, rows);
    auto const& near_the_line = part.facts->near_the_line;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        if (std::binary_search(near_the_line.begin(), near_the_line.end(), rows[i])) {
            kept.facts->near_the_line.push_back(i);
        }
    }
    kept.calibration = of_rows(part.calibration, rows);
    for (auto const& columns : part.by_law) {
        kept.by_law.push_back(of_rows(columns, rows));
    }
    return kept;
}

}  // namespace

MemberStore::MemberStore(std::filesystem::path const& folder, std::uint32_t number, std::size_t laws)
    : file_(std::make_unique<ScratchFile>(folder)), number_(number), laws_(laws)
{
}

StoredPart MemberStore::write(Member const& part, std::vector<std::uint8_t> const& is_kept) const
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < is_kept.size(); ++row) {
        if (is_kept[row] != 0) {
            rows.push_back(row);
        }
    }
    auto kept = of_rows(part, rows);
    StoredPart stored{0, rows.size(), kept.population.persons.age.size(), kept.facts->near_the_line.size()};
    std::vector<char> bytes;
    for_each_stored(kept, stored, [&]<class T>(std::vector<T> const& values, std::size_t) {
        auto const* const first = reinterpret_cast<char const*>(values.data());
        bytes.insert(bytes.end(), first, first + values.size() * sizeof(T));
    });
    stored.place = file_->add(bytes.data(), bytes.size());
    return stored;
}

void MemberStore::take(std::vector<StoredPart> parts, std::uint16_t first_decile,
                       outcomes::DecileLimits const& deciles)
{
    first_decile_ = first_decile;
    deciles_ = deciles;
    parts_ = std::move(parts);
    households_ = 0;
    for (auto const& part : parts_) {
        households_ += part.households;
    }
}

void MemberStore::read(std::size_t part, Member& member) const
{
    auto const& stored = parts_[part];
    member.number = number_;
    member.by_law.resize(laws_);
    if (!member.facts) {
        member.facts.emplace();
    }
    member.calibration.households = stored.households;
    for (auto& columns : member.by_law) {
        columns.households = stored.households;
    }
    std::uint64_t place = stored.place;
    for_each_stored(member, stored, [&]<class T>(std::vector<T>& values, std::size_t count) {
        values.resize(count);
        file_->read(place, values.data(), count * sizeof(T));
        place += count * sizeof(T);
    });
    outcomes::set_deciles(first_decile_, deciles_, member.income_steps, member.calibration.cells);
    for (auto& columns : member.by_law) {
        outcomes::set_deciles(first_decile_, deciles_, member.income_steps, columns.cells);
    }
}

}  // namespace minimasim::run
