#pragma once

#include <string>

#include "sim/report/workbook/sheet.hpp"

namespace minimasim::report {

// The bytes of an OpenDocument spreadsheet (ISO/IEC 26300, version 1.3).
std::string ods_bytes(Workbook const& workbook);

}  // namespace minimasim::report
