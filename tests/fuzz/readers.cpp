// Gives arbitrary bytes to the readers of what users write: the first byte picks the reader. A text is read
// or refused with an InputError that holds problems; a crash, a hang or another exception is a fault.

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "sim/base/error.hpp"
#include "sim/input/household_record.hpp"
#include "sim/input/scenario.hpp"

namespace {

using namespace minimasim;

input::HouseholdLimits const limits{Date{2023, 1, 1},
                                    Date{2026, 6, 30},
                                    {{Date{2024, 1, 1}, 67}},
                                    {"disposable_income_per_month", "expenses_per_month"},
                                    {"social_assistance", "rent_allowance"}};

void demand(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

template <typename Read>
bool is_accepted(Read const& read)
{
    try {
        read();
        return true;
    } catch (InputError const& error) {
        demand(!error.problems().empty());
        return false;
    }
}

void read_household_text(std::string_view text)
{
    auto const read = [&] { input::read_household(text, "fuzz.json", limits); };
    bool const is_first = is_accepted(read);
    demand(is_first == is_accepted(read));
    // What is checked against nothing is accepted at least as often.
    demand(!is_first || is_accepted([&] { input::read_household(text, "fuzz.json"); }));
}

// A scenario is read from a file: one in memory, that goes away with the program.
void read_scenario_text(std::string_view text)
{
    static int const file = ::memfd_create("fuzz.toml", 0);
    static std::string const path = "/proc/self/fd/" + std::to_string(file);
    demand(::ftruncate(file, 0) == 0);
    demand(::pwrite(file, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()));
    is_accepted([&] { input::read_scenario_file(path); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    std::string_view const text(reinterpret_cast<char const*>(data) + 1, size - 1);
    if (data[0] == 'S') {
        read_scenario_text(text);
    } else {
        read_household_text(text);
    }
    return 0;
}
