#pragma once

#include "bench/synthesis/naive.hpp"
#include "bench/synthesis/quality.hpp"

namespace minimasim::synthesis {

// The municipality on trial: its truth, what is published of it, and populations made from that.
class Trial {
  public:
    Trial(CountryKnowledge const& knowledge, QualityOptions const& options);

    // The municipality's tables that are held, with those of the country.
    Knowledge knowing(std::vector<std::size_t> municipal_pairs) const;
    // The municipality's tables alone.
    Knowledge knowing_locally(std::vector<std::size_t> municipal_pairs) const;

    // As fitted, and as whole households.
    struct Populations {
        CellTable fit;
        CellTable whole;
    };
    Populations populations(Catalogue const& catalogue, Knowledge const& held,
                            std::uint32_t member = 0) const;
    CellTable fitted_table(Catalogue const& catalogue, Knowledge const& held) const;

    population::WholeHouseholds households(population::FitProblem const& problem) const;

    // Households of each category in the whole municipality.
    std::vector<double> one_way() const;

    // A naive prediction for each wijk, one after another.
    template <class Method>
    std::vector<double> predicted_for_wijken(Method const& method) const
    {
        std::vector<double> all;
        for (auto const& wijk : margins.one_way) {
            auto const values = method.predict(wijk);
            all.insert(all.end(), values.begin(), values.end());
        }
        return all;
    }

    CountryKnowledge const& country;
    QualityOptions options;
    Area area;
    CellTable truth;
    CellTable expected;  // mean of the truth: its distance from the truth is the sampling floor
    Margins margins;
    std::vector<double> expert;  // what the expert says, calibrated on national tables
    Catalogue catalogue;         // its prior
    Catalogue flat;              // every cell alike
};

// The four policy groups in each wijk, one wijk after another, and in all wijken together.
std::vector<double> groups_of_wijken(CellTable const& table);
std::vector<double> groups_of_area(CellTable const& table);

// The three parts of the judgement, each added to the measures.
void judge_tables(Trial const& trial, std::vector<Measure>& measures);
void judge_people(Trial const& trial, std::vector<Measure>& measures);
void judge_intervals(Trial const& trial, std::vector<Measure>& measures);

// Shown with its sampling floor, or judged where there is a limit.
Measure measure(std::string name, double value, double limit = 0, double floor = 0);

}  // namespace minimasim::synthesis
