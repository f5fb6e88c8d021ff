#include "sim/forecast/people/donors.hpp"

#include <algorithm>
#include <numeric>

#include "sim/population/attributes/archetype.hpp"

namespace minimasim::forecast {

namespace {

using namespace population;

constexpr int adult = 18;
constexpr std::size_t bands = 16;  // of age
constexpr std::size_t earner_kinds = 2 * 2 * 2 * bands;
constexpr std::uint32_t profile_kinds = bands * 3 * 3 * 4 * 2;

std::size_t band_of(int age)
{
    if (age < 25) {
        return age < adult ? 0 : age < 21 ? 1 : 2;
    }
    return static_cast<std::size_t>(age < pension_age ? 3 + (std::min(age, 64) - 25) / 5
                                                      : std::min(15, 11 + (age - pension_age) / 6));
}

template <class Value>
std::size_t number_of(Value value)
{
    return static_cast<std::size_t>(value);
}

bool is_working(Source source)
{
    return source == Source::employee || source == Source::self_employed;
}

bool is_benefit(Source source)
{
    return source == Source::unemployment_benefit || source == Source::disability_benefit;
}

std::size_t kind_of(Family const& f)
{
    auto const adults =
        std::count_if(f.members.begin(), f.members.end(), [](Member const& m) { return m.age >= adult; });
    std::size_t kind = number_of(f.type) * bands + band_of(f.members[0].age);
    kind = kind * 3 + static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(adults, 1, 3) - 1);
    return kind * 3 + number_of(f.tenure);
}
constexpr std::size_t kinds = household_type_count * bands * 3 * 3;

// Of those whose income comes from work: partner, children, two earners, age; of pensioners: partner, age; of
// benefits: partner, which.
std::int32_t earner_kind_of(Family const& f)
{
    auto const earning = earning_of(f);
    if (earning == Earning::none) {
        return -1;
    }
    std::size_t kind = f.has_partner() ? 1 : 0;
    std::size_t first = 0;
    auto band = band_of(f.members[0].age);
    if (earning == Earning::work) {
        bool const has_children =
            f.type == HouseholdType::couple_with_children || f.type == HouseholdType::single_parent;
        bool const two =
            f.has_partner() && is_working(f.members[0].source) && is_working(f.members[1].source);
        kind = (kind * 2 + (has_children ? 1 : 0)) * 2 + (two ? 1 : 0);
    } else if (earning == Earning::pension) {
        first = earner_kinds;
    } else {
        first = 2 * earner_kinds;
        band = f.main_source == Source::disability_benefit ? 1 : 0;
    }
    return static_cast<std::int32_t>(first + kind * bands + band);
}

std::size_t pensioner_cell(Sex sex, Beside beside, bool is_early)
{
    return (number_of(beside) * 2 + (is_early ? 1 : 0)) * 2 + number_of(sex);
}
constexpr std::size_t pensioner_cells = beside_count * 2 * 2;

bool lived_on_work(Source source)
{
    return is_working(source) || is_benefit(source);
}

std::size_t prospect_kind_of(Family const& f)
{
    return (number_of(f.main_source) * bands + band_of(f.members[0].age)) * 3 +
           number_of(f.members[0].education);
}

}  // namespace

HouseholdDraft draft_of(Family const& f)
{
    HouseholdDraft h;
    h.count_persons = static_cast<int>(std::min<std::size_t>(f.members.size(), largest_household));
    for (std::size_t i = 0; i < static_cast<std::size_t>(h.count_persons); ++i) {
        auto const& m = f.members[i];
        auto& p = h.persons[i];
        p.age = m.age;
        p.sex = m.sex;
        p.role = m.role;
        p.education = m.education;
        p.source = m.source;
        p.wage_per_year = m.wage_cents_per_year / 100.0;
        p.profit_per_year = m.profit_cents_per_year / 100.0;
        p.pension_per_year = m.pension_cents_per_year / 100.0;
        p.unemployment_benefit_per_year = m.unemployment_benefit_cents_per_year / 100.0;
        p.disability_benefit_per_year = m.disability_benefit_cents_per_year / 100.0;
        p.state_pension_build_up = m.state_pension_build_up_percent / 100.0;
    }
    h.type = f.type;
    h.tenure = f.tenure;
    h.main_source = f.main_source;
    h.income_class = f.income_class;
    h.neighbourhood = f.neighbourhood;
    h.rent_per_month = f.rent_cents_per_month / 100.0;
    h.mortgage_per_month = f.mortgage_cents_per_month / 100.0;
    h.energy_per_month = f.energy_cents_per_month / 100.0;
    h.woz_value = f.woz_value_euro;
    h.liquid_assets = f.liquid_assets_cents / 100.0;
    h.expects_improvement = f.expects_improvement;
    h.receives_social_assistance = f.receives_social_assistance;
    return h;
}

Groups::Groups(std::size_t cells, std::vector<std::uint32_t> const& items,
               std::vector<std::int32_t> const& cell)
    : begin_(cells + 2)
{
    for (auto const c : cell) {
        if (c >= 0) {
            ++begin_[static_cast<std::size_t>(c) + 2];
        }
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    items_.resize(begin_.back());
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (cell[i] >= 0) {
            items_[begin_[static_cast<std::size_t>(cell[i]) + 1]++] = items[i];
        }
    }
    begin_.pop_back();
}

std::optional<std::uint32_t> Groups::pick(std::size_t cell, double u) const
{
    auto const size = count(cell);
    if (size == 0) {
        return std::nullopt;
    }
    return items_[begin_[cell] + std::min(size - 1, static_cast<std::size_t>(u * static_cast<double>(size)))];
}

void Groups::sort_by(std::function<std::int64_t(std::uint32_t)> const& value)
{
    for (std::size_t c = 0; c + 1 < begin_.size(); ++c) {
        std::stable_sort(items_.begin() + begin_[c], items_.begin() + begin_[c + 1],
                         [&](std::uint32_t a, std::uint32_t b) { return value(a) < value(b); });
    }
}

Earning earning_of(Source main_source)
{
    return is_working(main_source)          ? Earning::work
           : main_source == Source::pension ? Earning::pension
           : is_benefit(main_source)        ? Earning::benefit
                                            : Earning::none;
}

Earning earning_of(Family const& f)
{
    return earning_of(f.main_source);
}

Beside beside_of(Family const& f, std::size_t head)
{
    if (!f.has_partner() || head >= f.heads()) {
        return Beside::nobody;
    }
    auto const& other = f.members[1 - head];
    return other.age >= pension_age          ? Beside::pensioner
           : other.source == Source::pension ? Beside::early_pensioner
           : is_working(other.source)        ? Beside::worker
                                             : Beside::other;
}

Donors::Donors(People base, DemographicRates const& rates) : base_(std::move(base))
{
    auto const& p = base_.population;
    order_.resize(base_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return base_.household_number[a] < base_.household_number[b];
    });
    std::vector<std::int32_t> dwelling;
    std::vector<std::int32_t> type;
    std::vector<std::int32_t> kind;
    std::vector<std::int32_t> low;
    std::vector<std::int32_t> middle;
    std::vector<std::int32_t> assisted;
    std::vector<std::int32_t> prospect;
    std::vector<std::uint32_t> persons;
    std::vector<std::int32_t> worker;
    std::vector<std::int32_t> worker_by_age;
    std::vector<std::int32_t> pensioner;
    std::vector<std::int32_t> pensioner_coarse;
    std::array<double, 6> before_pension{};
    std::vector<std::int32_t> young;
    std::vector<std::int32_t> settled;
    std::vector<std::int32_t> profile;
    std::vector<std::int32_t> profile_coarse;
    double moving = 0;
    kind_.resize(base_.size());
    for (std::size_t i = 0; i < base_.size(); ++i) {
        families_.push_back(family_of(base_, i));
    }
    for (auto const i : order_) {
        auto const& f = families_[i];
        int const age = f.members[0].age;
        dwelling.push_back(static_cast<std::int32_t>(number_of(f.type) * bands + band_of(age)));
        type.push_back(static_cast<std::int32_t>(f.type));
        kind.push_back(static_cast<std::int32_t>(kind_of(f)));
        kind_[i] = kind.back();
        auto const earner = earner_kind_of(f);
        bool const is_middle = !is_low(f.income_class) && f.income_class <= IncomeClass::up_to_p40;
        low.push_back(is_low(f.income_class) ? earner : -1);
        middle.push_back(is_middle ? earner : -1);
        assisted.push_back(f.is_assisted() ? static_cast<std::int32_t>(f.type) : -1);
        prospect.push_back(static_cast<std::int32_t>(prospect_kind_of(f)));
        moving += rates(AgeProcess::move_out, f.members[0].sex, age);
        moving_.push_back(moving);
        for (std::size_t k = 0; k < f.members.size(); ++k) {
            auto const& m = f.members[k];
            auto const sex = static_cast<std::int32_t>(m.sex);
            auto const education = static_cast<std::int32_t>(m.education);
            auto const band = static_cast<std::int32_t>(band_of(m.age));
            bool const works = m.is_head() && m.source == Source::employee && m.wage_cents_per_year > 0;
            bool const is_early = m.source == Source::pension && m.age < pension_age;
            bool const has_retired =
                m.is_head() && (is_early || (m.age >= pension_age && m.age < pension_age + 5));
            persons.push_back(p.person_begin[i] + static_cast<std::uint32_t>(k));
            worker_by_age.push_back(works ? band : -1);
            worker.push_back(works ? (band * 3 + education) * 2 + sex : -1);
            auto const cell =
                has_retired ? static_cast<std::int32_t>(pensioner_cell(m.sex, beside_of(f, k), is_early))
                            : -1;
            pensioner_coarse.push_back(cell);
            pensioner.push_back(has_retired ? cell * 3 + education : -1);
            bool const will_retire = m.is_head() && m.age >= pension_age - 5 && m.age < pension_age;
            if (will_retire && m.source != Source::pension) {
                auto const place = number_of(m.education) * 2 + number_of(m.sex);
                before_pension[place] += 1;
                without_work_[place] += lived_on_work(m.source) ? 0 : 1;
            }
            young.push_back(m.age >= adult && m.age <= 20 && m.role == Role::child ? sex : -1);
            settled.push_back(m.age >= 25 && m.age < 35 ? sex : -1);
            bool const is_adult = m.age >= adult;
            profile.push_back(is_adult ? static_cast<std::int32_t>(profile_kind(f, m)) : -1);
            profile_coarse.push_back(is_adult ? band : -1);
        }
    }
    auto const& q = p.persons;
    dwellings_ = Groups(household_type_count * bands, order_, dwelling);
    dwellings_of_type_ = Groups(household_type_count, order_, type);
    same_kind_ = Groups(kinds, order_, kind);
    earners_low_ = Groups(3 * earner_kinds, order_, low);
    earners_middle_ = Groups(3 * earner_kinds, order_, middle);
    assisted_ = Groups(household_type_count, order_, assisted);
    prospects_ = Groups(source_count * bands * 3, order_, prospect);
    workers_ = Groups(bands * 3 * 2, persons, worker);
    workers_.sort_by([&](std::uint32_t j) { return q.wage_cents_per_year[j]; });
    workers_by_age_ = Groups(bands, persons, worker_by_age);
    workers_by_age_.sort_by([&](std::uint32_t j) { return q.wage_cents_per_year[j]; });
    pensioners_ = Groups(pensioner_cells * 3, persons, pensioner);
    pensioners_.sort_by([&](std::uint32_t j) { return q.pension_cents_per_year[j]; });
    pensioners_coarse_ = Groups(pensioner_cells, persons, pensioner_coarse);
    pensioners_coarse_.sort_by([&](std::uint32_t j) { return q.pension_cents_per_year[j]; });
    for (std::size_t k = 0; k < without_work_.size(); ++k) {
        without_work_[k] = before_pension[k] > 0 ? std::min(0.5, without_work_[k] / before_pension[k]) : 0;
    }
    young_ = Groups(2, persons, young);
    settled_ = Groups(2, persons, settled);
    profiles_ = Groups(profile_kinds, persons, profile);
    profiles_coarse_ = Groups(bands, persons, profile_coarse);
}

std::uint32_t Donors::alike(HouseholdType type, int age, double u) const
{
    if (auto const found = dwellings_.pick(number_of(type) * bands + band_of(age), u)) {
        return *found;
    }
    auto const any = dwellings_of_type_.pick(number_of(type), u);
    return any ? *any : order_.front();
}

std::uint32_t Donors::mover(double u) const
{
    auto const found = std::upper_bound(moving_.begin(), moving_.end(), u * moving_.back());
    return order_[std::min(static_cast<std::size_t>(found - moving_.begin()), order_.size() - 1)];
}

std::uint32_t Donors::same_kind(std::uint32_t household, double u) const
{
    return same_kind_.pick(static_cast<std::size_t>(kind_[household]), u).value_or(household);
}

std::optional<std::uint32_t> Donors::earner(Family const& f, bool low, double u) const
{
    auto const kind = earner_kind_of(f);
    return kind < 0 ? std::nullopt
                    : (low ? earners_low_ : earners_middle_).pick(static_cast<std::size_t>(kind), u);
}

std::optional<std::uint32_t> Donors::assisted(HouseholdType type, double u) const
{
    return assisted_.pick(number_of(type), u);
}

std::int32_t Donors::wage(Member const& m, double place, double u) const
{
    auto const cell = (band_of(m.age) * 3 + number_of(m.education)) * 2 + number_of(m.sex);
    auto found = workers_.pick(cell, place * u);
    if (!found) {
        found = workers_by_age_.pick(band_of(m.age), place * u);
    }
    // Nobody of this age works: the wage of somebody of the age at which most begin.
    if (!found) {
        found = workers_by_age_.pick(band_of(25), place * u);
    }
    return found ? base_.population.persons.wage_cents_per_year[*found] : 0;
}

std::optional<std::uint32_t> Donors::pensioner(Member const& m, Beside beside, bool early, bool had_work,
                                               double u) const
{
    double const without = without_work_[number_of(m.education) * 2 + number_of(m.sex)];
    double const lower = 0.5 * (1 - 2 * without) / (1 - without);  // of those who had work
    double const place = !had_work   ? 0.5 * u
                         : u < lower ? 0.5 * u / lower
                                     : 0.5 + 0.5 * (u - lower) / (1 - lower);
    auto const cell = pensioner_cell(m.sex, beside, early);
    auto const found = pensioners_.pick(cell * 3 + number_of(m.education), place);
    return found ? found : pensioners_coarse_.pick(cell, place);
}

std::optional<std::uint32_t> Donors::coming_of_age(Sex sex, double u) const
{
    return young_.pick(number_of(sex), u);
}

Education Donors::attained(Sex sex, double u) const
{
    auto const found = settled_.pick(number_of(sex), u);
    return found ? base_.population.persons.education[*found] : Education::middle;
}

Profile Donors::profile(std::uint32_t kind, double u) const
{
    auto found = profiles_.pick(kind, u);
    if (!found) {
        found = profiles_coarse_.pick(kind / (profile_kinds / bands), u);
    }
    return found ? base_.population.persons.profile[*found] : Profile::none;
}

bool Donors::expects_improvement(Family const& f, double u) const
{
    auto const found = prospects_.pick(prospect_kind_of(f), u);
    return found && base_.population.expects_improvement[*found] != 0;
}

std::uint32_t Donors::profile_kind(Family const& f, Member const& m)
{
    std::size_t const income = f.income_class <= IncomeClass::up_to_120   ? 0
                               : f.income_class <= IncomeClass::up_to_p40 ? 1
                                                                          : 2;
    std::size_t const situation = f.type == HouseholdType::couple_without_children ? 1
                                  : f.type == HouseholdType::couple_with_children  ? 2
                                  : f.type == HouseholdType::single_parent         ? 3
                                                                                   : 0;
    std::size_t kind = band_of(m.age) * 3 + number_of(m.education);
    kind = (kind * 3 + income) * 4 + situation;
    return static_cast<std::uint32_t>(kind * 2 + (m.source == Source::pension ? 1 : 0));
}

}  // namespace minimasim::forecast
