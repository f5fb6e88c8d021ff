#pragma once

#include <string>

#include "sim/report/workbook/sheet.hpp"

namespace minimasim::report {

// The bytes of an Office Open XML workbook (ISO/IEC 29500). InputError when there is no room for it.
std::string xlsx_bytes(Workbook const& workbook);

}  // namespace minimasim::report
