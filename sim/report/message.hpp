#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "sim/report/language.hpp"

namespace minimasim::report {

// A text that people read, in both languages. `{1}`, `{2}`, ... stand where parameters come; both languages
// name all of them. A text that is missing, or names another parameter, stops the build.
template <std::size_t Parameters>
class Message {
  public:
    consteval Message(std::string_view dutch, std::string_view english) : dutch_(dutch), english_(english)
    {
        check(dutch);
        check(english);
    }

    constexpr std::string_view text(Language language) const
    {
        return language == Language::dutch ? dutch_ : english_;
    }

  private:
    static_assert(Parameters < 10, "a place is one figure");

    static consteval void check(std::string_view text)
    {
        if (text.empty()) {
            throw "a translation is missing";
        }
        std::array<bool, Parameters + 1> is_named{};
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] != '{') {
                continue;
            }
            if (i + 2 >= text.size() || text[i + 2] != '}' || text[i + 1] < '1' ||
                text[i + 1] > static_cast<char>('0' + Parameters)) {
                throw "a place in the text is not the number of a parameter";
            }
            is_named[static_cast<std::size_t>(text[i + 1] - '0')] = true;
        }
        for (std::size_t i = 1; i <= Parameters; ++i) {
            if (!is_named[i]) {
                throw "a translation leaves out a parameter";
            }
        }
    }

    std::string_view dutch_;
    std::string_view english_;
};

// The text with its parameters put in; `Text` is what they are made of. A parameter is put in as it is, once:
// braces in it stand for nothing.
template <class Text, std::size_t Parameters>
Text filled(Message<Parameters> const& message, Language language,
            std::array<Text, Parameters> const& parameters)
{
    auto const text = message.text(language);
    Text result;
    std::size_t done = 0;
    for (std::size_t place = text.find('{'); place != std::string_view::npos; place = text.find('{', done)) {
        result += Text(std::string(text.substr(done, place - done)));
        result += parameters[static_cast<std::size_t>(text[place + 1] - '1')];
        done = place + 3;
    }
    result += Text(std::string(text.substr(done)));
    return result;
}

// The text in a language, with a text for every parameter.
template <std::size_t Parameters, class... Texts>
requires(sizeof...(Texts) == Parameters) std::string
    say(Message<Parameters> const& message, Language language, Texts const&... parameters)
{
    return filled<std::string, Parameters>(message, language, {std::string(parameters)...});
}

}  // namespace minimasim::report
