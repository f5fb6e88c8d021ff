#include "sim/report/html/element.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "sim/report/html/page.hpp"
#include "sim/report/messages.hpp"
#include "tests/report/page_reader.hpp"

namespace minimasim::report::html {
namespace {

TEST(HtmlElement, WritesTextThatCannotBecomeMarkup)
{
    auto const html = element("p", {{"title", "\"a' <b>"}}, "<script>alert('1') & \"2\"</script>");

    EXPECT_EQ(html.markup(),
              "<p title=\"&quot;a&#39; &lt;b&gt;\">&lt;script&gt;alert(&#39;1&#39;) &amp; "
              "&quot;2&quot;&lt;/script&gt;</p>");
}

TEST(HtmlElement, KeepsEmojiAndAccents)
{
    EXPECT_EQ(escaped("Ålesund 👩‍👧 €"), "Ålesund 👩‍👧 €");
}

TEST(HtmlElement, ReplacesWhatIsNoCharacterAndLeavesOutWhatTurnsTheDirection)
{
    EXPECT_EQ(escaped("a\xFF\xC3"), "a\uFFFD\uFFFD");
    EXPECT_EQ(escaped("a\x01\x7F\u202Eb\u2066c"), "abc");
    EXPECT_EQ(escaped("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD") << "a surrogate is no character";
}

TEST(HtmlElement, KeepsAnAmountAndItsSignOnOneLine)
{
    EXPECT_EQ(Html("tussen € 47.000 en € 1, of 130 % van 5").markup(),
              "tussen €\u00A047.000 en €\u00A01, of 130\u00A0% van 5");
}

TEST(HtmlElement, MakesWordsForIdsOfAnyName)
{
    EXPECT_EQ(as_word("limits-130"), "limits-130");
    EXPECT_EQ(as_word("../../etc/<passwd>"), "etc-passwd");
    EXPECT_EQ(as_word("👩"), "");
    EXPECT_LE(as_word(std::string(500, 'x')).size(), 60U);
}

TEST(Message, PutsParametersInOnceAndAsTheyAre)
{
    EXPECT_EQ(say(messages::page_title, Language::dutch, "{2} {1}", "b"), "{2} {1} – b");
}

TEST(Message, EscapesParametersOnTheirWayIntoAPage)
{
    auto const html = sentence(messages::page_title, Language::dutch, "<b>", element("i", "x"));

    EXPECT_EQ(html.markup(), "&lt;b&gt; – <i>x</i>");
}

std::string text_of(std::filesystem::path const& file)
{
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

TEST(Message, OfTheCatalogueIsUsedSomewhere)
{
    auto const sources = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "sim";
    std::set<std::string> unused;
    std::string code;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(sources)) {
        auto const text = text_of(entry.path());
        if (entry.path().parent_path().filename() != "messages") {
            code += entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp" ? text : "";
            continue;
        }
        std::regex const name("Message<\\d> (\\w+)\\{");
        for (std::sregex_iterator found(text.begin(), text.end(), name), end; found != end; ++found) {
            unused.insert((*found)[1]);
        }
    }
    EXPECT_GT(unused.size(), 100U);

    std::regex const use("(?:messages|say)::(\\w+)");
    for (std::sregex_iterator found(code.begin(), code.end(), use), end; found != end; ++found) {
        unused.erase((*found)[1]);
    }

    EXPECT_EQ(unused, std::set<std::string>());
}

TEST(Page, NamesItsStyleAndScriptsByTheirDigest)
{
    Page page;
    page.title = "A & B";
    page.main = element("h1", "C");
    page.scripts = {{"", "", "let a = 1 < 2;"}, {"data", "application/json", "{\"a\": 1}"}};

    test::PageReader const reader(to_text(page));

    auto const policy = reader.named("meta").at(1).attributes.at("content");
    auto const is_named = [&](std::string const& bytes) {
        auto source = policy_source(bytes);
        source = "&#39;" + source.substr(1, source.size() - 2) + "&#39;";
        return policy.find(source) != std::string::npos;
    };
    EXPECT_TRUE(is_named(reader.named("style").at(0).text));
    EXPECT_TRUE(is_named("let a = 1 < 2;"));
    EXPECT_FALSE(is_named("{\"a\": 1}")) << "data does not run";
    EXPECT_EQ(policy.find("unsafe-inline"), std::string::npos);
}

TEST(Page, RefusesAScriptThatWouldEndItself)
{
    Page page;
    page.scripts = {{"", "", "let a = '</script>';"}};

    EXPECT_THROW(to_text(page), std::logic_error);
}

TEST(Page, GivesTheDigestThatBrowsersExpect)
{
    EXPECT_EQ(policy_source("alert('Hello, world.');"),
              "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='")
        << "the example of Content Security Policy level 3";
}

}  // namespace
}  // namespace minimasim::report::html
