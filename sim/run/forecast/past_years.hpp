#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/run/forecast/policy_index.hpp"

namespace minimasim::run {

// A term of the law or of a scheme as it was on 1 July of a year: a row of data/dynamics/past_policy.csv.
struct PastTerm {
    std::string scheme;
    std::string term;
    int year = 0;
    double low = 0;
    double middle = 0;
    double high = 0;
    std::string moves_with;  // rows with the same word lie at the same place between low and high
};

// Reads them. Throws InputError with all problems: an unknown term, a year left out or twice, low, middle and
// high not in order. `first` and `last`: the years that every term has to have.
std::vector<PastTerm> read_past_terms(std::filesystem::path const& file, int first, int last,
                                      rules::Policy const& known);

// One course of the past: between the ends of what is not certain.
struct PastCourse {
    forecast::DrawnIndex index;
    std::vector<double> terms;  // the value of every past term
};

// Law, policy and incomes of the years around the base date, as far as series and past terms tell: amounts
// are divided by their rises up to the base date, or multiplied by those after it.
class PastYears {
  public:
    static constexpr Date base_date{2023, 7, 1};  // of the amounts in a population, and of the law

    // Reads dynamics/past_index_path.csv and past_policy.csv of a folder of data. Throws InputError.
    PastYears(Workspace const& workspace, std::filesystem::path const& data);

    // All years that can be told, without that of the base date.
    std::vector<int> years() const;

    std::vector<PastCourse> draw(std::uint64_t seed, std::uint32_t count) const;

    // The policy of the base date.
    DatedPolicy const& base() const { return base_; }

    // The same with its amounts brought to 1 July of a year, and nothing else changed.
    DatedPolicy indexed(int year, PastCourse const& course) const;

    // The law of that day, with the energy allowance of the base date: after that date as published, before
    // it the past terms over the amounts brought back.
    DatedPolicy law(int year, PastCourse const& course) const;

    // A policy with the energy allowance of the year.
    DatedPolicy with_energy_allowance(DatedPolicy policy, int year, PastCourse const& course) const;

    // What the amounts of a population are multiplied by.
    population::UpratingFactors incomes(int year, PastCourse const& course) const;

  private:
    double growth(std::size_t series, int year, PastCourse const& course) const;
    void set_terms(DatedPolicy& policy, int year, PastCourse const& course, bool is_energy_allowance) const;

    Workspace const& workspace_;
    PolicyIndex index_;
    forecast::IndexPath path_;
    DatedPolicy base_;
    std::vector<PastTerm> terms_;
};

}  // namespace minimasim::run
