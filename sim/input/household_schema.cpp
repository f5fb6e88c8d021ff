#include <nlohmann/json.hpp>

#include "sim/base/date_text.hpp"
#include "sim/input/household_keys.hpp"

namespace minimasim::input {

namespace {

using Object = nlohmann::ordered_json;

// What may be written for a type, with the default that stands in a fresh record.
Object form(double value, Range const& range)
{
    return {{"type", "number"},
            {"unit", range.unit},
            {"minimum", range.low},
            {"maximum", range.high},
            {"default", value}};
}

Object form(int value, Range const& range)
{
    auto object = form(static_cast<double>(value), range);
    object["type"] = "integer";
    object["default"] = value;
    return object;
}

Object form(std::optional<int> const&, Range const& range)
{
    auto object = form(0, range);
    object["type"] = Object::array({"integer", "null"});
    object["default"] = nullptr;
    return object;
}

Object form(bool value, Range const&)
{
    return {{"type", "boolean"}, {"default", value}};
}

Object form(std::optional<bool> const&, Range const&)
{
    return {{"type", Object::array({"boolean", "null"})}, {"default", nullptr}};
}

Object form(std::string const& value, Range const&)
{
    return {{"type", "string"}, {"default", value}};
}

Object form(Date const& value, Range const&)
{
    return {{"type", "string"}, {"format", "date"}, {"default", to_text(value)}};
}

template <typename Enum>
Object form(Enum const& value, Range const&)
{
    auto const words = words_of(value);
    return {{"type", "string"},
            {"enum", std::vector<std::string>(words.begin(), words.end())},
            {"default", words[static_cast<std::size_t>(value)]}};
}

template <typename Record>
Object properties(std::span<Key<Record> const> keys)
{
    Record const fresh{};
    auto object = Object::object();
    for (auto const& key : keys) {
        auto property = std::visit([&](auto member) { return form(fresh.*member, key.range); }, key.member);
        property["description"] = key.meaning;
        object[std::string(key.name)] = std::move(property);
    }
    return object;
}

Object named_values(std::vector<std::string> const& names, Object const& value)
{
    auto object = Object{{"type", "object"}};
    if (names.empty()) {
        object["additionalProperties"] = value;
        return object;
    }
    for (auto const& name : names) {
        object["properties"][name] = value;
    }
    object["additionalProperties"] = false;
    return object;
}

}  // namespace

std::string household_schema(HouseholdLimits const& limits)
{
    auto person =
        Object{{"type", "object"}, {"additionalProperties", false}, {"required", Object::array({"age"})}};
    person["properties"] = properties(person_keys());
    person["properties"]["age"].erase("default");

    auto all = properties(household_keys());
    if (limits.first) {
        all["date"]["formatMinimum"] = to_text(*limits.first);
    }
    if (limits.last) {
        all["date"]["formatMaximum"] = to_text(*limits.last);
    }
    all["municipality"]["pattern"] = "^GM[0-9]{4}$";
    all["neighbourhood"]["pattern"] = "^(WK[0-9]{6})?$";
    all["persons"] = {{"type", "array"},
                      {"minItems", 1},
                      {"maxItems", most_persons},
                      {"items", std::move(person)},
                      {"description",
                       "The claimant first, the partner second when is_couple, then children (under 18) and "
                       "other adults"}};
    all["take_up"] = {
        {"oneOf", Object::array({Object{{"enum", Object::array({"full", "none"})}},
                                 named_values(limits.claim_names, Object{{"type", "boolean"}})})},
        {"default", "full"},
        {"description", "Which rights are claimed; in an object what is not named is claimed"}};
    all["given"] = named_values(
        limits.value_names,
        Object{{"type", Object::array({"number", "boolean"})}, {"minimum", 0}, {"maximum", 1e7}});
    all["given"]["default"] = Object::object();
    all["given"]["description"] = "Values that replace computed ones; everything later uses them";

    Object schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                  {"title", "Household"},
                  {"description", "One household. What is left out has its default; amounts are in euro."},
                  {"type", "object"},
                  {"additionalProperties", false},
                  {"required", Object::array({"persons"})}};
    schema["properties"] = std::move(all);
    return schema.dump(2) + '\n';
}

}  // namespace minimasim::input
