#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "sim/base/draw.hpp"
#include "sim/forecast/path.hpp"
#include "sim/forecast/rates.hpp"
#include "sim/outcomes/unused.hpp"

namespace minimasim::forecast {

// The draws of one replicate.
struct Address {
    std::uint64_t seed = 1;
    std::uint32_t member = 0;
    std::uint32_t replicate = 0;
};

enum class Payments : std::uint8_t { orderly, arrears, problem_debts };
enum class Help : std::uint8_t { none, waiting, trajectory, youth_plan };

// What changes about a household, beside its payments.
struct Case {
    Help help = Help::none;
    bool is_administered = false;
    bool is_completed = false;         // the trajectory or plan will be
    bool is_led = false;               // to the schemes it left unused, by who approached it
    int led_until = 0;                 // month in which it uses them no more
    std::uint8_t months_left = 0;      // of it
    std::uint8_t episodes = 0;         // trajectories and plans begun
    std::uint8_t months_in_debt = 0;   // stops at 255
    std::int16_t last_signal = -100;   // month
    std::int16_t applied = -1;         // month
    std::int16_t course_until = -100;  // month after the effect of a budget course
};

// A household that may come behind with payments in a month: its draw, and its chance before what a package
// or a course changes about it.
struct Entrant {
    std::uint32_t household = 0;
    double draw = 0;
    double risk = 0;
};

// Of one household, in a list by household.
struct GrantsOfHousehold {
    std::vector<outcomes::UnusedGrant>::const_iterator first;
    std::vector<outcomes::UnusedGrant>::const_iterator last;

    auto begin() const { return first; }
    auto end() const { return last; }
};

// The households of a town under one package in one replicate, month by month. Draws are addressed by the
// number of the household: packages differ by what they do alone, and the order of the households is
// nothing.
class TownCourse {
  public:
    TownCourse(Town const& town, Rates const& rates, Terms const& terms, Address const& address);

    // From now on a package adds this to the income of every household, cents a month; empty: nothing. It has
    // to outlive this.
    void set_extra_income(std::vector<std::int32_t> const& extra_income);

    // From now on so many schemes are unused by every household; empty: none. It has to outlive this.
    void set_unused_schemes(std::vector<std::uint8_t> const& unused);

    // What these schemes are worth, by household and scheme; who was led to schemes uses from now on what it
    // has here. It has to outlive this.
    void set_unused_grants(std::vector<outcomes::UnusedGrant> const& grants);

    // What households led to schemes have used in the year up to the last month: Path::gained_cents.
    CentsOfSchemes const& gained_cents() const { return gained_cents_; }

    // The most by which income, schemes and courses may multiply the chance to come behind.
    double largest_factor() const { return largest_factor_; }

    // Does one month. `steps` are draws of Stream::debt_step of every household, and `entrants`, by number of
    // the household, those whose draw is below the largest risk that any package gives them: the same for all
    // packages.
    MonthCounts step(int month, Terms const& terms, double const* steps,
                     std::vector<Entrant> const& entrants);

    Start start() const;
    std::vector<std::int32_t> debts_by_neighbourhood() const;

  private:
    // A household that left problem debts with help, in the two years after it.
    struct Freed {
        std::uint32_t household = 0;
        int until = 0;  // month
        bool has_aftercare = false;
    };
    struct Waiting {
        std::uint32_t household = 0;
        std::int16_t applied = 0;
    };

    double draw(Stream stream, std::uint32_t household, std::uint32_t number) const;
    std::vector<std::uint32_t> first_by_draw(std::vector<std::uint32_t> households, std::size_t most,
                                             std::uint32_t number) const;

    void start_payments();
    double factor_of_risk(std::uint32_t household, int month) const;
    void start_help(Terms const& terms);
    void start_administration(Terms const& terms);

    void step_payments(int month, double const* steps, std::vector<Entrant> const& entrants,
                       MonthCounts& counts);
    void step_behind(std::uint32_t household, double draw, MonthCounts& counts);
    void signal_and_contact(int month, Terms const& terms, MonthCounts& counts);
    void contact(int month, Terms const& terms, std::vector<std::uint32_t> const& to_contact,
                 MonthCounts& counts);
    void lead_to_schemes(std::uint32_t household, int month, Terms const& terms, MonthCounts& counts);
    void use_schemes(int month);
    GrantsOfHousehold unused_grants_of(std::uint32_t household) const;
    void find_largest_factor();
    void accept(std::uint32_t household, int month, Terms const& terms, MonthCounts& counts);
    Sender sender_of(std::uint32_t household, double place, Terms const& terms) const;
    void apply(std::uint32_t household, int month);
    void apply_themselves(int month, Terms const& terms, MonthCounts& counts);
    void continue_help(int month, MonthCounts& counts);
    void begin_trajectories(int month, Terms const& terms, MonthCounts& counts);
    void begin_youth_plans(int month, Terms const& terms, MonthCounts& counts);
    void begin_help(std::uint32_t household, Help help, double completed_share, double months);
    void free(std::uint32_t household, int month);
    void step_aftercare(int month, Terms const& terms, MonthCounts& counts);
    void step_administration(int month);
    void count_stocks(MonthCounts& counts) const;

    Town const& town_;
    Rates const& rates_;
    Terms terms_;  // without a package
    Address address_;
    std::vector<std::int32_t> const* extra_income_ = nullptr;
    std::vector<std::uint8_t> const* unused_schemes_ = nullptr;
    std::vector<outcomes::UnusedGrant> const* unused_grants_ = nullptr;
    double largest_factor_ = 1;  // that factor_of_risk may give
    std::vector<Payments> payments_;
    std::vector<Case> cases_;
    std::vector<std::uint32_t> behind_;       // in arrears or problem debts after the payments of a month
    std::vector<std::uint32_t> fallen_back_;  // relapsed after them
    std::vector<std::uint32_t> helped_;       // in a trajectory or youth plan
    std::deque<Waiting> queue_;
    std::vector<std::uint32_t> applicants_;  // of this month
    std::vector<Freed> freed_;
    std::vector<std::uint32_t> administered_;
    std::vector<std::uint32_t> led_;  // to schemes, which they use still
    CentsOfSchemes gained_cents_{};
    std::int32_t running_ = 0;
    std::int32_t youth_running_ = 0;
    std::vector<std::uint32_t> were_behind_;  // working space
    std::vector<std::uint32_t> numbers_;
    std::vector<double> uniforms_;
};

// How many of a yearly number fall in a month, so that they add up over the year.
std::int32_t share_of_month(double per_year, int month);

}  // namespace minimasim::forecast
