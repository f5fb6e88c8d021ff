#include "sim/input/text_check.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

namespace minimasim::input {

namespace {

// Claims of cause and effect, by the beginning of their words.
constexpr std::array<std::string_view, 12> causal_words{
    "bewezen", "bewijst", "leidt tot", "leiden tot", "heeft geleid tot", "zorgt ervoor dat",
    "proven",  "proves",  "leads to",  "lead to",    "has led to",       "ensures that"};

// Who printed an amount, or that it is a ceiling and no estimate.
constexpr std::array<std::string_view, 14> publishers{
    "nota",         "begroting", "rekenkamer",   "gepubliceerd", "volgens", "gedrukt", "published",
    "according to", "the note",  "audit office", "policy note",  "printed", "hooguit", "at most"};

bool is_figure(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

bool is_letter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower_case(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return lower;
}

bool has_word(std::string_view text, std::string_view word)
{
    for (auto place = text.find(word); place != std::string_view::npos; place = text.find(word, place + 1)) {
        if (place == 0 || !is_letter(text[place - 1])) {
            return true;
        }
    }
    return false;
}

// A sentence ends at a full stop, question mark or line end before a space; "250.000" goes on.
std::vector<std::string_view> sentences_of(std::string_view text)
{
    std::vector<std::string_view> sentences;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const may_end = text[i] == '.' || text[i] == '?' || text[i] == '!' || text[i] == '\n';
        if (may_end && (i + 1 == text.size() || text[i + 1] == ' ' || text[i] == '\n')) {
            sentences.push_back(text.substr(begin, i + 1 - begin));
            begin = i + 1;
        }
    }
    if (begin < text.size()) {
        sentences.push_back(text.substr(begin));
    }
    return sentences;
}

struct Amount {
    std::string words;
    double euro = 0;
};

// The number that begins here, with its end; points and commas before three figures separate thousands.
std::pair<double, std::size_t> number_at(std::string_view text, std::size_t begin)
{
    std::string figures;
    std::size_t i = begin;
    for (; i < text.size(); ++i) {
        if (is_figure(text[i])) {
            figures += text[i];
        } else if ((text[i] == '.' || text[i] == ',') && i + 1 < text.size() && is_figure(text[i + 1])) {
            auto const rest = text.substr(i + 1);
            bool const is_thousands = rest.size() >= 3 && is_figure(rest[1]) && is_figure(rest[2]) &&
                                      (rest.size() == 3 || !is_figure(rest[3]));
            figures += is_thousands ? "" : ".";
        } else {
            break;
        }
    }
    return {std::strtod(figures.c_str(), nullptr), i};
}

double factor_of(std::string_view word)
{
    bool const is_million =
        word.substr(0, 7) == "miljoen" || word.substr(0, 7) == "million" || word.substr(0, 3) == "mln";
    return is_million ? 1e6 : word.substr(0, 7) == "duizend" || word.substr(0, 8) == "thousand" ? 1e3 : 1;
}

// Numbers with a word or sign of money at either side.
std::vector<Amount> amounts_of(std::string_view sentence)
{
    std::vector<Amount> amounts;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (!is_figure(sentence[i])) {
            continue;
        }
        auto [value, end] = number_at(sentence, i);
        auto before = sentence.substr(0, i);
        while (!before.empty() &&
               (before.back() == ' ' || before.back() == '\xA0' || before.back() == '\xC2')) {
            before.remove_suffix(1);
        }
        bool const has_sign = before.size() >= 3 && before.substr(before.size() - 3) == "€";
        auto after = sentence.substr(end);
        after.remove_prefix(std::min(after.find_first_not_of(' '), after.size()));
        auto const factor = factor_of(after);
        if (factor != 1) {
            after.remove_prefix(std::min(after.find(' '), after.size()));
            after.remove_prefix(std::min(after.find_first_not_of(' '), after.size()));
        }
        bool const has_word = after.substr(0, 4) == "euro";
        if (has_sign || has_word) {
            amounts.push_back({std::string(sentence.substr(i, end - i)), value * factor});
        }
        i = end;
    }
    return amounts;
}

// "tussen € 10 en € 20", "between 10 and 20 euro": a number follows the word.
bool is_interval(std::string_view sentence)
{
    for (std::string_view const word : {"tussen", "between"}) {
        auto const place = sentence.find(word);
        if (place == std::string_view::npos) {
            continue;
        }
        auto const next = sentence.find_first_not_of(" \xC2\xA0\xE2\x82\xAC", place + word.size());
        bool const has_other_end = sentence.find(" en ", place) != std::string_view::npos ||
                                   sentence.find(" and ", place) != std::string_view::npos;
        if (next != std::string_view::npos && is_figure(sentence[next]) && has_other_end) {
            return true;
        }
    }
    return false;
}

int line_of_key(std::string const& text, std::string const& key)
{
    int line = 1;
    std::size_t begin = 0;
    while (begin < text.size()) {
        auto const end = std::min(text.find('\n', begin), text.size());
        auto const found = text.find_first_not_of(' ', begin);
        if (found < end && text.compare(found, key.size(), key) == 0 &&
            !is_letter(text[std::min(found + key.size(), text.size() - 1)]) &&
            text[std::min(found + key.size(), text.size() - 1)] != '_') {
            return line;
        }
        begin = end + 1;
        ++line;
    }
    return 0;
}

}  // namespace

std::vector<TextFault> faults_in(std::string_view text, std::vector<double> const& known)
{
    std::vector<TextFault> faults;
    for (auto const& sentence : sentences_of(text)) {
        auto const lower = lower_case(sentence);
        for (auto const& word : causal_words) {
            if (has_word(lower, word)) {
                faults.push_back({TextFault::Kind::causal, std::string(word)});
            }
        }
        bool const is_published = std::any_of(publishers.begin(), publishers.end(),
                                              [&](auto const& word) { return has_word(lower, word); });
        if (is_published || is_interval(lower)) {
            continue;
        }
        for (auto const& amount : amounts_of(lower)) {
            bool const is_known = std::any_of(known.begin(), known.end(), [&](double value) {
                return std::abs(value - amount.euro) < 0.005;
            });
            if (!is_known) {
                faults.push_back({TextFault::Kind::amount, amount.words + " euro"});
            }
        }
    }
    return faults;
}

std::vector<Problem> text_problems(Scenario const& scenario)
{
    auto const& own = scenario.own;
    std::vector<double> known;
    for (auto const& change : scenario.changes) {
        known.push_back(change.value);
    }
    if (own.published_cost_euro) {
        known.push_back(*own.published_cost_euro);
    }
    std::pair<char const*, std::string const*> const texts[] = {{"title", &own.title},
                                                                {"title_en", &own.title_en},
                                                                {"question", &own.question},
                                                                {"remark", &own.remark},
                                                                {"remark_en", &own.remark_en}};
    std::vector<Problem> problems;
    for (auto const& [key, text] : texts) {
        for (auto const& fault : faults_in(*text, known)) {
            auto const why =
                fault.kind == TextFault::Kind::causal
                    ? "\"; that is a claim of cause and effect, which this model does not make"
                    : "\" without interval and without source; give both ends (tussen ... en ...), say who "
                      "published it, or leave it out";
            problems.push_back(
                {own.file, line_of_key(own.text, key), std::string(key) + " says \"" + fault.words + why});
        }
    }
    return problems;
}

}  // namespace minimasim::input
