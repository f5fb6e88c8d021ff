#pragma once

#include <string>

namespace minimasim::report {

// A page as a tagged PDF (PDF/UA-1), made by WeasyPrint. InputError when WeasyPrint is not installed, with
// how to install it, or when it fails.
std::string pdf_of(std::string const& page);

}  // namespace minimasim::report
