#include "sim/command_line/shards.hpp"

#include <iostream>
#include <nlohmann/json.hpp>

namespace minimasim::commands {

namespace {

constexpr int merge_is_incomplete = 3;

}  // namespace

std::string merge_json(run::MergeReport const& merged, std::string const& pieces)
{
    nlohmann::ordered_json json;
    json[pieces] = merged.pieces;
    json["shards"] = merged.shards;
    json["missing_" + pieces] = merged.missing_pieces;
    json["missing_shards"] = merged.missing_shards;
    json["array"] = run::array_expression(merged.missing_shards);
    json["strangers"] = merged.strangers;
    json["written"] = nlohmann::ordered_json::array();
    for (auto const& file : merged.written) {
        json["written"].push_back(file.string());
    }
    return json.dump(2) + "\n";
}

int tell_what_is_missing(run::MergeReport const& merged, std::string const& pieces)
{
    for (auto const& stranger : merged.strangers) {
        std::cerr << "refused: " << stranger << '\n';
    }
    if (!merged.missing_shards.empty()) {
        std::cerr << "missing: " << merged.missing_pieces << " of " << merged.pieces << " " << pieces
                  << ", in " << merged.missing_shards.size() << " of " << merged.shards
                  << " shards; nothing was written\nresubmit: --array="
                  << run::array_expression(merged.missing_shards) << '\n';
    } else if (!merged.strangers.empty()) {
        std::cerr << "no " << pieces.substr(0, pieces.size() - 1)
                  << " is missing; remove what was refused and merge again. Nothing was written\n";
    }
    return merged.is_complete() ? 0 : merge_is_incomplete;
}

}  // namespace minimasim::commands
