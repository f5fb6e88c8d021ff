#pragma once

#include <vector>

#include "bench/synthesis/expert_odds.hpp"

namespace minimasim::synthesis {

// One municipality of the country as the office publishes it, and its truth for the naive methods.
struct Municipality {
    std::vector<std::vector<double>> one_way;  // wijk x 32
    std::vector<std::vector<double>> pairs;    // in the order of published_pairs()
    std::vector<double> cells;                 // its whole table; only the naive methods may look

    double households() const { return sum(pairs.front()); }

    // Sum of squared shares of the wijken in the households: 1 over their effective number.
    double concentration() const;
};

// The country in municipalities of unlike size. What the modeller may see of it: tables of two attributes of
// the country and of each municipality, and one-way margins of wijken. Never the municipality that is judged.
struct Country {
    Margins published;
    std::vector<double> cells;  // its whole table; only the naive methods may look
    std::vector<Municipality> municipalities;
};

Country draw_country(AreaOptions const& options);

// How far a pair of attributes is from the national odds, as standard deviations of log odds of its cells.
struct PairSpread {
    Attributes pair;
    double municipal = 0;  // between municipalities, beyond what their wijken explain
    double wijk = 0;       // between wijken
};

// Moment estimates for every published pair. What a municipal table differs from the national odds, at the
// margins of its wijken and beyond the noise of counting, is the variance between municipalities plus that
// between wijken times their concentration: small municipalities tell the second from the first.
std::vector<PairSpread> pair_spreads(Country const& country);

// What the ensemble varies: published pairs as far as municipalities and wijken differ; pairs that are
// published nowhere and triples by the error of the expert besides.
std::vector<Spread> ensemble_spreads(std::vector<PairSpread> const& pairs, ExpertError const& error,
                                     std::vector<double> const& expert);

}  // namespace minimasim::synthesis
