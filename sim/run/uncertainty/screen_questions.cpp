#include <algorithm>
#include <cstring>

#include "sim/run/streaming/streaming_screen.hpp"
#include "sim/run/uncertainty/term_factors.hpp"

// What a screen asks. Apart from where it asks: the compiler inlines rules into small files alone.
namespace minimasim::run {

namespace {

constexpr double low_end = 0;
constexpr double high_end = 1;

// What only sizes the needs that are drawn: no scheme asks it when it decides who is eligible.
bool sizes_needs(std::string const& term)
{
    return term == "need_share" || term == "mean_grant" || term == "general_cost" ||
           term == "administration_share" || term == "administration_cost";
}

}  // namespace

Screen::Screen(Setting const& setting)
{
    std::vector<Question> as_in_force;
    ask(setting, setting.calibration_policy, 0, as_in_force);
    for (auto const& package : setting.packages) {
        ask(setting, package.policy, package.law_index + 1, as_in_force);
    }
}

std::size_t Screen::ground_of(std::size_t columns, rules::Policy const& policy)
{
    auto const known = std::find_if(grounds_.begin(), grounds_.end(), [&](Ground const& ground) {
        return ground.columns == columns && !changes_needs_or_charges(ground.policy, policy);
    });
    auto const place = static_cast<std::size_t>(known - grounds_.begin());
    if (known == grounds_.end()) {
        grounds_.push_back({columns, policy});
    }
    return place;
}

void Screen::ask(Setting const& setting, DatedPolicy const& dated, std::size_t columns,
                 std::vector<Question>& as_in_force)
{
    auto const widest_needs =
        TermFactors(setting, [](std::size_t) { return high_end; }).applied(setting, dated);
    std::size_t const ground = ground_of(columns, widest_needs);
    rules::for_each_scheme([&](auto scheme, auto index) {
        using S = decltype(scheme);
        auto const is_among = [&](std::vector<Question> const& questions, typename S::Terms const& asked) {
            return std::any_of(questions.begin(), questions.end(), [&](Question const& other) {
                return other.scheme == index && other.ground == ground &&
                       std::memcmp(&std::get<index>(other.terms), &asked, sizeof asked) == 0;
            });
        };
        auto const& in_force = std::get<index>(dated.policy.municipal);
        // Terms that no package sets are asked once: most packages leave most schemes as they are.
        bool const is_set = std::any_of(dated.terms.begin(), dated.terms.end(), [](auto const& row) {
            return row.scheme == S::key && row.status == "package";
        });
        if (in_force.is_active < 0.5 || (!is_set && is_among(as_in_force, in_force))) {
            return;
        }
        if (!is_set) {
            as_in_force.push_back({index, ground, dated.policy.municipal});
        }
        std::vector<std::size_t> uncertain;
        auto const& terms = setting.municipality.uncertain_terms;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            if (terms[i].scheme == S::key && !sizes_needs(terms[i].term)) {
                uncertain.push_back(i);
            }
        }
        for (std::size_t corner = 0; corner < std::size_t{1} << uncertain.size(); ++corner) {
            TermFactors const factors(setting, [&](std::size_t term) {
                auto const place = std::find(uncertain.begin(), uncertain.end(), term) - uncertain.begin();
                return (corner >> place & 1) != 0 ? low_end : high_end;
            });
            Question question{index, ground, factors.applied(setting, dated).municipal};
            auto const& asked = std::get<index>(question.terms);
            if (!is_among(questions_, asked)) {
                questions_.push_back(question);
            }
        }
    });
}

}  // namespace minimasim::run
