#pragma once

#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/report/pictures/canvas.hpp"
#include "sim/report/pictures/text_width.hpp"

// Reads back the drawings of the pictures, strictly: what is not plain XML of the kind they write is a
// problem.
namespace minimasim::report::test {

struct SvgElement {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::map<std::string, std::string> inherited;  // its own and those of what it stands in
    std::string text;                              // unescaped, without that of elements in it
    bool is_in_definitions = false;

    std::string own(std::string const& key) const
    {
        auto const found = attributes.find(key);
        return found == attributes.end() ? "" : found->second;
    }
    std::string of(std::string const& key) const
    {
        auto const found = inherited.find(key);
        return found == inherited.end() ? "" : found->second;
    }
};

inline std::optional<std::string> unescaped(std::string const& text)
{
    static std::map<std::string, std::string> const names{
        {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}};
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '<' || text[i] == '>') {
            return std::nullopt;
        }
        if (text[i] != '&') {
            result += text[i];
            continue;
        }
        auto const end = text.find(';', i);
        auto const found =
            end == std::string::npos ? names.end() : names.find(text.substr(i + 1, end - i - 1));
        if (found == names.end()) {
            return std::nullopt;
        }
        result += found->second;
        i = end;
    }
    return result;
}

// All elements in their order, or nothing where the text is not well-formed.
inline std::optional<std::vector<SvgElement>> read_svg(std::string const& svg)
{
    std::vector<SvgElement> elements;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < svg.size();) {
        if (svg[i] != '<') {
            auto const end = std::min(svg.find('<', i), svg.size());
            auto const text = unescaped(svg.substr(i, end - i));
            if (!text || (open.empty() && text->find_first_not_of(" \n") != std::string::npos)) {
                return std::nullopt;
            }
            if (!open.empty()) {
                elements[open.back()].text += *text;
            }
            i = end;
            continue;
        }
        auto const end = svg.find('>', i);
        if (end == std::string::npos) {
            return std::nullopt;
        }
        auto tag = svg.substr(i + 1, end - i - 1);
        i = end + 1;
        if (tag.starts_with("/")) {
            if (open.empty() || elements[open.back()].name != tag.substr(1)) {
                return std::nullopt;
            }
            open.pop_back();
            continue;
        }
        bool const is_closed = tag.ends_with("/");
        tag = is_closed ? tag.substr(0, tag.size() - 1) : tag;
        SvgElement element;
        auto place = std::min(tag.find(' '), tag.size());
        element.name = tag.substr(0, place);
        if (!open.empty()) {
            element.inherited = elements[open.back()].inherited;
            element.is_in_definitions =
                elements[open.back()].is_in_definitions || elements[open.back()].name == "defs";
        }
        while (place < tag.size()) {
            auto const equals = tag.find("=\"", place);
            auto const quote = equals == std::string::npos ? equals : tag.find('"', equals + 2);
            if (quote == std::string::npos || tag[place] != ' ') {
                return std::nullopt;
            }
            auto const key = tag.substr(place + 1, equals - place - 1);
            auto const value = unescaped(tag.substr(equals + 2, quote - equals - 2));
            bool const is_name =
                !key.empty() &&
                key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-:0123456789") ==
                    std::string::npos;
            if (!value || !is_name || element.attributes.contains(key)) {
                return std::nullopt;
            }
            element.attributes[key] = *value;
            element.inherited[key] = *value;
            place = quote + 1;
        }
        elements.push_back(element);
        if (!is_closed) {
            open.push_back(elements.size() - 1);
        }
    }
    return open.empty() ? std::optional(elements) : std::nullopt;
}

// The same; none where the text is not well-formed.
inline std::vector<SvgElement> elements_in(std::string const& svg)
{
    return read_svg(svg).value_or(std::vector<SvgElement>{});
}

struct SvgText {
    std::string content;
    Box box;
    double size;
};

inline pictures::Anchor anchor_of(SvgElement const& element)
{
    auto const anchor = element.own("text-anchor");
    return anchor == "end"      ? pictures::Anchor::end
           : anchor == "middle" ? pictures::Anchor::middle
                                : pictures::Anchor::start;
}

// The texts with the boxes they take.
inline std::vector<SvgText> texts_of(std::vector<SvgElement> const& elements)
{
    std::vector<SvgText> texts;
    for (auto const& element : elements) {
        if (element.name == "text") {
            double const size = std::atof(element.of("font-size").c_str());
            pictures::TextLook const look{"", "", size, element.of("font-weight") == "bold"};
            texts.push_back(
                {element.text,
                 pictures::text_box(std::atof(element.own("x").c_str()), std::atof(element.own("y").c_str()),
                                    element.text, anchor_of(element), look),
                 size});
        }
    }
    return texts;
}

// All numbers of a list of points or of a path; NaN where there is something else than numbers and commands.
inline std::vector<double> numbers_of(std::string const& text)
{
    std::vector<double> numbers;
    for (std::size_t i = 0; i < text.size();) {
        if (std::string(" ,MLHVZ").find(text[i]) != std::string::npos) {
            ++i;
            continue;
        }
        char* end = nullptr;
        double const number = std::strtod(text.c_str() + i, &end);
        if (end == text.c_str() + i) {
            return {std::nan("")};
        }
        numbers.push_back(number);
        i = static_cast<std::size_t>(end - text.c_str());
    }
    return numbers;
}

// The rectangle that a shape covers, without the width of its line.
inline Box reach_of(SvgElement const& element)
{
    auto const number = [&](char const* key) {
        auto const numbers = numbers_of(element.own(key));
        return numbers.size() == 1 ? numbers[0] : std::nan("");
    };
    if (element.name == "line") {
        return {std::min(number("x1"), number("x2")), std::min(number("y1"), number("y2")),
                std::max(number("x1"), number("x2")), std::max(number("y1"), number("y2"))};
    }
    if (element.name == "rect") {
        return {number("x"), number("y"), number("x") + number("width"), number("y") + number("height")};
    }
    if (element.name == "circle") {
        double const radius = number("r");
        return {number("cx") - radius, number("cy") - radius, number("cx") + radius, number("cy") + radius};
    }
    auto const numbers = numbers_of(element.own("d"));
    if (numbers.size() < 2) {
        return {std::nan(""), 0, 0, 0};
    }
    Box box{numbers[0], numbers[1], numbers[0], numbers[1]};
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
        box.left = std::isnan(numbers[i]) ? numbers[i] : std::min(box.left, numbers[i]);
        box.right = std::max(box.right, numbers[i]);
        box.top = std::min(box.top, numbers[i + 1]);
        box.bottom = std::max(box.bottom, numbers[i + 1]);
    }
    return box;
}

// What is wrong with a drawing, "" for nothing: its form, places outside it, texts that overlap.
inline std::string fault_of(std::string const& svg)
{
    auto const read = read_svg(svg);
    if (!read || read->empty() || read->front().name != "svg") {
        return "not well-formed";
    }
    auto const& elements = *read;
    auto const frame = numbers_of(elements[0].own("viewBox"));
    if (frame.size() != 4 || !(frame[2] > 0) || !(frame[3] > 0) || elements[0].own("role") != "img") {
        return "no frame or role";
    }
    std::set<std::string> const known{"svg",  "title", "desc",   "defs", "pattern", "g",
                                      "rect", "line",  "circle", "path", "text"};
    std::set<std::string> ids;
    std::string fault;
    auto const is_inside = [&](Box const& box) {
        constexpr double slack = 0.6;  // of rounding
        return box.left >= -slack && box.top >= -slack && box.right <= frame[2] + slack &&
               box.bottom <= frame[3] + slack;
    };
    for (auto const& element : elements) {
        if (!known.contains(element.name)) {
            fault += "element " + element.name + "\n";
        }
        for (auto const& [key, value] : element.attributes) {
            bool const is_unwanted = key == "style" || key.starts_with("on") || key == "href";
            fault += is_unwanted ? "attribute " + key + "\n" : "";
            fault += key == "id" && !ids.insert(value).second ? "id " + value + " twice\n" : "";
        }
        bool const is_shape = element.name == "rect" || element.name == "line" || element.name == "circle" ||
                              element.name == "path";
        if (is_shape && !element.is_in_definitions && !is_inside(reach_of(element))) {
            fault += "outside: " + element.name + " " + element.own("d").substr(0, 80) + " " +
                     element.of("class") + "\n";
        }
        auto const fill = element.own("fill");
        if (fill.starts_with("url(#") && !ids.contains(fill.substr(5, fill.size() - 6))) {
            fault += "no pattern for " + fill + "\n";
        }
    }
    auto const texts = texts_of(elements);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto const& [content, box, size] = texts[i];
        fault += is_inside(box) ? "" : "outside: text " + content + "\n";
        fault += size >= 12 && size <= 14 ? "" : "size of text " + content + "\n";
        for (std::size_t j = 0; j < i; ++j) {
            constexpr double slack = 0.5;
            auto const& other = texts[j].box;
            if (box.left < other.right - slack && other.left < box.right - slack &&
                box.top < other.bottom - slack && other.top < box.bottom - slack) {
                fault += "overlap: " + content + " | " + texts[j].content + "\n";
            }
        }
    }
    return fault;
}

}  // namespace minimasim::report::test
