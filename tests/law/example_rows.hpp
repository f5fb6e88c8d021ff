#pragma once

#include <map>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "sim/input/csv.hpp"

namespace minimasim::test {

// Rows of tests/law/examples.csv: worked cases with the answer somebody else published.
using Values = std::map<std::string, std::string>;

struct Example {
    std::string id;
    std::string topic;
    int year = 0;
    Values inputs;
    Values expected;
    double tolerance = 0;
    std::string source;
    std::string note;
};

inline std::ostream& operator<<(std::ostream& out, Example const& example)
{
    return out << example.id << " (" << example.source << (example.note.empty() ? "" : "; ") << example.note
               << ")";
}

// "a=1;b=2" as a map.
inline Values values_of(std::string const& text)
{
    Values values;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ';');) {
        auto const equals = part.find('=');
        if (equals != std::string::npos) {
            values[part.substr(0, equals)] = part.substr(equals + 1);
        }
    }
    return values;
}

inline std::vector<Example> read_examples()
{
    auto const csv = input::Csv::read(std::string(MINIMASIM_SOURCE_DIR) + "/tests/law/examples.csv");
    std::vector<Example> examples;
    for (auto const& row : csv.rows()) {
        examples.push_back({csv.cell(row, "id"), csv.cell(row, "topic"),
                            static_cast<int>(csv.number(row, "year")), values_of(csv.cell(row, "inputs")),
                            values_of(csv.cell(row, "expected")), csv.number(row, "tolerance"),
                            csv.cell(row, "source"), csv.cell(row, "note")});
    }
    return examples;
}

inline std::vector<Example> const& examples()
{
    static std::vector<Example> const all = read_examples();
    return all;
}

// The name of a test of a row.
inline std::string name_of(Example const& example)
{
    std::string name = example.id;
    for (auto& c : name) {
        c = c == '-' ? '_' : c;
    }
    return name;
}

}  // namespace minimasim::test
