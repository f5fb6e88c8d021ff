#include "sim/run/what_if/what_if_payload.hpp"

#include "sim/base/digest.hpp"
#include "sim/base/gzip.hpp"
#include "sim/run/members/prepare.hpp"
#include "sim/run/take_up/take_up_matching.hpp"
#include "sim/run/what_if/what_if_description.hpp"
#include "sim/run/what_if/what_if_inputs.hpp"
#include "sim/what_if/payload_bytes.hpp"

namespace minimasim::run {

WhatIfMember what_if_member(Workspace const& workspace, RunOptions const& options, Ensemble const& ensemble,
                            Package const& baseline)
{
    WhatIfMember result{setting_of(workspace, options), {}, {}, {}};
    result.setting.packages = {baseline};
    auto population = ensemble.member(0);
    Digest digest;
    digest.add_text(digest_of(population));
    result.population_digest = digest.hex();
    result.setting.plausible =
        match_take_up(result.setting, workspace.take_up_evidence, {population}, options.threads).plausible;
    result.member = prepare_member(result.setting, workspace, std::move(population), 0);
    result.sliders = what_if::sliders_for(what_if::values_of(baseline.policy.policy.municipal));
    return result;
}

std::string what_if_payload(Workspace const& workspace, RunOptions const& options, Setting const& setting,
                            Ensemble const& ensemble, outcomes::Results const& results)
{
    if (!options.population_file.empty() || !can_make_what_if(setting)) {
        return "";
    }
    auto const of_page = what_if_member(workspace, options, ensemble, setting.packages[0]);
    auto const payload =
        what_if_inputs(of_page.setting, of_page.member, what_if_replicates, of_page.sliders, options.threads);
    auto const description =
        what_if_description({setting, results, payload, of_page.sliders, of_page.member.population.size(),
                             of_page.population_digest});
    return gzip(what_if::to_bytes(payload, description));
}

}  // namespace minimasim::run
