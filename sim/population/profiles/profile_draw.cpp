#include "sim/population/profiles/profile_draw.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "sim/base/draw.hpp"

namespace minimasim::population {

namespace {

constexpr std::size_t described = profile_count - 1;
constexpr auto none = static_cast<std::size_t>(Profile::none);
constexpr int ages = 121;
constexpr int adult = 18;
constexpr std::uint32_t national_share_draws = 0xFFFFFFFF;  // household id no household has

// How sharply words are meant.
struct Wording {
    double edge_factor = 1;
    double hedge_power = 1;
    double none_floor = 0.02;
};

// The same set with wider or narrower edges: half membership stays where it was.
Trapezoid reworded(Trapezoid const& t, double factor)
{
    double const up = (t.a + t.b) / 2;
    double const down = (t.c + t.d) / 2;
    double const rise = factor * (t.b - t.a) / 2;
    double const fall = factor * (t.d - t.c) / 2;
    double const middle = (up + down) / 2;
    return {up - rise, std::min(up + rise, middle), std::max(down - fall, middle), down + fall};
}

// Everything the descriptions look at, as one number.
class Kinds {
  public:
    static constexpr std::size_t situations = 4;
    static constexpr std::size_t count =
        static_cast<std::size_t>(ages) * 3 * income_class_count * situations * 2 * 2;

    static std::size_t of(Population const& p, std::size_t household, std::size_t person)
    {
        auto const type = p.type[household];
        std::size_t const situation = type == HouseholdType::one_person || type == HouseholdType::other ? 0
                                      : type == HouseholdType::couple_without_children                  ? 1
                                      : type == HouseholdType::couple_with_children                     ? 2
                                                                                                        : 3;
        std::size_t kind = std::min<std::size_t>(p.persons.age[person], ages - 1);
        kind = kind * 3 + static_cast<std::size_t>(p.persons.education[person]);
        kind = kind * income_class_count + static_cast<std::size_t>(p.income_class[household]);
        kind = kind * situations + situation;
        kind = kind * 2 + (p.persons.source[person] == Source::pension ? 1 : 0);
        return kind * 2 + (p.tenure[household] == Tenure::owner ? 1 : 0);
    }
};

double membership(ProfileDefinition const& d, Wording const& wording, std::size_t kind)
{
    bool const owner = kind % 2 == 1;
    kind /= 2;
    bool const pensioner = kind % 2 == 1;
    kind /= 2;
    std::size_t const situation = kind % Kinds::situations;
    kind /= Kinds::situations;
    double const income = static_cast<double>(kind % income_class_count);
    kind /= income_class_count;
    std::size_t const education = kind % 3;
    double const age = static_cast<double>(kind / 3);
    double const by_education =
        std::array<double, 3>{d.education_low, d.education_middle, d.education_high}[education];
    double const by_situation = std::array<double, 4>{d.one_person, d.couple_without_children,
                                                      d.with_children, d.with_children}[situation];
    double const by_tenure = owner ? d.owner : std::max(0.3, 1.3 - d.owner);
    double const words = by_education * by_situation * (pensioner ? d.pensioner : 1) * by_tenure;
    return reworded(d.age, wording.edge_factor)(age) * reworded(d.income, wording.edge_factor)(income) *
           std::pow(words, wording.hedge_power);
}

// Adults by kind, and the place of each kind among those that occur.
struct Adults {
    std::vector<AlikeAdults> alike;
    std::vector<std::uint32_t> place;  // by kind
};

Adults adults_by_kind(std::vector<ProfileDefinition> const& profiles, Wording const& wording,
                      Population const& p)
{
    std::vector<std::uint32_t> counts(Kinds::count, 0);
    for (std::size_t i = 0; i < p.size(); ++i) {
        for (auto j = p.person_begin[i]; j < p.person_begin[i + 1]; ++j) {
            counts[Kinds::of(p, i, j)] += p.persons.age[j] >= adult ? 1 : 0;
        }
    }
    Adults adults;
    adults.place.assign(Kinds::count, 0);
    for (std::size_t kind = 0; kind < counts.size(); ++kind) {
        if (counts[kind] == 0) {
            continue;
        }
        AlikeAdults a;
        a.count = counts[kind];
        double best = 0;
        for (std::size_t k = 0; k < described; ++k) {
            a.membership[k] = membership(profiles[k], wording, kind);
            best = std::max(best, a.membership[k]);
        }
        a.membership[none] = std::max(wording.none_floor, 1 - best);
        adults.place[kind] = static_cast<std::uint32_t>(adults.alike.size());
        adults.alike.push_back(a);
    }
    return adults;
}

// What the audit report says, as inequalities. The national shares are those of the member.
std::vector<ShareBound> published_order(Evidence const& evidence, double visible, std::uint64_t seed,
                                        std::uint32_t member)
{
    std::vector<ShareBound> bounds;
    for (std::size_t k = 0; k < described; ++k) {
        auto const& profile = evidence.profiles[k];
        auto const& national = profile.national_share;
        double const share =
            member == 0 ? national.value
                        : national.low + (national.high - national.low) *
                                             uniform(seed, Stream::profile, member, national_share_draws,
                                                     static_cast<std::uint32_t>(k), 0);
        ShareBound bound;
        switch (profile.in_municipality) {
            case InMunicipality::above:
                bound.name = profile.name + " above the national share";
                bound.coefficient[k] = 1;
                bound.at_least = share + visible;
                bounds.push_back(bound);
                break;
            case InMunicipality::below:
                bound.name = profile.name + " below the national share";
                bound.coefficient[k] = -1;
                bound.at_least = visible - share;
                bounds.push_back(bound);
                break;
            case InMunicipality::largest:
                for (std::size_t other = 0; other < described; ++other) {
                    if (other != k) {
                        ShareBound larger;
                        larger.name = profile.name + " larger than " + evidence.profiles[other].name;
                        larger.coefficient[k] = 1;
                        larger.coefficient[other] = -1;
                        larger.at_least = visible;
                        bounds.push_back(larger);
                    }
                }
                break;
            case InMunicipality::not_said:
                break;
        }
    }
    return bounds;
}

// Entropy and coverage of what the descriptions say of each adult, before the published order.
void describe(std::vector<AlikeAdults> const& alike, ProfileReport& report)
{
    double all = 0;
    for (auto const& a : alike) {
        double sum = 0;
        double best = 0;
        for (double const m : a.membership) {
            sum += m;
            best = std::max(best, m);
        }
        for (double const m : a.membership) {
            report.overlap_bits -= m > 0 ? a.count * m / sum * std::log2(m / sum) : 0;
        }
        report.coverage += best / sum > 0.5 ? a.count : 0;
        all += a.count;
    }
    report.overlap_bits /= std::max(1.0, all);
    report.coverage /= std::max(1.0, all);
}

}  // namespace

ProfileReport draw_profiles(Evidence const& evidence, AssumedValues const& assumed,
                            EnsembleMember const& ensemble_member, Population& population)
{
    std::uint64_t const seed = ensemble_member.seed;
    std::uint32_t const member = ensemble_member.of(UncertaintySource::profile_wording);
    Wording const wording{assumed("profile_wording.edge_factor"), assumed("profile_wording.hedge_power"),
                          assumed("profiles.none_floor")};
    auto const adults = adults_by_kind(evidence.profiles, wording, population);
    auto const bounds = published_order(evidence, assumed("profiles.visible_difference"), seed, member);
    auto const nearest = nearest_shares(adults.alike, bounds);

    ProfileReport report;
    report.implied = nearest.implied;
    report.solved = nearest.share;
    report.is_feasible = nearest.is_feasible;
    describe(adults.alike, report);
    for (std::size_t b = 0; b < bounds.size(); ++b) {
        double share = 0;
        for (std::size_t k = 0; k < nearest.share.size(); ++k) {
            share += bounds[b].coefficient[k] * nearest.share[k];
        }
        report.bounds.push_back({bounds[b].name, bounds[b].at_least, share, nearest.multipliers[b] > 1e-6});
    }

    double drawn = 0;
    for (std::size_t i = 0; i < population.size(); ++i) {
        auto const first = population.person_begin[i];
        for (auto j = first; j < population.person_begin[i + 1]; ++j) {
            if (population.persons.age[j] < adult) {
                continue;
            }
            auto const& m = adults.alike[adults.place[Kinds::of(population, i, j)]].membership;
            double total = 0;
            for (std::size_t k = 0; k < m.size(); ++k) {
                total += nearest.weight[k] * m[k];
            }
            double left =
                total * uniform(seed, Stream::profile, member, static_cast<std::uint32_t>(i), j - first, 0);
            std::size_t chosen = none;
            for (std::size_t k = 0; k < described; ++k) {
                left -= nearest.weight[k] * m[k];
                if (left < 0) {
                    chosen = k;
                    break;
                }
            }
            population.persons.profile[j] = static_cast<Profile>(chosen);
            report.drawn[chosen] += 1;
            drawn += 1;
        }
    }
    for (double& share : report.drawn) {
        share /= std::max(1.0, drawn);
    }
    return report;
}

}  // namespace minimasim::population
