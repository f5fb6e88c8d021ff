#include "sim/report/html/frame.hpp"

#include "sim/report/messages.hpp"
#include "sim/report/value_text.hpp"

namespace minimasim::report::html {

Page page_of(View const& view, std::string const& title)
{
    auto const& provenance = view.results().provenance;
    Page page;
    page.language = view.language();
    page.title = view.say(messages::page_title, title, "minimasim");
    page.description = view.say(messages::page_description, provenance.municipality_name);
    page.header =
        element("p", element("strong", view.say(messages::policy_in, provenance.municipality_name))) +
        element("p", view.say(messages::law_of, day_text(view.baseline().date, view.language())) + " · " +
                         view.say(messages::reckoned_times, std::to_string(provenance.replicates),
                                  std::to_string(provenance.members)));
    page.footer = element("p", view.say(messages::footer_made_by, provenance.program_version)) +
                  element("p", view.say(messages::footer_licence));
    return page;
}

}  // namespace minimasim::report::html
