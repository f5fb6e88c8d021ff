#include "sim/input/json.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "sim/input/json_text.hpp"
#include "sim/input/plain_json.hpp"

namespace minimasim::input {

namespace {

// How far the parser has come in the text.
struct Progress {
    char const* at = nullptr;
    int line = 1;
};

// Hands the parser the characters one by one and counts the lines that went by.
class CountingIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = char const*;
    using reference = char const&;

    CountingIterator(char const* at, Progress& progress) : at_(at), progress_(&progress) {}

    reference operator*() const { return *at_; }
    CountingIterator& operator++()
    {
        progress_->line += *at_ == '\n' ? 1 : 0;
        progress_->at = ++at_;
        return *this;
    }
    bool operator==(CountingIterator const& other) const { return at_ == other.at_; }
    bool operator!=(CountingIterator const& other) const { return at_ != other.at_; }

  private:
    char const* at_;
    Progress* progress_;
};

// Receives the events of nlohmann's parser, which does not recurse, and builds the value from them.
class Builder {
  public:
    Builder(std::string const& origin, Progress const& progress, std::vector<Problem>& problems)
        : origin_(origin), progress_(progress), problems_(problems)
    {
    }

    JsonDocument document;
    std::size_t read_until_fault = 0;
    std::string fault;  // the parser's message when it gave up

    bool null()
    {
        add(Json::Kind::null, progress_.line);
        return true;
    }
    bool boolean(bool value)
    {
        add(Json::Kind::boolean, progress_.line).boolean = value;
        return true;
    }
    bool number_integer(std::int64_t value)
    {
        return number_float(static_cast<double>(value), std::to_string(value));
    }
    bool number_unsigned(std::uint64_t value)
    {
        return number_float(static_cast<double>(value), std::to_string(value));
    }
    bool number_float(double value, std::string const& written)
    {
        // A number ends at the first character that does not belong to it, and that may be a line end.
        auto& json = add(Json::Kind::number, progress_.line - (progress_.at[-1] == '\n' ? 1 : 0));
        json.number = value + 0.0;  // never minus zero
        json.text = kept(written);
        return true;
    }
    bool string(std::string& value)
    {
        add(Json::Kind::text, progress_.line).text = kept(std::move(value));
        return true;
    }
    bool binary(std::vector<std::uint8_t>&) { return false; }  // does not occur in JSON texts

    bool start_object(std::size_t) { return open(Json::Kind::object); }
    bool start_array(std::size_t) { return open(Json::Kind::list); }
    bool end_array()
    {
        open_.pop_back();
        return true;
    }
    bool end_object()
    {
        keep_first_of_equal_keys(open_.back()->members);
        open_.pop_back();
        return true;
    }
    bool key(std::string& name)
    {
        auto& member = open_.back()->members.emplace_back();
        member.key = kept(std::move(name));
        member.value.line = progress_.line;
        return true;
    }

    bool parse_error(std::size_t position, std::string const&, nlohmann::json::exception const& error)
    {
        read_until_fault = position;
        fault = error.what();
        return false;
    }

  private:
    std::string_view kept(std::string text) { return document.decoded.emplace_front(std::move(text)); }

    // The next value: the document itself, that of the last key, or a new item of a list.
    Json& add(Json::Kind kind, int line)
    {
        Json* place = &document.root;
        if (!open_.empty() && open_.back()->kind == Json::Kind::object) {
            place = &open_.back()->members.back().value;
            line = place->line;
        } else if (!open_.empty()) {
            place = &open_.back()->items.emplace_back();
        }
        if (!open_.empty() &&
            std::max(open_.back()->items.size(), open_.back()->members.size()) > most_json_entries) {
            throw InputError(origin_, progress_.line,
                             "holds more than " + std::to_string(most_json_entries) +
                                 " entries between one pair of brackets; a household has a few dozen");
        }
        place->kind = kind;
        place->line = line;
        return *place;
    }

    bool open(Json::Kind kind)
    {
        if (open_.size() == deepest_json) {
            throw InputError(origin_, progress_.line,
                             "is nested deeper than " + std::to_string(deepest_json) +
                                 " brackets; a household needs three");
        }
        open_.push_back(&add(kind, progress_.line));
        return true;
    }

    void keep_first_of_equal_keys(std::vector<Json::Member>& members)
    {
        std::unordered_set<std::string_view> seen;
        std::erase_if(members, [&](Json::Member const& member) {
            if (seen.insert(member.key).second) {
                return false;
            }
            problems_.push_back({origin_, member.value.line,
                                 "the key " + in_quotes(member.key) +
                                     " stands twice between the same braces; leave one out, for which of the "
                                     "two counts is not clear"});
            return true;
        });
    }

    std::string const& origin_;
    Progress const& progress_;
    std::vector<Problem>& problems_;
    std::vector<Json*> open_;  // these stay put: a list grows only when its last item is closed
};

}  // namespace

JsonDocument parse_json(std::string_view text, std::string const& origin, int first_line,
                        std::vector<Problem>& problems)
{
    auto const line_at = [&](std::size_t place) {
        return first_line + static_cast<int>(std::count(text.begin(), text.begin() + place, '\n'));
    };
    if (text.size() > largest_json) {
        throw InputError(origin, first_line,
                         "is longer than 1 MB; one household is a page of text, and of many households each "
                         "stands on its own line");
    }
    if (auto const fault = first_fault_of_utf8(text)) {
        throw InputError(origin, line_at(*fault),
                         "is not UTF-8 text; save it as UTF-8, so that names read the same everywhere");
    }
    if (auto plain = parse_plain_json(text, first_line)) {
        return {std::move(*plain), {}};
    }
    Progress progress{text.data(), first_line};
    Builder builder(origin, progress, problems);
    bool const is_read =
        nlohmann::json::sax_parse(CountingIterator(text.data(), progress),
                                  CountingIterator(text.data() + text.size(), progress), &builder);
    if (!is_read) {
        auto const read = std::min(builder.read_until_fault, text.size());
        throw InputError(origin, line_at(read > 0 ? read - 1 : 0),
                         syntax_problem(text, builder.read_until_fault, builder.fault));
    }
    return std::move(builder.document);
}

std::string description(Json const& value)
{
    switch (value.kind) {
        case Json::Kind::null:
            return "null";
        case Json::Kind::boolean:
            return value.boolean ? "true" : "false";
        case Json::Kind::number:
            return std::string(value.text.substr(0, 30)) + (value.text.size() > 30 ? "..." : "");
        case Json::Kind::text:
            return "the text " + in_quotes(value.text);
        case Json::Kind::list:
            return "a list";
        case Json::Kind::object:
            return "an object between braces";
    }
    return "";
}

}  // namespace minimasim::input
