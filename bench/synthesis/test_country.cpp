#include "bench/synthesis/test_country.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bench/synthesis/country_random.hpp"

namespace minimasim::synthesis {
namespace {

// Everything below that looks like a measurement is invented: shares and odds of a country that does not
// exist, of the order of those of the Netherlands.
constexpr std::uint64_t national_seed = 20240101;
constexpr std::uint64_t expert_stream = 0xabcdef;
constexpr std::size_t smallest_wijk = 40;

std::array<std::vector<double>, attribute_count> const national_shares{{
    {.40, .28, .21, .07, .03, .01},
    {.05, .15, .15, .17, .19, .16, .13},
    {.1, .1, .1, .1, .1, .1, .1, .1, .1, .1},
    {.56, .29, .15},
    {.50, .10, .06, .05, .27, .02},
}};

// Log odds of the cells of one table.
struct Term {
    Attributes attributes;
    std::vector<double> values;
    std::vector<std::uint16_t> index;  // of each cell of the whole table

    double& at(std::size_t first, std::size_t second)
    {
        return values[first * category_count[attributes[1]] + second];
    }
};

Term random_term(CountryRandom& random, Attributes attributes, double deviation)
{
    Term term{std::move(attributes), {}, {}};
    term.values.resize(size_of(term.attributes));
    for (double& value : term.values) {
        value = deviation * random.normal();
    }
    term.index = index_of_cells(term.attributes);
    return term;
}

// The order of the drawing is part of the country.
struct NationalTerms {
    std::vector<Term> pairs;
    std::vector<Term> triples;  // the modeller never sees these

    Term& pair(std::size_t first, std::size_t second)
    {
        return *std::find_if(pairs.begin(), pairs.end(), [&](Term const& term) {
            return term.attributes == Attributes{first, second};
        });
    }
};

void add_known_shapes(NationalTerms& terms)
{
    auto& decile_tenure = terms.pair(income_decile, tenure);
    auto& decile_source = terms.pair(income_decile, main_source);
    auto& type_decile = terms.pair(household_type, income_decile);
    auto& age_decile = terms.pair(head_age, income_decile);
    auto& age_tenure = terms.pair(head_age, tenure);
    auto& age_source = terms.pair(head_age, main_source);
    auto& type_age = terms.pair(household_type, head_age);
    auto& type_tenure = terms.pair(household_type, tenure);
    for (std::size_t i = 0; i < category_count[income_decile]; ++i) {
        double const z = (static_cast<double>(i) - 4.5) / 4.5;
        decile_tenure.at(i, 0) += 1.3 * z;
        decile_tenure.at(i, 1) -= 1.4 * z;
        decile_source.at(i, 0) += .9 * z;
        decile_source.at(i, 1) += .7 * z;
        decile_source.at(i, 2) -= 2.5 * z;
        decile_source.at(i, 3) -= 1.2 * z;
        decile_source.at(i, 4) -= .2 * z;
        decile_source.at(i, 5) -= 2. * z;
        type_decile.at(0, i) -= .8 * z;
        type_decile.at(1, i) += .6 * z;
        type_decile.at(2, i) += .5 * z;
        type_decile.at(3, i) -= .9 * z;
        for (std::size_t a = 0; a < category_count[head_age]; ++a) {
            age_decile.at(a, i) += .5 * z * (1 - std::pow((static_cast<double>(a) - 3.2) / 2.5, 2));
        }
    }
    for (std::size_t a = 0; a < category_count[head_age]; ++a) {
        age_source.at(a, 4) += a >= 5 ? 3.5 : 0;
        age_tenure.at(a, 0) += .25 * static_cast<double>(std::min<std::size_t>(a, 4));
    }
    type_age.at(2, 0) -= 1;
    type_age.at(2, 5) -= 3;
    type_age.at(3, 5) -= 3;
    type_age.at(2, 2) += 1;
    type_age.at(2, 3) += .8;
    type_tenure.at(2, 0) += .5;
    type_tenure.at(3, 1) += .7;
}

NationalTerms draw_national_terms()
{
    CountryRandom random(national_seed);
    NationalTerms terms;
    auto const add_pair = [&](std::size_t first, std::size_t second, double deviation) {
        terms.pairs.push_back(random_term(random, {first, second}, deviation));
    };
    add_pair(household_type, head_age, .5);
    add_pair(household_type, income_decile, .2);
    add_pair(household_type, tenure, .4);
    add_pair(head_age, income_decile, .2);
    add_pair(head_age, tenure, .3);
    add_pair(head_age, main_source, .4);
    add_pair(income_decile, tenure, .15);
    add_pair(income_decile, main_source, .2);
    add_pair(household_type, main_source, .3);
    add_pair(tenure, main_source, .3);
    add_known_shapes(terms);
    auto const add_triple = [&](std::size_t first, std::size_t second, std::size_t third) {
        terms.triples.push_back(random_term(random, {first, second, third}, .25));
    };
    add_triple(household_type, head_age, income_decile);
    add_triple(tenure, income_decile, main_source);
    add_triple(household_type, tenure, main_source);
    add_triple(head_age, income_decile, main_source);
    return terms;
}

// Raked to the national shares of each attribute, so that the country is realistic.
void rake_to_shares(std::vector<double>& table)
{
    for (int sweep = 0; sweep < 200; ++sweep) {
        for (std::size_t d = 0; d < attribute_count; ++d) {
            auto const index = index_of_cells({d});
            std::vector<double> total(category_count[d]);
            for (std::size_t cell = 0; cell < cell_count; ++cell) {
                total[index[cell]] += table[cell];
            }
            for (std::size_t cell = 0; cell < cell_count; ++cell) {
                auto const k = index[cell];
                table[cell] *= total[k] > 0 ? national_shares[d][k] / total[k] : 0;
            }
        }
    }
}

// Relative frequency of each cell in the country, apart from what differs between wijken.
std::vector<double> table_of(NationalTerms const& terms)
{
    std::vector<double> table(cell_count);
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
        auto const codes = codes_of_cell(cell);
        if (is_structural_zero(codes)) {
            continue;
        }
        double main = 1;
        for (std::size_t d = 0; d < attribute_count; ++d) {
            main *= national_shares[d][codes[d]];
        }
        double of_pairs = std::log(main);
        for (auto const& term : terms.pairs) {
            of_pairs += term.values[term.index[cell]];
        }
        double of_triples = 0;
        for (auto const& term : terms.triples) {
            of_triples += term.values[term.index[cell]];
        }
        table[cell] = std::exp(of_pairs + of_triples);
    }
    rake_to_shares(table);
    return table;
}

// The pairs as an expert would state them: each log odds with a relative and an absolute error, no triples.
std::vector<double> expert_table(NationalTerms terms, std::uint64_t seed)
{
    CountryRandom random(seed ^ expert_stream);
    for (auto& term : terms.pairs) {
        for (double& value : term.values) {
            double const first = random.normal();
            double const second = random.normal();
            value = value * (1 + .3 * first) + .2 * second;
        }
    }
    terms.triples.clear();
    return table_of(terms);
}

std::vector<long> wijk_sizes(CountryRandom& random, AreaOptions const& options)
{
    std::vector<double> share(options.wijken);
    double total = 0;
    for (double& s : share) {
        s = std::exp(.8 * random.normal());
        total += s;
    }
    std::vector<long> sizes;
    for (double const s : share) {
        double const size = std::floor(static_cast<double>(options.households) * s / total);
        sizes.push_back(std::max(static_cast<long>(smallest_wijk), static_cast<long>(size)));
    }
    *std::max_element(sizes.begin(), sizes.end()) +=
        options.households - std::accumulate(sizes.begin(), sizes.end(), 0L);
    return sizes;
}

// How a wijk differs: affluence, age and urbanity move every attribute, plus noise of its own; tenure by type
// and source by decile differ too.
std::array<Term, attribute_count + 2> draw_wijk_terms(CountryRandom& random)
{
    double const affluence = random.normal();
    double const ageing = random.normal();
    double const urbanity = random.normal();
    std::array<Term, attribute_count + 2> terms{{
        random_term(random, {household_type}, .15),
        random_term(random, {head_age}, .1),
        random_term(random, {income_decile}, .05),
        random_term(random, {tenure}, .15),
        random_term(random, {main_source}, .1),
        random_term(random, {household_type, tenure}, .2),
        random_term(random, {income_decile, main_source}, .2),
    }};
    auto& type = terms[household_type].values;
    type[0] += .3 * urbanity;
    type[2] += .3 * affluence - .25 * urbanity;
    type[3] += -.3 * affluence;
    auto& age = terms[head_age].values;
    for (std::size_t a = 0; a < age.size(); ++a) {
        age[a] = age[a] + .15 * ageing * (static_cast<double>(a) - 3) - (a < 2 ? -.2 * urbanity : 0);
    }
    auto& decile = terms[income_decile].values;
    for (std::size_t i = 0; i < decile.size(); ++i) {
        decile[i] += .1 * affluence * (static_cast<double>(i) - 4.5);
    }
    auto& owning = terms[tenure].values;
    owning[0] += .4 * affluence - .3 * urbanity;
    owning[1] += -.4 * affluence + .2 * urbanity;
    owning[2] += .3 * urbanity;
    auto& source = terms[main_source].values;
    source[2] += -.3 * affluence;
    source[5] += .3 * urbanity;
    return terms;
}

}  // namespace

Area draw_area(AreaOptions const& options)
{
    auto const national = draw_national_terms();
    auto const base = table_of(national);
    Area area;
    area.wijken = options.wijken;
    area.counts.resize(options.wijken * cell_count);
    area.expected.resize(options.keeps_expected ? options.wijken * cell_count : 0);
    area.expected_total.resize(cell_count);
    CountryRandom random(options.seed);
    auto const sizes = wijk_sizes(random, options);
    std::vector<double> frequency(cell_count);
    std::vector<double> cumulative(cell_count);
    for (std::size_t wijk = 0; wijk < options.wijken; ++wijk) {
        auto const terms = draw_wijk_terms(random);
        double sum = 0;
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            double log_odds = 0;
            for (auto const& term : terms) {
                log_odds += term.values[term.index[cell]];
            }
            frequency[cell] = base[cell] > 0 ? base[cell] * std::exp(log_odds) : 0;
            sum += frequency[cell];
            cumulative[cell] = sum;
        }
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            double const mean = frequency[cell] / sum * static_cast<double>(sizes[wijk]);
            area.expected_total[cell] += mean;
            if (options.keeps_expected) {
                area.expected[wijk * cell_count + cell] = static_cast<float>(mean);
            }
        }
        for (long household = 0; household < sizes[wijk]; ++household) {
            auto const found = std::upper_bound(cumulative.begin(), cumulative.end(), random.uniform() * sum);
            auto const cell =
                std::min<std::size_t>(static_cast<std::size_t>(found - cumulative.begin()), cell_count - 1);
            ++area.counts[wijk * cell_count + cell];
        }
    }
    area.expert = expert_table(national, options.seed);
    return area;
}

AreaOptions whole_country()
{
    return {.wijken = 3350, .households = 8'400'000, .seed = 2, .keeps_expected = false};
}

}  // namespace minimasim::synthesis
