#include "bench/kernel/plain_kernel.hpp"

#include <array>

// PLAIN_KERNEL is the name under which these flags are known.
namespace minimasim::bench {

namespace {

struct Sums {
    std::int64_t entitled = 0;
    std::int64_t recipients = 0;
    std::int64_t cents = 0;
};

std::int64_t sum_of(KernelRows const& rows, rules::Policy const& package)
{
    std::array<Sums, rules::scheme_count> sums{};
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < rows.households; ++i) {
        auto household = rules::household_at(rows.columns, i);
        rules::for_each_scheme([&](auto scheme, auto index) {
            using S = decltype(scheme);
            auto const decided = S::entitlement(household, std::get<index>(package.municipal));
            bool const receives = decided.cents_per_year > 0 && rows.claims[i] != 0;
            sums[index].entitled += decided.is_eligible;
            sums[index].recipients += receives ? 1 : 0;
            sums[index].cents += receives ? decided.cents_per_year : 0;
            if (S::is_cash && receives) {
                household.cash_support_cents_per_year += decided.cents_per_year;
            }
        });
        sum += outcomes::poverty_gap_cents_per_month(rows.poverty[i], household.cash_support_cents_per_year);
    }
    for (auto const& of_scheme : sums) {
        sum += of_scheme.entitled + of_scheme.recipients + of_scheme.cents;
    }
    return sum;
}

}  // namespace

std::int64_t PLAIN_KERNEL(KernelRows const& rows, rules::Policy const* packages, std::size_t count)
{
    std::int64_t sum = 0;
    for (std::size_t p = 0; p < count; ++p) {
        sum += sum_of(rows, packages[p]);
    }
    return sum;
}

}  // namespace minimasim::bench
