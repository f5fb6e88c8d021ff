#include "sim/report/html/what_if_section.hpp"

namespace minimasim::report::html {

Html what_if_section(outcomes::Results const& /*results*/, Language /*language*/)
{
    return {};
}

std::string what_if_style()
{
    return "";
}

std::string what_if_script()
{
    return "";
}

}  // namespace minimasim::report::html
