#include "sim/run/streaming/member_store.hpp"

#include <algorithm>
#include <utility>

#include "sim/run/members/member_rows.hpp"

namespace minimasim::run {

namespace {

// Calls action(columns of a law) for every law, that of the calibration date first.
template <class AnyMember, class Action>
void for_each_law(AnyMember& member, Action const& action)
{
    action(member.calibration);
    std::for_each(member.by_law.begin(), member.by_law.end(), action);
}

// Calls action(vector, rows of it) for everything that is stored of a part.
template <class AnyMember, class Action>
void for_each_stored(AnyMember& member, StoredPart const& part, Action const& action)
{
    std::size_t const households = part.households;
    std::size_t const persons = part.persons;
    auto& population = member.population;
    action(member.household_numbers, households);
    action(population.person_begin, households + 1);
    action(population.persons.profile, persons);
    action(population.type, households);
    action(population.tenure, households);
    action(population.main_source, households);
    action(population.woz_value_euro, households);
    action(population.receives_social_assistance, households);
    action(member.income_steps, households);
    action(member.facts->groups, households);
    action(member.facts->claims_care_allowance, households);
    action(member.facts->near_the_line, part.near_the_line);
    for_each_law(member, [&](auto& of_law) {
        action(of_law.poverty, households);
        action(of_law.cells, households);
    });
}

// The columns of a member, each once, and for every law and field which of them it is.
struct DistinctColumns {
    explicit DistinctColumns(Member const& member)
    {
        for_each_law(member, [&](MemberColumns const& of_law) {
            for (auto const& column : of_law.fields) {
                auto const known = std::find(columns.begin(), columns.end(), column);
                places.push_back(static_cast<std::uint16_t>(known - columns.begin()));
                if (known == columns.end()) {
                    columns.push_back(column);
                }
            }
        });
    }

    std::vector<Column> columns;
    std::vector<std::uint16_t> places;
};

}  // namespace

MemberStore::MemberStore(std::filesystem::path const& folder, std::uint32_t number, std::size_t laws)
    : file_(std::make_unique<ScratchFile>(folder)), number_(number), laws_(laws)
{
}

StoredPart MemberStore::write(Member const& part, std::vector<std::uint8_t> const& is_kept) const
{
    auto kept = of_rows(part, kept_rows(is_kept));
    DistinctColumns distinct(kept);
    StoredPart stored{0,
                      kept.population.size(),
                      kept.population.persons.profile.size(),
                      kept.facts->near_the_line.size(),
                      std::move(distinct.places),
                      {}};
    std::vector<char> bytes;
    auto const add = [&]<class T>(std::vector<T> const& values, std::size_t) {
        auto const* const first = reinterpret_cast<char const*>(values.data());
        bytes.insert(bytes.end(), first, first + values.size() * sizeof(T));
    };
    for_each_stored(kept, stored, add);
    for (auto const& column : distinct.columns) {
        stored.forms.push_back(column->form());
        add(column->bytes(), stored.households);
    }
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
    std::uint64_t place = stored.place;
    auto const take = [&]<class T>(std::vector<T>& values, std::size_t count) {
        values.resize(count);
        file_->read(place, values.data(), count * sizeof(T));
        place += count * sizeof(T);
    };
    for_each_stored(member, stored, take);
    std::vector<Column> columns;
    auto next = stored.columns.begin();
    for_each_law(member, [&](MemberColumns& of_law) {
        of_law.households = stored.households;
        for (auto& column : of_law.fields) {
            std::size_t const distinct = *next++;
            if (distinct == columns.size()) {  // they stand in the order in which they come up first
                auto const& form = stored.forms[distinct];
                std::vector<std::uint8_t> bytes;
                take(bytes, form.width * stored.households);
                columns.push_back(
                    std::make_shared<PackedColumn const>(form, stored.households, std::move(bytes)));
            }
            column = columns[distinct];
        }
    });
    outcomes::set_deciles(first_decile_, deciles_, member.income_steps, member.calibration.cells);
    for (auto& columns : member.by_law) {
        outcomes::set_deciles(first_decile_, deciles_, member.income_steps, columns.cells);
    }
}

}  // namespace minimasim::run
