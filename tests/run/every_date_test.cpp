// Every day on which anything changes can be worked out, for every municipality, and the change is there on
// its day and not before.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/date_text.hpp"
#include "sim/rules/statutory/statutory.hpp"
#include "sim/run/households/household_answer.hpp"
#include "sim/run/law_and_policy/municipality.hpp"
#include "sim/run/law_and_policy/read_law.hpp"

namespace minimasim::run {

namespace {

std::filesystem::path const data = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data";

std::vector<std::string> municipalities()
{
    std::vector<std::string> codes;
    for (auto const& folder : std::filesystem::directory_iterator(data / "municipalities")) {
        if (std::filesystem::exists(folder.path() / "schemes.csv")) {
            codes.push_back(folder.path().filename().string());
        }
    }
    std::sort(codes.begin(), codes.end());
    return codes;
}

Date day_before(Date date)
{
    using namespace std::chrono;
    year_month_day const day{sys_days{year{date.year} / date.month / date.day} - days{1}};
    return {int(day.year()), static_cast<int>(unsigned(day.month())), static_cast<int>(unsigned(day.day()))};
}

// The days on which a row begins, while the law is known.
std::set<Date> days_of_change(input::TermTable const& table)
{
    std::set<Date> days;
    for (auto const& row : table.rows()) {
        if (row.valid_from >= law_known_from && row.valid_from <= law_known_until) {
            days.insert(row.valid_from);
        }
    }
    return days;
}

// A single parent with a wage, rent and savings: something of almost every section.
HouseholdCase standard_case(Date date, rules::Law const& law)
{
    input::HouseholdRecord record;
    record.date = date;
    record.persons.resize(3);
    record.persons[0].age = 34;
    record.persons[0].wage_per_year = 14'000;
    record.persons[1].age = 3;
    record.persons[1].childcare_hours_per_month = 60;
    record.persons[1].childcare_rate_per_hour = 10;
    record.persons[2].age = 13;
    record.local_taxes_per_year = 450;
    record.special_costs_per_year = 300;
    record.goods_costs_per_year = 200;
    return case_of(record, law);
}

class EveryDateIn : public testing::TestWithParam<std::string> {
  protected:
    input::TermTable const table_ = read_terms(data, GetParam());
    std::vector<Measure> const measures_ = read_municipality(data, GetParam()).measures;
};

TEST_P(EveryDateIn, CanBeWorkedOut)
{
    auto const days = days_of_change(table_);
    EXPECT_GE(days.size(), 7U) << "every half-year brings other norms";
    for (auto const& day : days) {
        SCOPED_TRACE(to_text(day));
        auto const dated = read_policy(table_, measures_, day);
        std::vector<double> values;

        answer(standard_case(day, dated.policy.law), dated.policy, values);

        ASSERT_EQ(values.size(), answer_values().size());
        for (std::size_t k = 0; k < values.size(); ++k) {
            EXPECT_TRUE(std::isfinite(values[k])) << answer_values()[k].name;
        }
    }
}

TEST_P(EveryDateIn, HasANewValueFromItsDayAndTheOldOneTheDayBefore)
{
    for (auto const& row : table_.rows()) {
        bool const can_be_asked = row.valid_from > law_known_from && row.valid_from <= law_known_until;
        if (!can_be_asked || !row.value) {
            continue;
        }
        SCOPED_TRACE(row.scheme + "." + row.term + " from " + to_text(row.valid_from));
        auto const on_the_day = table_.at(row.scheme, row.term, row.valid_from);
        auto const before = table_.at(row.scheme, row.term, day_before(row.valid_from));

        ASSERT_TRUE(on_the_day.has_value());
        EXPECT_EQ(on_the_day->value, *row.value);
        EXPECT_EQ(on_the_day->valid_from, row.valid_from);
        if (before) {
            EXPECT_LT(before->valid_from, row.valid_from);
        }
    }
}

// The policy that is built has the changed terms too, and only those.
TEST_P(EveryDateIn, IsBuiltWithTheTermsOfItsDay)
{
    for (auto const& day : days_of_change(table_)) {
        if (day == law_known_from) {
            continue;
        }
        SCOPED_TRACE(to_text(day));
        auto const after = read_policy(table_, measures_, day);
        auto const before = read_policy(table_, measures_, day_before(day));
        for (auto const& range : all_terms(after, {})) {
            auto const& [scheme, term] = std::pair(range.scheme, range.term);
            double const old_value = term_value(before.policy, scheme, term);
            auto const in_table_before = table_.at(scheme, term, day_before(day));
            auto const in_table = table_.at(scheme, term, day);
            ASSERT_TRUE(in_table.has_value()) << scheme << "." << term;
            EXPECT_EQ(term_value(after.policy, scheme, term), in_table->value) << scheme << "." << term;
            if (!std::isnan(old_value)) {
                EXPECT_EQ(old_value, in_table_before->value) << scheme << "." << term;
            }
        }
    }
}

// A change of law changes what a household gets that lives by it.
TEST_P(EveryDateIn, ChangesTheAnswerOfAHouseholdOnTheNormWithTheNorm)
{
    for (auto const& day : days_of_change(table_)) {
        auto const norm = [&](Date date) {
            return read_policy(table_, measures_, date).policy.law.social_assistance.norm_single;
        };
        if (day == law_known_from || norm(day) == norm(day_before(day))) {
            continue;
        }
        SCOPED_TRACE(to_text(day));
        auto const net_with_assistance = [&](Date date) {
            auto const dated = read_policy(table_, measures_, date);
            auto one = standard_case(date, dated.policy.law);
            one.household.claimant.wage_per_year = 0;
            return rules::statutory_income(one.household, dated.policy.law).social_assistance_per_month;
        };

        EXPECT_NEAR(net_with_assistance(day), norm(day), 0.005);
        EXPECT_NEAR(net_with_assistance(day_before(day)), norm(day_before(day)), 0.005);
    }
}

INSTANTIATE_TEST_SUITE_P(Municipalities, EveryDateIn, testing::ValuesIn(municipalities()),
                         [](testing::TestParamInfo<std::string> const& info) { return info.param; });

}  // namespace

}  // namespace minimasim::run
