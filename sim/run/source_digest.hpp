#pragma once

namespace minimasim::run {

// SHA-256 of the sources that this program was built from (scripts/source_digest.cmake).
char const* source_digest();

}  // namespace minimasim::run
