#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/draw.hpp"
#include "sim/input/scenario.hpp"
#include "sim/run/law_and_policy/policy.hpp"
#include "sim/run/setting.hpp"
#include "sim/what_if/package.hpp"
#include "sim/what_if/payload.hpp"
#include "sim/what_if/sliders.hpp"

// Packages at random places of the sliders, as the page gives them and as the program runs them.
namespace minimasim::what_if::test {

// A number from 0 up to 1 that belongs to a package and a purpose.
inline double share_of(std::uint32_t package, std::uint32_t purpose)
{
    return uniform(2026, Stream::design, 0, package, purpose, 0);
}

// A place of a slider: an end, a step, or anything between.
inline double place_on(Slider const& slider, bool is_switch, std::uint32_t package, std::uint32_t purpose)
{
    double const u = share_of(package, purpose);
    if (is_switch) {
        return u < 0.5 ? 0 : 1;
    }
    double const kind = share_of(package, purpose + 1);
    if (kind < 0.2) {
        return u < 0.5 ? slider.lowest : slider.highest;
    }
    double const between = slider.lowest + u * (slider.highest - slider.lowest);
    double const step = slider.lowest + std::round((between - slider.lowest) / slider.step) * slider.step;
    return std::min(slider.highest, kind < 0.9 ? step : between);
}

// Some move one slider, some a few, some nearly all; some take-up too, all kinds of it; some grant ex
// officio.
inline Package random_package(Payload const& payload, std::vector<Slider> const& sliders,
                              std::uint32_t number)
{
    constexpr double chances[] = {0.02, 0.1, 0.3, 0.9};
    double const chance = chances[number % 4];
    Package package;
    for (std::uint32_t i = 0; i < sliders.size(); ++i) {
        bool is_switch = false;
        for_each_term([&](auto, auto, auto const& field, std::size_t term) {
            is_switch = is_switch || (term == sliders[i].term && field.unit == rules::Unit::yes_no);
        });
        if (share_of(number, 10 * i) < chance) {
            package.terms[sliders[i].term] = place_on(sliders[i], is_switch, number, 10 * i + 1);
        }
    }
    constexpr std::uint32_t of_take_up = 10'000;
    for (std::uint32_t k = 0; k < scheme_count; ++k) {
        if (share_of(number, of_take_up + 10 * k) < 0.15) {
            auto const kind = static_cast<TakeUpChange::Kind>(
                1 + static_cast<int>(share_of(number, of_take_up + 10 * k + 1) * 3));
            double const u = share_of(number, of_take_up + 10 * k + 2);
            bool const is_end = share_of(number, of_take_up + 10 * k + 3) < 0.2;
            // A rise in whole percents, which is the same number as text.
            double const share = kind == TakeUpChange::Kind::share ? u : std::round(100 * u) / 100;
            package.take_up[k] = {kind, is_end ? std::round(u) : share};
        }
        bool const is_ex_officio =
            share_of(number, of_take_up + 10 * k + 4) < 0.05 && !rules::schemes[k].is_capped;
        package.ex_officio = static_cast<outcomes::SchemeMask>(package.ex_officio | (is_ex_officio << k));
    }
    constexpr std::uint32_t of_measures = 20'000;
    for (std::uint32_t i = 0; i < payload.measures.size(); ++i) {
        double const u = share_of(number, of_measures + i);
        package.measure_budgets.push_back(u < 0.2 ? std::round(1e6 * u) : unchanged);
    }
    return package;
}

// The same package for the program.
inline run::Package package_for_run(Package const& package, Payload const& payload,
                                    std::vector<run::Measure> const& measures,
                                    run::DatedPolicy const& baseline, std::string const& id)
{
    input::Scenario scenario;
    scenario.own.id = id;
    for_each_term([&](auto scheme, auto, auto const& field, std::size_t number) {
        if (!std::isnan(package.terms[number])) {
            scenario.changes.push_back(
                {decltype(scheme)::key, field.name, package.terms[number], std::nullopt, {}});
        }
    });
    for (std::size_t i = 0; i < package.measure_budgets.size(); ++i) {
        if (!std::isnan(package.measure_budgets[i])) {
            scenario.changes.push_back(
                {payload.measures[i], "budget_per_year", package.measure_budgets[i], std::nullopt, {}});
        }
    }
    run::Package made;
    made.id = id;
    for (std::size_t k = 0; k < scheme_count; ++k) {
        using Kind = input::TakeUpChange::Kind;
        auto const& change = package.take_up[k];
        if (change.kind != TakeUpChange::Kind::none) {
            Kind const kind = change.kind == TakeUpChange::Kind::share           ? Kind::share
                              : change.kind == TakeUpChange::Kind::relative_rise ? Kind::relative_rise
                                                                                 : Kind::rise_in_points;
            made.take_up.push_back({rules::schemes[k].key, kind, change.value, {}});
        }
        if (((package.ex_officio >> k) & 1U) != 0) {
            made.ex_officio.emplace_back(rules::schemes[k].key);
        }
    }
    scenario.take_up = made.take_up;
    scenario.ex_officio = made.ex_officio;
    made.policy = apply_package(baseline, measures, scenario);
    return made;
}

}  // namespace minimasim::what_if::test
