#include "sim/run/listing.hpp"

#include <algorithm>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/input/household_record.hpp"
#include "sim/input/scenario.hpp"
#include "sim/report/text_table.hpp"
#include "sim/run/law_and_policy/term_check.hpp"

namespace minimasim::run {

namespace {

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(text.size() + 1, width), ' ');
    return text;
}

// A source on one line; terms.csv and results.h5 have it whole.
std::string shortened(std::string const& source)
{
    constexpr std::size_t longest = 90;
    return source.size() <= longest ? source : source.substr(0, source.find_last_of(' ', longest)) + " ...";
}

}  // namespace

std::string list_schemes()
{
    std::string text;
    for (auto const& scheme : rules::schemes) {
        std::string facts = std::string("counted in ") + rules::to_text(scheme.counted_in);
        facts += scheme.is_cash ? ", cash" : "";
        facts += scheme.is_need_driven ? ", need-driven" : "";
        facts += scheme.is_capped ? ", capped budget" : "";
        text += padded(scheme.key, 26) + padded(scheme.dutch_name, 44) + padded(scheme.english_name, 32) +
                facts + "\n";
    }
    return text;
}

std::string list_packages(Folders const& folders)
{
    std::string text;
    for (auto const& file : input::scenario_files(folders.scenarios)) {
        auto const scenario = input::read_scenario_file(file);
        text += padded(scenario.id, 26) + scenario.title + "\n";
    }
    return text;
}

std::string list_municipalities(Folders const& folders)
{
    std::vector<std::string> codes;
    for (auto const& entry : std::filesystem::directory_iterator(folders.data / "municipalities")) {
        if (entry.is_directory()) {
            codes.push_back(entry.path().filename().string());
        }
    }
    std::sort(codes.begin(), codes.end());
    std::string text;
    for (auto const& code : codes) {
        text += padded(code, 10) + read_municipality(folders.data, code).name + "\n";
    }
    return text;
}

std::string list_households(std::filesystem::path const& folder, report::Language language)
{
    std::string text;
    for (auto const& name : input::named_households(folder)) {
        auto const record = input::read_household_file(folder / (name + ".json"));
        bool const is_dutch = language == report::Language::dutch;
        auto const& title = is_dutch || record.title_en.empty() ? record.title : record.title_en;
        auto const& story = is_dutch || record.story_en.empty() ? record.story : record.story_en;
        text += report::padded_right(name, 34) + ' ' + report::padded_right(title, 40) + ' ' + story + "\n";
    }
    return text;
}

std::string list_terms(input::TermTable const& terms, Municipality const& municipality, Date date)
{
    auto const policy = read_policy(terms, municipality.measures, date);
    auto const ranges = all_terms(policy, municipality.measures);
    std::string text = padded("term", 58) + padded("value", 16) + padded("unit", 32) + padded("lowest", 10) +
                       padded("highest", 12) + padded("since", 12) + padded("status", 12) + "source\n";
    for (auto const& range : ranges) {
        auto const row =
            std::find_if(policy.terms.begin(), policy.terms.end(), [&](outcomes::TermRow const& term) {
                return term.scheme == range.scheme && term.term == range.term;
            });
        if (row != policy.terms.end()) {
            text += padded(range.scheme + "." + range.term, 58) + padded(short_number(row->value), 16) +
                    padded(row->unit, 32) + padded(short_number(range.lowest), 10) +
                    padded(short_number(range.highest), 12) + padded(row->valid_from, 12) +
                    padded(row->status, 12) + shortened(row->source) + "\n";
        }
    }
    return text;
}

}  // namespace minimasim::run
