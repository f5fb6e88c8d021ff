#include "sim/report/sweep_record.hpp"

#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"

namespace minimasim::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t digest_length = 64;

// Enough figures of a digest to tell two apart.
std::string shown(std::string const& value)
{
    constexpr std::size_t enough = 12;
    return value.size() == digest_length ? value.substr(0, enough) + "..." : value;
}

Json as_object(SweepIdentity const& identity)
{
    auto object = Json::object();
    for (auto const& [name, value] : identity) {
        object[name] = value;
    }
    return object;
}

Json parsed(std::string const& text, std::string const& place)
{
    auto json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
        throw InputError(place, 0, "is damaged: what it says about itself cannot be read");
    }
    return json;
}

std::string text_of(Json const& object, char const* name, std::string const& place)
{
    auto const found = object.find(name);
    if (found == object.end() || !found->is_string()) {
        throw InputError(place, 0, std::string("is damaged: it does not say ") + name);
    }
    return found->get<std::string>();
}

SweepIdentity identity_of(Json const& object, std::string const& place)
{
    SweepIdentity identity;
    for (auto const& [name, value] : object.items()) {
        identity.emplace_back(name, text_of(object, name.c_str(), place));
    }
    return identity;
}

}  // namespace

std::string value_of(SweepIdentity const& identity, std::string const& name)
{
    for (auto const& [known, value] : identity) {
        if (known == name) {
            return value;
        }
    }
    return "";
}

std::string differences(SweepIdentity const& found, SweepIdentity const& expected)
{
    std::string text;
    for (auto const& [name, value] : expected) {
        auto const other = value_of(found, name);
        if (other != value) {
            text += (text.empty() ? "" : ", ") + name + " is " + (other.empty() ? "unknown" : shown(other)) +
                    ", not " + shown(value);
        }
    }
    return text;
}

std::string to_json(SweepIdentity const& identity)
{
    return as_object(identity).dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(SweepRecord const& record)
{
    Json json;
    json["title"] = record.title;
    json["identity"] = as_object(record.identity);
    json["plan"] = record.plan_text;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

SweepIdentity read_identity(std::string const& text, std::string const& place)
{
    return identity_of(parsed(text, place), place);
}

SweepRecord read_record(std::string const& text, std::string const& place)
{
    auto const json = parsed(text, place);
    auto const found = json.find("identity");
    if (found == json.end() || !found->is_object()) {
        throw InputError(place, 0, "is damaged: it does not say what it is of");
    }
    return {identity_of(*found, place), text_of(json, "title", place), text_of(json, "plan", place)};
}

}  // namespace minimasim::report
