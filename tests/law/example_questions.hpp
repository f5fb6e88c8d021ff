#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "sim/run/households/household_answer.hpp"
#include "sim/run/law_and_policy/municipality.hpp"
#include "tests/law/example_rows.hpp"

// A published case as a question to the program: its household in JSON, and the value that is asked.
namespace minimasim::test {

inline std::filesystem::path const data_folder = std::string(MINIMASIM_SOURCE_DIR) + "/data";

inline input::TermTable const& terms()
{
    static auto const table = run::read_terms(data_folder, "GM0106");
    return table;
}

inline run::DatedPolicy const& policy_on(Date date)
{
    static auto const municipality = run::read_municipality(data_folder, "GM0106");
    static std::map<Date, run::DatedPolicy> policies;
    auto const known = policies.find(date);
    return known != policies.end()
               ? known->second
               : policies.emplace(date, run::read_policy(terms(), municipality.measures, date)).first->second;
}

inline double number(Example const& example, std::string const& name, double otherwise = 0)
{
    auto const found = example.inputs.find(name);
    return found == example.inputs.end() ? otherwise : std::stod(found->second);
}

inline bool is(Example const& example, std::string const& name)
{
    return number(example, name) > 0;
}

// One question to the program: a household, and terms that a scenario would set.
struct Question {
    nlohmann::json household = {{"persons", nlohmann::json::array()}, {"given", nlohmann::json::object()}};
    std::vector<std::pair<std::string, double>> changes;
};

inline double ask(Question const& question, std::string const& value)
{
    static auto const limits = run::household_limits(terms());
    auto const record = input::read_household(question.household.dump(), "example", limits);
    auto policy = policy_on(record.date).policy;
    for (auto const& [name, changed] : question.changes) {
        auto const dot = name.find('.');
        EXPECT_TRUE(run::set_term(policy, name.substr(0, dot), name.substr(dot + 1), changed)) << name;
    }
    std::vector<double> values;
    run::answer(run::case_of(record, policy.law), policy, values);
    for (std::size_t k = 0; k < values.size(); ++k) {
        if (run::answer_values()[k].name == value) {
            return values[k];
        }
    }
    ADD_FAILURE() << value << " is no value of an answer";
    return 0;
}

inline Date date_of(Example const& example)
{
    auto const period = example.inputs.find("period");
    if (period != example.inputs.end()) {
        return {std::stoi(period->second.substr(0, 4)), std::stoi(period->second.substr(5, 2)), 1};
    }
    return {example.year, number(example, "half", 1) > 1 ? 7 : 1, 1};
}

inline Question question_on(Example const& example)
{
    auto const date = date_of(example);
    Question question;
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    question.household["date"] = text;
    return question;
}

inline void add_adults(Question& question, int count, int age)
{
    for (int i = 0; i < count; ++i) {
        question.household["persons"].push_back({{"age", age}});
    }
    question.household["is_couple"] = count == 2;
}

inline void add_children(Question& question, std::string const& ages)
{
    std::istringstream parts(ages);
    for (std::string age; std::getline(parts, age, ',');) {
        question.household["persons"].push_back({{"age", std::stoi(age)}});
    }
}

inline void give(Question& question, std::string const& name, double value)
{
    question.household["given"][name] = value;
}

inline void expect(Example const& example, std::string const& name, double actual)
{
    EXPECT_NEAR(actual, std::stod(example.expected.at(name)), example.tolerance + 1e-9) << name;
}

}  // namespace minimasim::test
