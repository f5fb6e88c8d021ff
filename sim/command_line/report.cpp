#include <filesystem>
#include <iostream>

#include "sim/base/atomic_file.hpp"
#include "sim/command_line/commands.hpp"
#include "sim/command_line/input.hpp"
#include "sim/report/html/report.hpp"
#include "sim/report/pdf.hpp"
#include "sim/report/results_file.hpp"

namespace minimasim::commands {

int report_results(Report const& command)
{
    auto const results = report::read_results(command.file);
    report::check_reportable(results, command.file);
    auto const language = language_of(command.language);
    auto const pages = report::report_pages(results, language);
    auto folder = std::filesystem::path(command.output);
    if (command.output.empty()) {
        folder = std::filesystem::path(command.file).parent_path();
    }
    if (!folder.empty()) {
        create_folder(folder);
    }
    FileSet files;  // all of them, or none
    for (auto const& page : pages) {
        files.add(folder / page.name, page.text);
    }
    if (command.pdf) {
        for (auto const& page : pages) {
            auto const name = std::filesystem::path(page.name).replace_extension(".pdf");
            files.add(folder / name, report::pdf_of(page.text));
        }
    }
    files.commit();
    std::cout << report::in(language, "Geschreven: ", "Written: ") << (folder / pages.front().name).string()
              << report::in(language, " en ", " and ") << (command.pdf ? 2 : 1) * pages.size() - 1
              << report::in(language, " andere bestanden\n", " other files\n");
    return 0;
}

}  // namespace minimasim::commands
