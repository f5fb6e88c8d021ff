#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

#include "sim/forecast/new_year.hpp"
#include "sim/forecast/path.hpp"
#include "sim/outcomes/unused.hpp"

namespace minimasim::forecast {

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
    std::int16_t last_signal = -100;   // month
    std::int16_t applied = -1;         // month
    std::int16_t relapsed = -1;        // month
    std::int16_t course_until = -100;  // month after the effect of a budget course
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

    // Does one month.
    MonthCounts step(int month, Terms const& terms, MonthDraws const& draws);

    // Before the month in which a year begins, with the town as it is then.
    void begin_year(NewYear const& year, std::vector<Newcomer> const& newcomers);

    bool is_behind(std::uint32_t household) const { return payments_[household] != Payments::orderly; }
    // Those who fell back into problem debts in the last month.
    std::vector<std::uint32_t> const& fallen_back() const { return fallen_back_; }

    // Before the first month.
    Start start() const;
    std::vector<std::uint32_t> behind() const;
    // Adds a row to every table of households by group of the path; `among` has all those behind.
    void count_groups(std::vector<std::uint32_t> const& among, Path& path) const;

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
    // The same of many households, in `uniforms_`.
    template <class Households, class HouseholdOf>
    void draw_all(Stream stream, Households const& households, HouseholdOf const& household_of,
                  std::uint32_t number)
    {
        numbers_.clear();
        for (auto const& each : households) {
            numbers_.push_back(town_.number[household_of(each)]);
        }
        uniforms_.resize(numbers_.size());
        uniforms({address_.seed, stream, address_.member, number, address_.replicate}, numbers_.data(),
                 numbers_.size(), uniforms_.data());
    }
    // The first so many of them in the order of a draw, or of a key.
    std::vector<std::uint32_t> first_by_draw(std::vector<std::uint32_t> households, std::size_t most,
                                             Stream stream, std::uint32_t number);
    std::vector<std::uint32_t> first_of(std::vector<std::pair<double, std::uint32_t>> order,
                                        std::size_t most) const;

    void start_payments();
    double factor_of_risk(std::uint32_t household, int month) const;
    void start_help(Terms const& terms);
    void start_administration(Terms const& terms);

    int weight(std::uint32_t household) const;
    void join(std::vector<NewYear::Pair> const& joined);
    void part(NewYear::Pair const& parted);
    void move_in(Newcomer const& newcomer);
    void leave(std::uint32_t household);
    void change(std::uint32_t household, Payments payments);
    void step_payments(int month, MonthDraws const& draws, MonthCounts& counts);
    void step_behind(std::uint32_t household, double draw, ByIncomeKind const& worsening,
                     MonthCounts& counts);
    bool is_behind_since_payments(std::uint32_t household, int month) const;
    void signal_and_contact(int month, Terms const& terms, std::vector<HouseholdDraw> const& draws,
                            MonthCounts& counts);
    void contact(int month, Terms const& terms, std::vector<std::uint32_t> const& to_contact,
                 MonthCounts& counts);
    void lead_to_schemes(std::uint32_t household, int month, Terms const& terms, MonthCounts& counts);
    void use_schemes(int month);
    GrantsOfHousehold unused_grants_of(std::uint32_t household) const;
    void find_largest_factor();
    void accept(std::uint32_t household, int month, Terms const& terms, MonthCounts& counts);
    Sender sender_of(std::uint32_t household, double place, Terms const& terms) const;
    void apply(std::uint32_t household, int month);
    void apply_themselves(int month, Terms const& terms, std::vector<HouseholdDraw> const& draws,
                          MonthCounts& counts);
    void continue_help(int month, MonthCounts& counts);
    void begin_trajectories(int month, Terms const& terms, MonthCounts& counts);
    void begin_youth_plans(int month, Terms const& terms, std::vector<std::uint32_t> const& young,
                           MonthCounts& counts);
    void begin_help(std::uint32_t household, Help help, double completed_share, double months);
    void free(std::uint32_t household, int month);
    void step_aftercare(int month, Terms const& terms, MonthCounts& counts);
    void step_administration(int month, MonthCounts& counts);
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
    std::vector<std::uint8_t> months_in_debt_;  // on the first day; at most 255
    std::vector<Case> cases_;
    std::array<std::int32_t, 3> stocks_{};  // by Payments
    std::int32_t waiting_ = 0;
    std::vector<std::uint32_t> fallen_back_;  // relapsed in the last month
    std::vector<std::uint32_t> helped_;       // in a trajectory or youth plan
    std::deque<Waiting> queue_;
    std::vector<std::uint32_t> applicants_;  // of this month
    std::vector<Freed> freed_;
    std::vector<std::uint32_t> administered_;
    std::vector<std::uint32_t> led_;  // to schemes, which they use still
    CentsOfSchemes gained_cents_{};
    std::int32_t running_ = 0;
    std::int32_t youth_running_ = 0;
    MonthCounts new_year_;                // what came and went on 1 January, before the month is stepped
    std::vector<std::uint32_t> numbers_;  // working space
    std::vector<double> uniforms_;
};

// Of a household with problem debts, a month, of itself.
double chance_to_apply(Terms const& terms);

// How many of a yearly number fall in a month, so that they add up over the year.
std::int32_t share_of_month(double per_year, int month);

}  // namespace minimasim::forecast
