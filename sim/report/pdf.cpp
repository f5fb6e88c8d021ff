#include "sim/report/pdf.hpp"

#include <spawn.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"
#include "sim/base/temporary_folder.hpp"

extern char** environ;

namespace minimasim::report {

namespace {

constexpr char const* program = "weasyprint";
constexpr int not_found_by_shell = 127;

void run_program(std::vector<std::string> words)
{
    std::vector<char*> arguments;
    for (auto& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    pid_t child = 0;
    int const fault = ::posix_spawnp(&child, program, nullptr, nullptr, arguments.data(), environ);
    int status = 0;
    if (fault == 0) {
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
    }
    bool const is_missing =
        fault == ENOENT || (fault == 0 && WIFEXITED(status) && WEXITSTATUS(status) == not_found_by_shell);
    if (is_missing) {
        throw InputError(program, 0,
                         "is not installed, and it makes the PDF: on Debian, apt-get install weasyprint; the "
                         "pages themselves need nothing and can be printed from a browser");
    }
    if (fault != 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw InputError(program, 0, "could not make the PDF; what it said stands above");
    }
}

}  // namespace

std::string pdf_of(std::string const& page)
{
    TemporaryFolder const folder;
    auto const input = folder.path() / "page.html";
    auto const output = folder.path() / "page.pdf";
    write_file(input, page);
    run_program({program, "--quiet", "--pdf-variant", "pdf/ua-1", input.string(), output.string()});
    std::ifstream file(output, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.empty()) {
        throw InputError(program, 0, "made no PDF");
    }
    return bytes;
}

}  // namespace minimasim::report
