# Writes a C++ file with the SHA-256 of the sources of the program: two builds with the same one give the same
# numbers, whichever compiler made them and whatever program they are part of.
#
# usage: cmake -DFOLDER=ROOT -DOUTPUT=FILE -P source_digest.cmake
file(GLOB_RECURSE files RELATIVE ${FOLDER} ${FOLDER}/sim/*.cpp ${FOLDER}/sim/*.hpp)
list(APPEND files CMakeLists.txt sim/CMakeLists.txt)
list(SORT files)
set(all "")
foreach(file IN LISTS files)
    file(SHA256 ${FOLDER}/${file} digest)
    string(APPEND all "${file} ${digest}\n")
endforeach()
string(SHA256 digest "${all}")
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT [[
#include "sim/run/source_digest.hpp"

namespace minimasim::run {

char const* source_digest()
{
    return "@digest@";
}

}  // namespace minimasim::run
]] @ONLY)
