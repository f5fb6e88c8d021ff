#pragma once

#include <string_view>

#include "sim/report/language.hpp"
#include "sim/report/messages/what_if.hpp"

// The texts that the script of the page puts in, by the name it knows them by.
namespace minimasim::report::html {

struct ScriptText {
    std::string_view key;
    std::string_view dutch;
    std::string_view english;

    template <std::size_t Parameters>
    constexpr ScriptText(std::string_view name, Message<Parameters> const& message)
        : key(name), dutch(message.text(Language::dutch)), english(message.text(Language::english))
    {
    }
};

inline constexpr ScriptText what_if_script_texts[] = {
    {"loading", messages::what_if_loading},
    {"current_policy", messages::what_if_current_policy},
    {"own_package", messages::what_if_own_package},
    {"own_title", messages::what_if_own_title},
    {"all_limits", messages::what_if_all_limits},
    {"all_take_up", messages::what_if_all_take_up},
    {"take_up", messages::what_if_take_up},
    {"failed", messages::what_if_failed},
    {"ex_officio", messages::what_if_ex_officio},
    {"assumed", messages::what_if_assumed},
    {"measures", messages::what_if_measures},
    {"slider", messages::what_if_slider},
    {"range", messages::what_if_range},
    {"now_and_range", messages::what_if_now_and_range},
    {"now_only", messages::what_if_now_only},
    {"mixed", messages::what_if_mixed},
    {"mixed_now", messages::what_if_mixed_now},
    {"no_number", messages::what_if_no_number},
    {"out_of_range", messages::what_if_out_of_range},
    {"changed_count", messages::what_if_changed_count},
    {"yes", messages::what_if_yes},
    {"no", messages::what_if_no},
    {"unit_share", messages::what_if_unit_share},
    {"unit_points", messages::what_if_unit_points},
    {"unit_euro", messages::what_if_unit_euro},
    {"unit_euro_per_year", messages::what_if_unit_euro_per_year},
    {"unit_euro_per_month", messages::what_if_unit_euro_per_month},
    {"unit_years", messages::what_if_unit_years},
    {"no_changes", messages::what_if_no_changes},
    {"published", messages::what_if_published},
    {"table_cost", messages::what_if_table_cost},
    {"table_movements", messages::what_if_table_movements},
    {"table_reach", messages::what_if_table_reach},
    {"table_more_poverty", messages::what_if_table_more_poverty},
    {"table_more_cost", messages::what_if_table_more_cost},
    {"table_poverty", messages::what_if_table_poverty},
    {"table_scheme_cost", messages::what_if_table_scheme_cost},
    {"table_scheme_users", messages::what_if_table_scheme_users},
    {"table_scheme_take_up", messages::what_if_table_scheme_take_up},
    {"table_structural", messages::what_if_table_structural},
    {"what", messages::what_if_what},
    {"scheme", messages::what_if_scheme},
    {"change_in_points", messages::what_if_change_in_points},
    {"change", messages::what_if_change},
    {"with_package", messages::what_if_with_package},
    {"households", messages::what_if_households},
    {"half_width", messages::what_if_half_width},
    {"structural", messages::what_if_structural},
    {"outcome_cost_per_year", messages::what_if_outcome_cost_per_year},
    {"outcome_gross_cost_per_year", messages::what_if_outcome_gross_cost_per_year},
    {"outcome_entitled_households", messages::what_if_outcome_entitled_households},
    {"outcome_recipients_households", messages::what_if_outcome_recipients_households},
    {"outcome_newly_entitled_households", messages::what_if_outcome_newly_entitled_households},
    {"outcome_newly_reached_households", messages::what_if_outcome_newly_reached_households},
    {"outcome_no_longer_entitled_households", messages::what_if_outcome_no_longer_entitled_households},
    {"outcome_poor_persons", messages::what_if_outcome_poor_persons},
    {"outcome_poor_children", messages::what_if_outcome_poor_children},
    {"outcome_poor_households", messages::what_if_outcome_poor_households},
    {"outcome_near_poor_persons", messages::what_if_outcome_near_poor_persons},
    {"outcome_poverty_gap_per_year", messages::what_if_outcome_poverty_gap_per_year},
    {"counted_households", messages::what_if_counted_households},
    {"counted_persons", messages::what_if_counted_persons},
    {"counted_children", messages::what_if_counted_children},
    {"spoken", messages::what_if_spoken},
    {"time", messages::what_if_time},
    {"package_left_out", messages::what_if_package_left_out},
    {"file_name", messages::what_if_file_name},
    {"copied", messages::what_if_copied},
    {"selected", messages::what_if_selected},
};

}  // namespace minimasim::report::html
