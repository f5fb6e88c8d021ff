#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

struct ReportForecast;

// A file of a report: its name within the folder, and its bytes.
struct ReportFile {
    std::string name;
    std::string text;
};

// The pages of a report: report.html, with everything; raadsbijlage.html, at most two pages for a council;
// and for every package amendement-ID.html, one page with its cost, reach and cover. Whatever titles and ids
// hold, the pages are well-formed and show it as text; parts that the results lack are left out. A forecast
// becomes a section of report.html and a paragraph of the annex.
std::vector<ReportFile> report_pages(outcomes::Results const& results, Language language,
                                     ReportForecast const* forecast = nullptr);

// Throws InputError when no report can be made of results: no package, a package without id or title, two of
// one id, figures of a package that is not there. `file` is named in the message.
void check_reportable(outcomes::Results const& results, std::filesystem::path const& file);

}  // namespace minimasim::report
