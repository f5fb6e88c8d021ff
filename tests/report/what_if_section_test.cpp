#include "sim/report/html/what_if_section.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>

#include "tests/report/example_results.hpp"

namespace minimasim::report::html {

namespace {

outcomes::Results results_with_households()
{
    auto results = test::example_results();
    results.what_if = std::string("\x1f\x8b\x00</script>", 12);
    return results;
}

// What stands in the element with this id, up to the next tag.
std::string content_of(std::string const& markup, std::string const& id)
{
    auto const begin = markup.find('>', markup.find("id=\"" + id + "\"")) + 1;
    return markup.substr(begin, markup.find('<', begin) - begin);
}

nlohmann::json texts_in(Language language)
{
    return nlohmann::json::parse(
        content_of(what_if_section(results_with_households(), language).markup(), "what-if-texts"));
}

std::set<std::string> words_after(std::string const& script, std::string const& before)
{
    std::set<std::string> words;
    std::regex const pattern(before + "([a-z_]+)");
    for (std::sregex_iterator found(script.begin(), script.end(), pattern); found != std::sregex_iterator();
         ++found) {
        words.insert((*found)[1]);
    }
    return words;
}

TEST(WhatIfSection, GivesTheScriptEveryTextItAsksFor)
{
    auto const texts = texts_in(Language::dutch);

    auto const asked = words_after(what_if_script(), "texts\\.");

    EXPECT_GT(asked.size(), 30U);
    for (auto const& key : asked) {
        EXPECT_TRUE(texts.contains(key)) << key;
    }
}

TEST(WhatIfSection, GivesTheScriptNoTextItHasNoUseFor)
{
    auto const asked = words_after(what_if_script(), "texts\\.");
    auto const families = words_after(what_if_script(), "texts\\[\"");
    auto const choices = words_after(what_if_script(), "[?:] \"");  // texts[is_so ? "yes" : "no"]

    auto const texts = texts_in(Language::english);
    for (auto const& [key, text] : texts.items()) {
        auto const family = key.substr(0, key.find('_') + 1);
        EXPECT_TRUE(asked.contains(key) || families.contains(family) || choices.contains(key)) << key;
        EXPECT_FALSE(text.get<std::string>().empty()) << key;
    }
}

TEST(WhatIfSection, HoldsEveryPlaceThatTheScriptFills)
{
    auto const markup = what_if_section(results_with_households(), Language::dutch).markup();

    for (auto const& place : words_after(what_if_script(), "place\\.")) {
        EXPECT_NE(markup.find("data-place=\"" + place + "\""), std::string::npos) << place;
    }
}

TEST(WhatIfSection, HoldsTheHouseholdsInLettersOnly)
{
    auto const markup = what_if_section(results_with_households(), Language::dutch).markup();

    EXPECT_EQ(content_of(markup, "what-if-data"), "H4sAPC9zY3JpcHQ+");
}

TEST(WhatIfSection, IsLeftOutWithoutHouseholds)
{
    auto results = results_with_households();
    results.what_if.clear();

    EXPECT_TRUE(what_if_section(results, Language::dutch).is_empty());
}

TEST(WhatIfSection, EscapesTheNameOfTheMunicipality)
{
    auto results = results_with_households();
    results.provenance.municipality_name = "<b>Assen";

    auto const markup = what_if_section(results, Language::english).markup();

    EXPECT_EQ(markup.find("<b>Assen"), std::string::npos);
    EXPECT_NE(markup.find("&lt;b&gt;Assen"), std::string::npos);
}

}  // namespace

}  // namespace minimasim::report::html
