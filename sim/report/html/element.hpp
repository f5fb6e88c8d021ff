#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "sim/report/message.hpp"

namespace minimasim::report::html {

// A piece of HTML. It can only be made from text, which is escaped, from elements, or from markup that the
// program itself wrote: what a file brought in never becomes markup.
class Html {
  public:
    Html() = default;

    // A text; escaped.
    Html(std::string_view text);
    Html(std::string const& text) : Html(std::string_view(text)) {}
    Html(char const* text) : Html(std::string_view(text)) {}

    // Markup that the program wrote, such as a picture.
    static Html markup(std::string markup);

    Html& operator+=(Html const& next);
    bool is_empty() const { return markup_.empty(); }
    std::string const& markup() const { return markup_; }

  private:
    std::string markup_;
};

Html operator+(Html first, Html const& second);

// One attribute; its value is escaped. A value may be anything, a name is a word of ours: style and handlers
// of events (onclick, ...) are refused, for the security policy of the page forbids them.
struct Attribute {
    std::string_view name;
    std::string value;
};

using Attributes = std::vector<Attribute>;

// <name attributes>content</name>
Html element(std::string_view name, Attributes const& attributes, Html const& content = {});
Html element(std::string_view name, Html const& content);

// An element that has no content: <name attributes />.
Html void_element(std::string_view name, Attributes const& attributes);

// Pieces one after another.
Html all(std::initializer_list<Html> pieces);

// A text of the catalogue with a piece of HTML, or a text, for every parameter.
template <std::size_t Parameters, class... Pieces>
requires(sizeof...(Pieces) == Parameters) Html
    sentence(Message<Parameters> const& message, Language language, Pieces const&... pieces)
{
    return filled<Html, Parameters>(message, language, {Html(pieces)...});
}

// A text that may stand anywhere in HTML, also within quotes: & < > " and ' escaped; what is no character, is
// not allowed in HTML or turns the direction of writing is left out or replaced.
std::string escaped(std::string_view text);

// A word for an id, a link or the name of a file, made of a name that may hold anything: letters without
// accents, figures and hyphens, at most 60; "" when nothing is left.
std::string as_word(std::string_view name);

}  // namespace minimasim::report::html
