#include "sim/run/streaming/streaming_run.hpp"

#include "sim/base/atomic_file.hpp"
#include "sim/base/digest.hpp"
#include "sim/base/error.hpp"

namespace minimasim::run {

namespace {

constexpr std::size_t most_neighbourhoods_streamed = 1'000;  // tables of more are larger than the population

}  // namespace

outcomes::Cells cells_of_streamed(Workspace const& workspace)
{
    auto const names = neighbourhood_names(workspace.evidence);
    return outcomes::make_cells(
        names.size() > most_neighbourhoods_streamed ? std::vector<std::string>{"all neighbourhoods"} : names);
}

bool is_streamed(Workspace const& workspace, RunOptions const& options)
{
    if (options.population_file.empty()) {
        return false;
    }
    report::PopulationFile const file(options.population_file);
    if (report::read_neighbourhoods(options.population_file) != neighbourhood_names(workspace.evidence)) {
        throw InputError(options.population_file.string(), 0,
                         "has other neighbourhoods than " + workspace.municipality.code +
                             "; give its municipality with --municipality");
    }
    return file.size().households > options.most_in_memory;
}

std::vector<ReplicateResult> stream_replicates(Setting const& setting, Workspace const& workspace,
                                               RunOptions const& options, std::string& population_digest)
{
    StreamOptions stream;
    stream.threads = options.threads;
    stream.scratch_folder = options.cache;
    stream.progress = options.progress;
    if (!options.cache.empty()) {
        create_folder(options.cache);
    }
    auto const streamed =
        stream_population(setting, workspace, report::PopulationFile(options.population_file), stream);
    std::vector<ReplicateResult> results;
    for (std::uint32_t r = 0; r < options.replicates; ++r) {
        results.push_back(run_streamed_replicate(setting, streamed, r, stream));
        options.progress("running the packages", static_cast<double>(r + 1) / options.replicates);
    }
    Digest digest;
    digest.add_text(streamed.digest);
    population_digest = digest.hex();
    return results;
}

void add_remarks_on_streaming(Workspace const& workspace, RunOptions const& options,
                              outcomes::PackageDescription& baseline)
{
    baseline.remarks.emplace_back(
        "De bevolking is te groot voor het geheugen en niet beoordeeld (minimasim population check doet "
        "dat); "
        "ook is niet per wijziging geteld wie haar merkt.");
    baseline.remarks_en.emplace_back(
        "The population is too large for memory and was not judged (minimasim population check does so); nor "
        "was counted, change by change, who notices it.");
    if (options.screens_inputs || options.variance_rows > 0) {
        baseline.remarks.emplace_back(
            "De gevraagde studies van onzekerheid (--tornado, --variance) vragen de hele bevolking in het "
            "geheugen en zijn niet gedaan.");
        baseline.remarks_en.emplace_back(
            "The studies of uncertainty that were asked for (--tornado, --variance) need the whole "
            "population "
            "in memory and were not done.");
    }
    if (workspace.evidence.neighbourhoods.size() > most_neighbourhoods_streamed) {
        baseline.remarks.emplace_back("Te veel buurten voor een tabel: zij staan samen als één buurt.");
        baseline.remarks_en.emplace_back(
            "Too many neighbourhoods for a table: they stand together as one neighbourhood.");
    }
}

}  // namespace minimasim::run
