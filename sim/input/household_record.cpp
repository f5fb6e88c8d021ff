#include "sim/input/household_record.hpp"

#include <algorithm>
#include <fstream>

#include "sim/base/error.hpp"
#include "sim/input/household_checks.hpp"
#include "sim/input/household_keys.hpp"
#include "sim/input/household_values.hpp"
#include "sim/input/json.hpp"
#include "sim/input/json_text.hpp"

namespace minimasim::input {

namespace {

constexpr Range any_value{"", 0, 1e7, "a value"};

// Keys that are tried and mean something else here.
constexpr std::array<std::string_view, 7> partner_keys{"partner",      "spouse",     "role",    "relation",
                                                       "relationship", "echtgenoot", "position"};

// The name that was begun (wage), or else one that resembles what was written.
std::string hint_for(std::string_view written, std::vector<std::string> const& known)
{
    std::string const key(written);
    auto const longer = std::find_if(known.begin(), known.end(),
                                     [&](std::string const& name) { return name.rfind(key + '_', 0) == 0; });
    if (longer != known.end()) {
        return ". Did you mean " + *longer + '?';
    }
    return key.size() < 60 ? did_you_mean(key, known) : "";
}

template <typename Record>
std::vector<std::string> names(std::span<Key<Record> const> keys)
{
    std::vector<std::string> all;
    for (auto const& key : keys) {
        all.emplace_back(key.name);
    }
    return all;
}

bool is_among(std::string_view name, std::vector<std::string> const& known)
{
    return std::find(known.begin(), known.end(), name) != known.end();
}

// Takes a household over from JSON, collecting every problem.
class Reader {
  public:
    Reader(HouseholdRecord& household, HouseholdLimits const& limits, std::vector<Problem>& problems)
        : household_(household), limits_(limits), problems_(problems)
    {
    }

    void read(Json const& json)
    {
        household_.lines = KeyLines(json.line);
        household_.lines.reserve(json.members.size());
        if (json.kind != Json::Kind::object) {
            complain(json.line,
                     "is " + description(json) + "; one household, an object between braces, was meant");
            return;
        }
        for (auto const& [key, value] : json.members) {
            if (!is_read(key, value, household_keys(), household_) && !is_read_of_more(key, value)) {
                complain_of_unknown(key, value.line);
            }
        }
        if (!household_.lines.has("persons")) {
            complain(json.line,
                     "persons is missing; a household has at least a claimant, as in \"persons\": "
                     "[{\"age\": 32}]");
        }
        if (household_.tenure == Tenure::owner && !household_.lines.has("rent_per_month")) {
            household_.rent_per_month = 0;
        }
        if (household_.lines.has("municipality") && !household_.lines.has("neighbourhood") &&
            household_.municipality != HouseholdRecord{}.municipality) {
            household_.neighbourhood.clear();
        }
    }

  private:
    void complain(int line, std::string what)
    {
        problems_.push_back({household_.origin, line, std::move(what)});
    }

    // Reads a key that the table knows; what is refused leaves no line behind.
    template <typename Record>
    bool is_read(std::string_view name, Json const& json, std::span<Key<Record> const> keys, Record& record,
                 std::size_t number_of_person = 0)
    {
        auto const key =
            std::find_if(keys.begin(), keys.end(), [&](auto const& k) { return k.name == name; });
        if (key == keys.end()) {
            return false;
        }
        auto const fault =
            std::visit([&](auto member) { return take(json, key->range, record.*member); }, key->member);
        if (fault.empty()) {
            record.lines.add(key->name, json.line);
        } else {
            complain(json.line, std::string(name) + of_person(number_of_person) + ' ' + fault);
        }
        return true;
    }

    // Behind a key in messages: nothing for a key of the household.
    static std::string of_person(std::size_t number)
    {
        return number == 0 ? "" : " of person " + std::to_string(number);
    }

    bool is_read_of_more(std::string_view name, Json const& json)
    {
        auto const* const key = std::find(keys_of_more.begin(), keys_of_more.end(), name);
        if (key == keys_of_more.end()) {
            return false;
        }
        household_.lines.add(*key, json.line);
        if (name == "persons") {
            read_persons(json);
        } else if (name == "take_up") {
            read_take_up(json);
        } else {
            read_given(json);
        }
        return true;
    }

    void complain_of_unknown(std::string_view key, int line, std::size_t number_of_person = 0)
    {
        bool const is_of_household = number_of_person == 0;
        auto known = is_of_household ? names(household_keys()) : names(person_keys());
        auto const elsewhere = is_of_household ? names(person_keys()) : names(household_keys());
        if (is_of_household) {
            known.insert(known.end(), keys_of_more.begin(), keys_of_more.end());
        }
        std::string what = "unknown key " + in_quotes(key) + of_person(number_of_person);
        if (std::find(partner_keys.begin(), partner_keys.end(), key) != partner_keys.end()) {
            what +=
                ". Did you mean is_couple? Partners are the first two persons of a household with "
                "\"is_couple\": true";
        } else if (is_among(key, elsewhere)) {
            what += is_of_household ? "; it belongs to a person, within persons"
                                    : "; it belongs to the household, outside persons";
        } else {
            what += hint_for(key, known);
        }
        complain(line, what);
    }

    void read_persons(Json const& json)
    {
        if (json.kind != Json::Kind::list) {
            complain(json.line,
                     "persons is " + description(json) + "; a list, as [{\"age\": 32}], was meant");
            return;
        }
        if (json.items.empty() || json.items.size() > most_persons) {
            complain(json.line, "persons holds " + std::to_string(json.items.size()) +
                                    "; a household has a claimant and at most " +
                                    std::to_string(most_persons) +
                                    " persons, further households are households of their own");
            return;
        }
        household_.persons.reserve(json.items.size());
        for (auto const& item : json.items) {
            read_person(item);
        }
    }

    void read_person(Json const& json)
    {
        auto& person = household_.persons.emplace_back();
        person.lines = KeyLines(json.line);
        person.lines.reserve(json.members.size());
        auto const number = household_.persons.size();
        if (json.kind != Json::Kind::object) {
            complain(json.line, "person " + std::to_string(number) + " is " + description(json) +
                                    "; an object between braces, as {\"age\": 32}, was meant");
            return;
        }
        bool has_age = false;
        for (auto const& [key, value] : json.members) {
            has_age = has_age || key == "age";
            if (!is_read(key, value, person_keys(), person, number)) {
                complain_of_unknown(key, value.line, number);
            }
        }
        if (!has_age) {
            complain(json.line, "age" + of_person(number) + " is missing; nearly every rule asks for it");
        }
    }

    void read_take_up(Json const& json)
    {
        if (json.kind == Json::Kind::text && (json.text == "full" || json.text == "none")) {
            household_.take_up.is_none = json.text == "none";
            return;
        }
        if (json.kind != Json::Kind::object) {
            complain(json.line,
                     "take_up is " + description(json) +
                         "; \"full\", \"none\" or names with true or false between braces were meant");
            return;
        }
        for (auto const& [name, value] : json.members) {
            if (!limits_.claim_names.empty() && !is_among(name, limits_.claim_names)) {
                complain(value.line, "take_up names " + in_quotes(name) + ", which nobody can claim" +
                                         hint_for(name, limits_.claim_names));
            } else if (value.kind != Json::Kind::boolean) {
                complain(value.line, "take_up of " + std::string(name) + " is " + description(value) +
                                         "; true (claimed) or false was meant");
            } else if (!value.boolean) {
                household_.take_up.not_taken_up.emplace_back(name);
            }
        }
    }

    void read_given(Json const& json)
    {
        if (json.kind != Json::Kind::object) {
            complain(json.line, "given is " + description(json) +
                                    "; names with their values between braces, as {\"expenses_per_month\": "
                                    "1917}, were meant");
            return;
        }
        for (auto const& [name, value] : json.members) {
            GivenValue given{std::string(name), value.boolean ? 1.0 : 0.0, value.kind == Json::Kind::boolean,
                             value.line};
            auto const fault = given.is_boolean ? "" : take(value, any_value, given.value);
            if (!limits_.value_names.empty() && !is_among(name, limits_.value_names)) {
                complain(value.line, "given names " + in_quotes(name) + ", which is no value of a household" +
                                         hint_for(name, limits_.value_names));
            } else if (!fault.empty()) {
                complain(value.line, "given " + in_quotes(name) + ' ' + fault);
            } else {
                household_.given.push_back(std::move(given));
            }
        }
    }

    HouseholdRecord& household_;
    HouseholdLimits const& limits_;
    std::vector<Problem>& problems_;
};

}  // namespace

bool KeyLines::has(std::string_view key) const
{
    return std::any_of(lines_.begin(), lines_.end(), [&](KeyLine const& l) { return l.key == key; });
}

int KeyLines::line(std::string_view key) const
{
    auto const found =
        std::find_if(lines_.begin(), lines_.end(), [&](KeyLine const& l) { return l.key == key; });
    return found == lines_.end() ? first_ : found->line;
}

bool TakeUpRecord::takes_up(std::string_view name) const
{
    return !is_none && !is_among(name, not_taken_up);
}

HouseholdRecord read_household(std::string_view text, std::string const& origin,
                               HouseholdLimits const& limits, int first_line)
{
    std::vector<Problem> problems;
    auto household = read_household(text, origin, limits, first_line, problems);
    if (!problems.empty()) {
        throw InputError(std::move(problems));
    }
    return household;
}

HouseholdRecord read_household(std::string_view text, std::string const& origin,
                               HouseholdLimits const& limits, int first_line, std::vector<Problem>& problems)
{
    HouseholdRecord household;
    household.origin = origin;
    try {
        auto const json = parse_json(text, origin, first_line, problems);
        Reader(household, limits, problems).read(json.root);
        check_household(household, limits, problems);
    } catch (InputError const& no_json) {
        problems = no_json.problems();
    }
    return household;
}

HouseholdRecord read_household_file(std::filesystem::path const& file, HouseholdLimits const& limits)
{
    std::error_code ignored;
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file, ignored)) {
        throw InputError(file.string(), 0, "cannot be opened; a household in JSON was meant");
    }
    std::string text(largest_json + 1, '\0');  // one more than is read, so that a longer text is noticed
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad()) {
        throw InputError(file.string(), 0, "cannot be read");
    }
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return read_household(text, file.string(), limits);
}

std::vector<std::string> named_households(std::filesystem::path const& folder)
{
    std::vector<std::string> names;
    std::error_code fault;
    for (auto const& entry : std::filesystem::directory_iterator(folder, fault)) {
        if (entry.path().extension() == ".json") {
            names.push_back(entry.path().stem().string());
        }
    }
    if (fault) {
        throw InputError(folder.string(), 0, "the folder of households cannot be read");
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace minimasim::input
