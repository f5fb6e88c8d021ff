#include "sim/forecast/people/people_terms.hpp"

#include <algorithm>

namespace minimasim::forecast {

namespace {

template <class Value>
PeopleTerms terms_with(std::vector<Assumption> const& assumptions, Value const& value)
{
    PeopleTerms terms;
    for (auto const& assumption : assumptions) {
        auto const field = std::find_if(
            people_term_fields.begin(), people_term_fields.end(), [&](PeopleTermField const& known) {
                return known.process == assumption.process && known.name == assumption.term;
            });
        terms.*field->value = value(assumption);
    }
    return terms;
}

}  // namespace

std::vector<Assumption> read_people_assumptions(std::filesystem::path const& file)
{
    std::vector<KnownTerm> known;
    for (auto const& field : people_term_fields) {
        known.push_back({field.process, field.name, field.lowest, field.highest});
    }
    return read_assumptions(file, known);
}

PeopleTerms central_people_terms(std::vector<Assumption> const& assumptions)
{
    return terms_with(assumptions, [](Assumption const& assumption) { return assumption.value; });
}

PeopleTerms drawn_people_terms(std::vector<Assumption> const& assumptions, std::uint64_t seed,
                               std::uint32_t replicate)
{
    return terms_with(assumptions,
                      [&](Assumption const& assumption) { return drawn_value(assumption, seed, replicate); });
}

}  // namespace minimasim::forecast
