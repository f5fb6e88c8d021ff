#include "sim/population/attributes/attributes.hpp"

#include <cmath>
#include <numeric>

namespace minimasim::population {

namespace {

constexpr int band_of(int age)
{
    return age < 25 ? 0 : age < 35 ? 1 : age < 45 ? 2 : age < 55 ? 3 : age < 60 ? 4 : 5;
}
constexpr int education_band(int age)
{
    return age < 25 ? 0 : age < 75 ? (age - 15) / 10 : 6;
}

// Places of the class limits in the national distribution of standardised income.
std::array<double, income_class_count + 1> class_limits(AssumedValues const& assumed)
{
    return {0,
            assumed("income.national_up_to_100"),
            assumed("income.national_up_to_110"),
            assumed("income.national_up_to_120"),
            assumed("income.national_up_to_130"),
            0.4,
            0.8,
            1};
}

// Part of a group below place u of the national distribution, flat inside deciles.
double part_below(Deciles const& deciles, double u)
{
    double sum = 0;
    for (std::size_t d = 0; d < 10; ++d) {
        sum += deciles[d] * std::clamp(10 * u - static_cast<double>(d), 0.0, 1.0);
    }
    return sum;
}

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}
double log_odds(double p)
{
    return std::log(p / (1 - p));
}

}  // namespace

std::array<double, income_class_count> class_shares(Deciles const& deciles, AssumedValues const& assumed)
{
    auto const limits = class_limits(assumed);
    double const all = std::accumulate(deciles.begin(), deciles.end(), 0.0);
    std::array<double, income_class_count> shares{};
    for (std::size_t c = 0; c < shares.size(); ++c) {
        shares[c] = (part_below(deciles, limits[c + 1]) - part_below(deciles, limits[c])) / all;
    }
    return shares;
}

std::array<double, income_class_count> owner_shares(NationalTables const& national,
                                                    AssumedValues const& assumed)
{
    Deciles share{};
    for (std::size_t d = 0; d < 10; ++d) {
        double const all = national.owner_by_decile[d] + national.tenant_by_decile[d];
        share[d] = all > 0  ? national.owner_by_decile[d] / all
                   : d == 7 ? assumed("tenure.owner_decile_8")
                   : d == 8 ? assumed("tenure.owner_decile_9")
                            : assumed("tenure.owner_decile_10");
    }
    auto const limits = class_limits(assumed);
    std::array<double, income_class_count> shares{};
    for (std::size_t c = 0; c < shares.size(); ++c) {
        shares[c] = (part_below(share, limits[c + 1]) - part_below(share, limits[c])) /
                    (10 * (limits[c + 1] - limits[c]));
    }
    return shares;
}

Source main_source_of(Archetype const& household)
{
    constexpr std::array<Source, source_count> order{Source::employee,
                                                     Source::self_employed,
                                                     Source::pension,
                                                     Source::disability_benefit,
                                                     Source::unemployment_benefit,
                                                     Source::social_assistance,
                                                     Source::student,
                                                     Source::none};
    int const heads = household.has_partner() ? 2 : 1;
    for (int i = 0; i < heads; ++i) {  // a claimant who works is the main earner, else a partner who works
        if (auto const s = household.members[static_cast<std::size_t>(i)].source;
            s == Source::employee || s == Source::self_employed) {
            return s;
        }
    }
    for (auto const source : order) {
        for (int i = 0; i < heads; ++i) {
            if (household.members[static_cast<std::size_t>(i)].source == source && source != Source::none) {
                return source;
            }
        }
    }
    return Source::none;
}

Attributes::Attributes(NationalTables const& national, AssumedValues const& assumed) : assumed_(assumed)
{
    std::array<char const*, 6> const names{"18_24", "25_34", "35_44", "45_54", "55_59", "60_66"};
    for (std::size_t b = 0; b < names.size(); ++b) {
        auto const at = [&](char const* what) {
            return assumed(std::string("source.") + what + "_" + names[b]);
        };
        bands_[b] = {at("self_employed"), at("unemployment"),  at("disability"), at("assistance"),
                     at("student"),       at("early_pension"), at("none"),       at("partner_none")};
    }
    std::array<char const*, 7> const ages{"15_24", "25_34", "35_44", "45_54", "55_64", "65_74", "75_plus"};
    for (std::size_t b = 0; b < ages.size(); ++b) {
        education_[b] = {assumed(std::string("education.low_") + ages[b]),
                         assumed(std::string("education.high_") + ages[b])};
    }
    Deciles all{};
    for (std::size_t t = 0; t < household_type_count; ++t) {
        class_by_type_[t] = class_shares(national.decile_by_type[t], assumed);
    }
    for (std::size_t s = 0; s < 6; ++s) {
        class_by_source_[s] = class_shares(national.decile_by_source[s], assumed);
        for (std::size_t d = 0; d < 10; ++d) {
            all[d] += national.decile_by_source[s][d];
        }
    }
    class_all_ = class_shares(all, assumed);
    owner_by_class_ = owner_shares(national, assumed);
}

double Attributes::odds(Education e) const
{
    return e == Education::low    ? assumed_("source.low_education_odds")
           : e == Education::high ? assumed_("source.high_education_odds")
                                  : 1.0;
}

Education Attributes::education(int age, Sex sex, double normal) const
{
    if (age < 18) {
        return Education::low;
    }
    auto const& shares = education_[static_cast<std::size_t>(education_band(age))];
    // Women are ahead below 45 and behind above 65.
    double const shift = (sex == Sex::woman ? 1 : -1) * (age < 45 ? 0.12 : age > 65 ? -0.15 : 0.0);
    double const u = normal_probability(normal + shift);
    return u < shares[0] ? Education::low : u > 1 - shares[1] ? Education::high : Education::middle;
}

Source Attributes::source_alone(Member const& m, bool is_lone_parent, Draws& draws) const
{
    if (m.age >= pension_age) {
        return Source::pension;
    }
    auto const& b = bands_[static_cast<std::size_t>(band_of(m.age))];
    double const tilt = odds(m.education);
    double const student =
        m.age < 30 && !is_lone_parent ? b.student * (m.education == Education::low ? 0.6 : 1.1) : 0;
    double const early = m.age >= 60 ? b.early_pension : 0;
    double const assistance =
        b.assistance * tilt * (is_lone_parent ? assumed_("source.assistance_lone_parent_factor") : 1);
    double const scale = 1 - std::min(0.9, student);
    double u = draws.next();
    auto const is_below = [&](double p) { return (u -= p) < 0; };
    return is_below(student)                       ? Source::student
           : is_below(assistance * scale)          ? Source::social_assistance
           : is_below(b.disability * tilt * scale) ? Source::disability_benefit
           : is_below(b.unemployment * scale)      ? Source::unemployment_benefit
           : is_below(early)                       ? Source::pension
           : is_below(b.none * tilt * scale)       ? Source::none
           : is_below(b.self_employed * scale)     ? Source::self_employed
                                                   : Source::employee;
}

Source Attributes::source_in_couple(Member const& m, bool has_minor, Draws& draws) const
{
    if (m.age >= pension_age) {
        return Source::pension;
    }
    auto const& b = bands_[static_cast<std::size_t>(band_of(m.age))];
    double const tilt = odds(m.education);
    double const student = m.age < 30 ? 0.3 * b.student : 0;
    double const early = m.age >= 60 ? b.early_pension : 0;
    double const none = b.partner_none * tilt * (m.sex == Sex::woman ? 1.45 : 0.45) * (has_minor ? 1.2 : 1.0);
    double u = draws.next();
    auto const is_below = [&](double p) { return (u -= p) < 0; };
    return is_below(student)                      ? Source::student
           : is_below(0.75 * b.disability * tilt) ? Source::disability_benefit
           : is_below(b.unemployment)             ? Source::unemployment_benefit
           : is_below(early)                      ? Source::pension
           : is_below(none)                       ? Source::none
           : is_below(b.self_employed)            ? Source::self_employed
                                                  : Source::employee;
}

Source Attributes::source_of_child(Member const& m, Draws& draws) const
{
    if (m.age < 18) {
        return Source::none;
    }
    if (m.age >= pension_age) {
        return Source::pension;
    }
    double const tilt = odds(m.education);
    double const student = m.age < 25 ? assumed_("source.child_student_18_24") : m.age < 30 ? 0.08 : 0;
    double u = draws.next();
    auto const is_below = [&](double p) { return (u -= p) < 0; };
    return is_below(student)                                      ? Source::student
           : is_below(assumed_("source.child_none") * tilt)       ? Source::none
           : is_below(assumed_("source.child_disability") * tilt) ? Source::disability_benefit
           : is_below(m.age < 25 ? 0.01 : 0.03)                   ? Source::unemployment_benefit
           : is_below(0.04)                                       ? Source::self_employed
                                                                  : Source::employee;
}

void Attributes::draw_persons(Archetype& h, Draws& draws) const
{
    double const rho = assumed_("education.partner_correlation");
    double const first = draws.next_normal();
    bool has_minor = false;
    for (std::size_t i = 0; i < h.count; ++i) {
        auto& m = h.members[i];
        double const normal = i == 0 ? first
                              : m.role == Role::partner
                                  ? rho * first + std::sqrt(1 - rho * rho) * draws.next_normal()
                                  : 0.35 * first + std::sqrt(1 - 0.35 * 0.35) * draws.next_normal();
        m.education = education(m.age, m.sex, normal);
        has_minor = has_minor || m.age < 18;
    }
    if (h.has_partner()) {
        auto& a = h.members[0];
        auto& b = h.members[1];
        auto const& band = bands_[static_cast<std::size_t>(band_of(std::min<int>(a.age, 66)))];
        double const joint = band.assistance * assumed_("source.assistance_couple_factor") *
                             std::sqrt(odds(a.education) * odds(b.education));
        // Assistance of a couple is joint: both have it or neither.
        if (a.age < pension_age && b.age < pension_age && draws.happens(joint)) {
            a.source = b.source = Source::social_assistance;
        } else {
            a.source = source_in_couple(a, has_minor, draws);
            b.source = source_in_couple(b, has_minor, draws);
        }
    } else {
        h.members[0].source = source_alone(h.members[0], h.type == HouseholdType::single_parent, draws);
    }
    for (std::size_t i = h.has_partner() ? 2 : 1; i < h.count; ++i) {
        auto& m = h.members[i];
        m.source =
            m.role == Role::child || m.age < 25 ? source_of_child(m, draws) : source_alone(m, false, draws);
        if (m.source == Source::social_assistance) {
            m.source = Source::none;  // a household holds one claim to assistance, that of its head
        }
    }
    h.main_source = main_source_of(h);
}

double Attributes::draw_class_and_tenure(Archetype& h, Draws& draws) const
{
    auto const type = static_cast<std::size_t>(h.type);
    auto const source = static_cast<std::size_t>(published_source(h.main_source));
    int earners = 0;
    for (std::size_t i = 0; i < h.count; ++i) {
        auto const s = h.members[i].source;
        bool const earns = s == Source::employee || s == Source::self_employed;
        earners += earns && h.members[i].role != Role::child;
    }
    double const level = static_cast<double>(h.members[0].education) - 1;
    double const step =
        (h.has_partner() ? (earners - 1) * std::log(assumed_("income.couple_two_earners_odds")) : 0) +
        level * std::log(assumed_("income.education_odds"));
    std::array<double, income_class_count> p{};
    double sum = 0;
    for (std::size_t c = 0; c < p.size(); ++c) {
        // Class by type and by source, independent given the class; the national tables are then fitted
        // exactly.
        p[c] = class_by_source_[source][c] * class_by_type_[type][c] / class_all_[c] *
               std::exp(step * (static_cast<double>(c) - 3.0));
        if (h.main_source == Source::student && c > 3) {
            p[c] *= 0.15;  // study finance keeps students low, whatever `other` sources have
        }
        Archetype trial = h;
        trial.income_class = static_cast<IncomeClass>(c);
        if (!is_possible(trial)) {
            p[c] = 0;
        }
        sum += p[c];
    }
    int allowed = 0;
    for (double& x : p) {
        x /= sum;
        allowed += x > 0;
    }
    std::array<double, income_class_count> mixed{};
    for (std::size_t c = 0; c < p.size(); ++c) {
        mixed[c] = p[c] > 0 ? 0.6 * p[c] + 0.4 / allowed : 0;
    }
    auto const c = Sampler(mixed)(draws.next());
    h.income_class = static_cast<IncomeClass>(c);

    int const age = h.members[0].age;
    double const x =
        log_odds(owner_by_class_[c]) +
        (age < 30   ? assumed_("tenure.log_odds_under_30")
         : age < 45 ? 0.0
         : age < 65 ? assumed_("tenure.log_odds_45_64")
         : age < 75 ? assumed_("tenure.log_odds_65_74")
                    : assumed_("tenure.log_odds_75_plus")) +
        (h.type == HouseholdType::one_person      ? assumed_("tenure.log_odds_one_person")
         : h.type == HouseholdType::single_parent ? assumed_("tenure.log_odds_lone_parent")
         : h.has_partner()                        ? assumed_("tenure.log_odds_couple")
                                                  : 0.0) +
        (h.main_source == Source::social_assistance ? assumed_("tenure.log_odds_assistance") : 0.0);
    double const owner = logistic(x);
    double const social = (c < 4   ? assumed_("tenure.social_share_low")
                           : c < 5 ? assumed_("tenure.social_share_middle")
                                   : assumed_("tenure.social_share_high")) *
                          (h.main_source == Source::student ? 0.5 : 1.0);
    std::array<double, 3> const tenures{owner, (1 - owner) * social, (1 - owner) * (1 - social)};
    h.tenure = static_cast<Tenure>(Sampler(tenures)(draws.next()));
    return p[c] / mixed[c];
}

}  // namespace minimasim::population
