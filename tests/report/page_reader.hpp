#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace minimasim::report::test {

// An element of a page as it opens.
struct Element {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::size_t parent = 0;  // place in the list; itself for the root
    std::string text;        // directly within it, references as they stand
};

// Reads a page strictly, as XML with raw text in style and script: every element closes in its order,
// attributes are quoted and stand once, & only begins a reference. Throws std::runtime_error where the page
// is not so.
class PageReader {
  public:
    explicit PageReader(std::string const& page) : page_(page)
    {
        expect("<!DOCTYPE html>\n");
        while (place_ < page_.size()) {
            if (page_[place_] != '<') {
                read_text();
            } else if (page_.compare(place_, 2, "</") == 0) {
                close();
            } else {
                open();
            }
        }
        if (!open_.empty()) {
            fail("an element never closes: " + elements[open_.back()].name);
        }
    }

    std::vector<Element> elements;

    std::vector<Element> named(std::string const& name) const
    {
        std::vector<Element> found;
        for (auto const& element : elements) {
            if (element.name == name) {
                found.push_back(element);
            }
        }
        return found;
    }

    // All text within an element, its descendants' as well.
    std::string text_within(std::size_t place) const
    {
        std::string text = elements[place].text;
        for (std::size_t i = place + 1; i < elements.size(); ++i) {
            for (auto up = i; elements[up].parent != up; up = elements[up].parent) {
                if (elements[up].parent == place) {
                    text += " " + elements[i].text;
                    break;
                }
            }
        }
        return text;
    }

    bool is_within(std::size_t place, std::string const& name) const
    {
        for (auto up = place; elements[up].parent != up; up = elements[up].parent) {
            if (elements[elements[up].parent].name == name) {
                return true;
            }
        }
        return false;
    }

  private:
    [[noreturn]] void fail(std::string const& what) const
    {
        auto const from = place_ > 60 ? place_ - 60 : 0;
        throw std::runtime_error(what + " near: " + page_.substr(from, 140));
    }

    void expect(std::string const& text)
    {
        if (page_.compare(place_, text.size(), text) != 0) {
            fail("expected " + text);
        }
        place_ += text.size();
    }

    void check_references(std::string const& text) const
    {
        for (auto i = text.find('&'); i != std::string::npos; i = text.find('&', i + 1)) {
            auto const end = text.find(';', i);
            auto const name = end == std::string::npos ? "" : text.substr(i + 1, end - i - 1);
            if (name != "amp" && name != "lt" && name != "gt" && name != "quot" && name != "#39") {
                fail("& begins no reference");
            }
        }
    }

    void read_text()
    {
        auto const end = std::min(page_.find('<', place_), page_.size());
        auto const text = page_.substr(place_, end - place_);
        check_references(text);
        if (!open_.empty()) {
            elements[open_.back()].text += text;
        }
        place_ = end;
    }

    void close()
    {
        auto const end = page_.find('>', place_);
        auto const name = page_.substr(place_ + 2, end - place_ - 2);
        if (open_.empty() || elements[open_.back()].name != name) {
            fail("</" + name + "> closes what is not open");
        }
        open_.pop_back();
        place_ = end + 1;
    }

    void open()
    {
        ++place_;
        auto const end_of_name = page_.find_first_of(" />", place_);
        Element element;
        element.name = page_.substr(place_, end_of_name - place_);
        place_ = end_of_name;
        while (page_[place_] == ' ' && page_[place_ + 1] != '/') {
            ++place_;
            auto const equals = page_.find("=\"", place_);
            auto const end = page_.find('"', equals + 2);
            if (equals == std::string::npos || end == std::string::npos) {
                fail("an attribute without quotes");
            }
            auto const value = page_.substr(equals + 2, end - equals - 2);
            check_references(value);
            if (value.find('<') != std::string::npos) {
                fail("< in an attribute");
            }
            if (!element.attributes.emplace(page_.substr(place_, equals - place_), value).second) {
                fail("an attribute stands twice");
            }
            place_ = end + 1;
        }
        element.parent = open_.empty() ? elements.size() : open_.back();
        elements.push_back(element);
        bool const is_empty = page_[place_] == ' ' || page_[place_] == '/';
        place_ = page_.find('>', place_) + 1;
        if (is_empty) {
            return;
        }
        open_.push_back(elements.size() - 1);
        if (element.name == "style" || element.name == "script") {
            auto const end = page_.find("</" + element.name, place_);
            elements.back().text = page_.substr(place_, end - place_);
            place_ = end;
        }
    }

    std::string const& page_;
    std::size_t place_ = 0;
    std::vector<std::size_t> open_;
};

}  // namespace minimasim::report::test
