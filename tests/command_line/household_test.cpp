// `minimasim household` and what belongs to it, run as a user would.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/command_line/program.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Json = nlohmann::ordered_json;

// A household file of one's own, for the life of the test.
class OwnHousehold {
  public:
    explicit OwnHousehold(std::string const& text) { put_bytes(file(), text); }
    std::string file() const { return (folder_.path() / "mine.json").string(); }

  private:
    TemporaryFolder folder_;
};

Outcome expect_done(std::vector<std::string> const& words)
{
    auto const run = minimasim(words);
    EXPECT_EQ(run.exit_code, 0) << run.errors;
    EXPECT_THAT(run.errors, IsEmpty());
    return run;
}

void expect_refused(std::vector<std::string> const& words, std::vector<std::string> const& messages)
{
    auto const run = minimasim(words);
    EXPECT_EQ(run.exit_code, 2) << run.errors;
    EXPECT_THAT(run.output, IsEmpty());
    for (auto const& message : messages) {
        EXPECT_THAT(run.errors, HasSubstr(message));
    }
}

Json json_of(std::vector<std::string> words)
{
    words.emplace_back("--json");
    return Json::parse(expect_done(words).output);
}

TEST(HouseholdCommand, TellsOfANamedHouseholdInDutchOrEnglish)
{
    EXPECT_THAT(expect_done({"household", "dennis"}).output,
                AllOf(HasSubstr("Alleenstaande man van 32"), HasSubstr("Gemeentelijke regelingen"),
                      HasSubstr("Wat dit model niet zegt")));
    EXPECT_THAT(expect_done({"household", "dennis", "--language", "en"}).output,
                AllOf(HasSubstr("Single man of 32"), HasSubstr("Municipal schemes"),
                      HasSubstr("What this model does not say")));
}

TEST(HouseholdCommand, GivesEveryListedHousehold)
{
    auto const listed = expect_done({"list", "households"}).output;
    EXPECT_THAT(listed,
                AllOf(HasSubstr("dennis"), HasSubstr("Alleenstaande man van 32"), HasSubstr("annex-couple")));
    std::istringstream lines(listed);
    for (std::string line; std::getline(lines, line);) {
        auto const name = line.substr(0, line.find(' '));

        auto const answer = json_of({"household", name});

        EXPECT_EQ(answer["id"], name);
        EXPECT_GT(answer["values"]["poverty_line_per_month"].get<double>(), 0) << name;
    }
}

// The worked budget of the annex: 1,917 of expenses on an income of 1,805 leave 112 a month.
TEST(HouseholdCommand, UsesWhatIsGivenInPlaceOfWhatItWouldCompute)
{
    OwnHousehold const mine(R"({"id": "mine", "persons": [{"age": 40}],
        "given": {"disposable_income_per_month": 1805, "expenses_per_month": 1917}})");

    auto const answer = json_of({"household", mine.file()});

    EXPECT_EQ(answer["values"]["disposable_income_per_month"], 1805);
    EXPECT_EQ(answer["values"]["participation_budget_per_year"], 1344);
    EXPECT_EQ(answer["values"]["participation_budget_eligible"], true);
    EXPECT_THAT(expect_done({"household", mine.file()}).output,
                HasSubstr("dat is opgegeven en niet berekend"));
}

TEST(HouseholdCommand, PrintsOneDocumentAndNothingElseWithJson)
{
    auto const answer = json_of({"household", "shannah"});

    std::vector<std::string> keys;
    for (auto const& item : answer.items()) {
        keys.push_back(item.key());
    }
    EXPECT_EQ(keys, (std::vector<std::string>{"id", "date", "package", "values", "steps"}));
    EXPECT_EQ(answer["values"].begin().key(), "income_tax_per_year");
}

TEST(HouseholdCommand, ComparesAPackageWithCurrentPolicy)
{
    auto const both = json_of({"household", "omar", "--scenario", "limits-130"});
    EXPECT_EQ(both["baseline"]["package"], "baseline");
    EXPECT_EQ(both["package"]["package"], "limits-130");
    EXPECT_EQ(both["baseline"]["values"]["adult_fund_eligible"], false);
    EXPECT_EQ(both["package"]["values"]["adult_fund_eligible"], true);

    auto const text = expect_done({"household", "omar", "--scenario", "scenarios/limits-130.toml"}).output;
    EXPECT_THAT(text, AllOf(HasSubstr("Er komt recht op volwassenenfonds"), HasSubstr("verschil"),
                            HasSubstr("nee, want het inkomen is"),
                            HasSubstr("inkomensgrens, deel van de norm: 120 % → 130 %")));
}

TEST(HouseholdCommand, TakesAnotherDateThanTheHouseholdsOwn)
{
    auto const then = json_of({"household", "dennis"});
    auto const later = json_of({"household", "dennis", "--date", "2025-07-01"});

    EXPECT_EQ(later["date"], "2025-07-01");
    EXPECT_GT(later["values"]["assistance_norm_per_month"].get<double>(),
              then["values"]["assistance_norm_per_month"].get<double>());
    expect_refused({"household", "dennis", "--date", "2035-01-01"},
                   {"--date", "2035-01-01", "not known here"});
    expect_refused({"household", "dennis", "--date", "tomorrow"}, {"--date", "'tomorrow' is no day"});
}

TEST(HouseholdCommand, SaysWhichNameWasMeant)
{
    expect_refused({"household", "denis"},
                   {"'denis' is neither a file nor a shipped household", "Did you mean dennis?"});
    expect_refused({"household", "dennis", "--scenario", "limit-130"}, {"Did you mean limits-130?"});
    expect_refused({"household", "no/such.json"}, {"no/such.json", "cannot be opened"});
    expect_refused({"household"}, {"which household?"});
}

TEST(HouseholdCommand, BlamesAnUnknownMunicipalityOnItsLine)
{
    OwnHousehold const mine("{\"persons\": [{\"age\": 40}],\n \"municipality\": \"GM9999\"}");

    expect_refused({"household", mine.file()}, {mine.file() + ":2: ", "no data of municipality GM9999"});
    expect_refused({"check", mine.file()}, {mine.file() + ":2: "});
}

TEST(HouseholdCommand, PrintsTheSchemaOfAHousehold)
{
    auto const schema = Json::parse(expect_done({"household", "--schema"}).output);

    EXPECT_TRUE(schema["properties"].contains("persons"));
    EXPECT_TRUE(schema["properties"].contains("given"));
}

TEST(HouseholdCommand, ChecksAHouseholdWithoutWorkingItOut)
{
    OwnHousehold const good(R"({"persons": [{"age": 40}]})");
    OwnHousehold const bad("{\"persons\": [{\"age\": 40}],\n \"rent\": 500,\n \"water_per_month\": -1}");

    EXPECT_THAT(expect_done({"check", good.file()}).output, HasSubstr("in order"));
    expect_refused({"check", bad.file()}, {bad.file() + ":2: ", bad.file() + ":3: "});
}

}  // namespace

}  // namespace minimasim
