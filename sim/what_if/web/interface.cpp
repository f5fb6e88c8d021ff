#include "sim/what_if/web/interface.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>
#include <vector>

#include "sim/what_if/evaluator.hpp"
#include "sim/what_if/payload_bytes.hpp"

#ifdef __wasm__
// The C++ library stays outside: its own would bring streams, which a page does not have.
void* operator new(std::size_t size)
{
    void* const memory = std::malloc(size);
    if (memory == nullptr) {
        __builtin_trap();
    }
    return memory;
}

void operator delete(void* memory) noexcept
{
    std::free(memory);
}
#endif

namespace minimasim::what_if::web {

namespace {

constexpr std::size_t numbers_of_figure = 6;

// Everything the module remembers. Made on the heap, so that nothing runs before or after what the page
// calls.
struct Memory {
    std::vector<char> bytes;  // of the payload; once it is open, of its description
    std::unique_ptr<Evaluator> evaluator;
    std::vector<double> values;
    std::array<std::int32_t, what_if::scheme_count> take_up_kinds{};
    std::array<double, what_if::scheme_count> take_up_changes{};
    std::array<std::int32_t, what_if::scheme_count> ex_officio{};
    std::vector<outcomes::Figure> figures;
    std::vector<std::array<double, numbers_of_figure>> numbers;
};

constinit Memory* made = nullptr;

Memory& memory()
{
    if (made == nullptr) {
        made = new Memory;
    }
    return *made;
}

Package asked_package()
{
    Package package;
    auto const first_measure = memory().values.begin() + term_count;
    std::copy(memory().values.begin(), first_measure, package.terms.begin());
    package.measure_budgets.assign(first_measure, memory().values.end());
    for (std::size_t k = 0; k < what_if::scheme_count; ++k) {
        package.take_up[k] = {static_cast<TakeUpChange::Kind>(memory().take_up_kinds[k]),
                              memory().take_up_changes[k]};
        unsigned const bit = memory().ex_officio[k] != 0 ? 1U << k : 0U;
        package.ex_officio = static_cast<outcomes::SchemeMask>(package.ex_officio | bit);
    }
    return package;
}

}  // namespace

#pragma GCC visibility push(default)

std::uint8_t* room_for_payload(std::int32_t size)
{
    memory().bytes.assign(static_cast<std::size_t>(size), 0);
    return reinterpret_cast<std::uint8_t*>(memory().bytes.data());
}

std::int32_t open_payload()
{
    std::string_view const view(memory().bytes.data(), memory().bytes.size());
    auto payload = payload_of(view);
    auto const described = description_of(view);
    if (!payload || !described) {
        return 0;
    }
    memory().bytes = std::vector<char>(described->begin(), described->end());
    memory().values.assign(term_count + payload->measures.size(), unchanged);
    memory().evaluator = std::make_unique<Evaluator>(std::move(*payload));
    return 1;
}

char const* description()
{
    return memory().bytes.data();
}

std::int32_t description_length()
{
    return static_cast<std::int32_t>(memory().bytes.size());
}

double share_of_users(std::int32_t scheme)
{
    return memory().evaluator->share_of_users(static_cast<std::size_t>(scheme));
}

std::int32_t scheme_count()
{
    return what_if::scheme_count;
}

std::int32_t value_count()
{
    return static_cast<std::int32_t>(memory().values.size());
}

double* values()
{
    return memory().values.data();
}

std::int32_t* take_up_kinds()
{
    return memory().take_up_kinds.data();
}

double* take_up_changes()
{
    return memory().take_up_changes.data();
}

std::int32_t* ex_officio()
{
    return memory().ex_officio.data();
}

std::int32_t evaluate()
{
    memory().figures = memory().evaluator->evaluate(asked_package());
    memory().numbers.clear();
    for (auto const& figure : memory().figures) {
        memory().numbers.push_back({figure.estimate, figure.low, figure.high, figure.difference,
                                    figure.difference_low, figure.difference_high});
    }
    return static_cast<std::int32_t>(memory().figures.size());
}

char const* figure_outcome(std::int32_t figure)
{
    return memory().figures[figure].outcome.c_str();
}

char const* figure_scheme(std::int32_t figure)
{
    return memory().figures[figure].scheme.c_str();
}

char const* figure_unit(std::int32_t figure)
{
    return memory().figures[figure].unit.c_str();
}

double const* figure_numbers(std::int32_t figure)
{
    return memory().numbers[figure].data();
}

#pragma GCC visibility pop

}  // namespace minimasim::what_if::web
