#include "sim/report/household_story.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/report/step_labels.hpp"
#include "sim/report/trace_lookup.hpp"
#include "sim/report/value_text.hpp"

namespace minimasim::report {

namespace {

using rules::Reason;

std::string whole_euro(double euro, Language language)
{
    return euro_text(euro, 0, language);
}

// "Eén volwassene van 32 met een kind van 11.", for who gives no story.
std::string persons_sentence(input::HouseholdRecord const& record, Language language)
{
    std::vector<std::string> adults;
    std::vector<std::string> children;
    for (auto const& person : record.persons) {
        (person.age < 18 && !adults.empty() ? children : adults).push_back(std::to_string(person.age));
    }
    auto text = adults.size() == 1
                    ? in(language, "Eén volwassene van ", "One adult of ") + adults.front()
                    : std::to_string(adults.size()) + in(language, " volwassenen van ", " adults of ") +
                          listed(adults, language);
    if (children.size() == 1) {
        text += in(language, " met een kind van ", " with a child of ") + children.front();
    } else if (!children.empty()) {
        text += in(language, " met kinderen van ", " with children of ") + listed(children, language);
    }
    return text + ".";
}

std::string who(input::HouseholdRecord const& record, Language language)
{
    auto const& story = language == Language::dutch ? record.story : record.story_en;
    return story.empty() ? persons_sentence(record, language) : story;
}

struct Addition {
    char const* step;
    double months;
    char const* dutch;
    char const* english;
};

constexpr Addition additions[] = {
    {"social_assistance_received_per_month", 1, "bijstand", "social assistance"},
    {"health_care_allowance_received_per_month", 1, "zorgtoeslag", "health care allowance"},
    {"rent_allowance_received_per_month", 1, "huurtoeslag", "rent allowance"},
    {"child_budget_received_per_month", 1, "kindgebonden budget", "child budget"},
    {"child_benefit_received_per_quarter", 3, "kinderbijslag", "child benefit"},
    {"childcare_allowance_received_per_month", 1, "kinderopvangtoeslag", "childcare allowance"},
    {"study_supplement_received_per_month", 1, "studietoeslag", "study supplement"},
};

// What there is to spend, and how much of it the state and the municipality add.
std::string spending(HouseholdTrace const& trace, Language language)
{
    auto const* const disposable = find_step(trace, "disposable_income_per_month");
    double const total = disposable == nullptr ? 0 : disposable->value;
    std::string const begin = in(language, "Er is ", "There is ") + whole_euro(total, language) +
                              in(language, " per maand te besteden", " a month to spend");
    if (disposable != nullptr && disposable->reason == Reason::given) {
        return begin + in(language, "; dat is opgegeven en niet berekend.", "; that is given, not computed.");
    }
    std::vector<std::string> parts;
    double added = 0;
    auto const add = [&](double per_month, std::string const& name) {
        if (per_month >= 0.5) {
            added += per_month;
            parts.push_back(name + " (" + whole_euro(per_month, language) + ")");
        }
    };
    bool const has_state_pension = step_value(trace, "state_pension_per_year") > 0;
    for (auto const& addition : additions) {
        bool const is_aio = has_state_pension && &addition == &additions[0];
        add(step_value(trace, addition.step) / addition.months,
            is_aio ? in(language, "AIO, de bijstand naast AOW", "assistance beside the state pension")
                   : in(language, addition.dutch, addition.english));
    }
    add(total - step_value(trace, "disposable_before_schemes_per_month"),
        in(language, "geld van gemeentelijke regelingen", "cash of municipal schemes"));
    double const own = step_value(trace, "net_income_per_month");
    if (parts.empty()) {
        return begin + in(language, ", alles uit eigen netto inkomen.", ", all of it own net income.");
    }
    if (own < 0.5) {
        return begin +
               in(language, ", alles van Rijk en gemeente: ", ", all of it from state and municipality: ") +
               listed(parts, language) + ".";
    }
    auto const own_part = whole_euro(own, language) +
                          (has_state_pension ? in(language, " eigen netto inkomen, AOW meegeteld,",
                                                  " own net income, state pension included,")
                                             : in(language, " eigen netto inkomen", " own net income"));
    return begin + ": " + own_part + in(language, " en ", " and ") + whole_euro(added, language) +
           in(language, " van Rijk en gemeente, namelijk ", " from state and municipality, namely ") +
           listed(parts, language) + ".";
}

// Which schemes there is a right to and what they are worth.
std::string rights(HouseholdTrace const& trace, Language language)
{
    std::vector<std::string> with_amount;
    std::vector<std::string> with_need;
    double total = 0;
    for (auto const& scheme : rules::schemes) {
        std::string const key = scheme.key;
        auto const name = scheme_in_sentence(scheme, language);
        double const amount = answer_value(trace, key + "_per_year");
        if (amount > 0) {
            total += amount;
            with_amount.push_back(name + " (" + whole_euro(amount, language) + ")");
        } else if (answer_value(trace, key + "_eligible") > 0.5) {
            with_need.push_back(name);
        }
    }
    auto const of_need = listed(with_need, language);
    if (with_amount.empty() && with_need.empty()) {
        return in(language, "Er is geen recht op een gemeentelijke regeling.",
                  "There is no right to any municipal scheme.");
    }
    if (with_amount.empty()) {
        return in(language, "Van de gemeentelijke regelingen is er alleen bij bijzondere kosten recht op: ",
                  "Of the municipal schemes there is, with special costs only, a right to: ") +
               of_need + ".";
    }
    auto const per_year = in(language, " per jaar", " a year");
    std::string text;
    if (with_amount.size() == 1) {
        auto& only = with_amount.front();
        only.insert(only.size() - 1, per_year);
        text =
            in(language,
               "Er is recht op één gemeentelijke regeling: ", "There is a right to one municipal scheme: ") +
            only;
    } else {
        text = in(language, "Er is recht op deze gemeentelijke regelingen: ",
                  "There is a right to these municipal schemes: ") +
               listed(with_amount, language) + in(language, ", samen ", ", together ") +
               whole_euro(total, language) + per_year;
    }
    return text +
           (with_need.empty()
                ? ""
                : in(language, "; en bij bijzondere kosten op: ", "; and, with special costs, to: ") +
                      of_need) +
           ".";
}

std::string poverty(HouseholdTrace const& trace, Language language)
{
    double const line = step_value(trace, "poverty_line_per_month");
    double const margin = margin_above_poverty_line(trace);
    auto const line_text =
        in(language, "de armoedegrens van CBS, SCP en Nibud (", "the poverty line of CBS, SCP and Nibud (") +
        whole_euro(line, language) +
        in(language, " per maand voor dit huishouden)", " a month for this household)");
    auto const distance = whole_euro(std::abs(margin), language) + in(language, " per maand", " a month");
    if (step_value(trace, "is_poor") > 0.5) {
        return in(language, "Dit huishouden is arm: het zit ", "This household is poor: it is ") + distance +
               in(language, " onder ", " below ") + line_text + ".";
    }
    if (margin < 0) {
        return in(language, "Dit huishouden telt niet als arm: het zit ",
                  "This household does not count as poor: it is ") +
               distance + in(language, " onder ", " below ") + line_text +
               in(language, ", maar het heeft genoeg spaargeld om dat op te vangen.",
                  ", but has savings enough to bear that.");
    }
    return in(language, "Dit huishouden is niet arm: het zit ", "This household is not poor: it is ") +
           distance + in(language, " boven ", " above ") + line_text +
           (step_value(trace, "is_near_poor") > 0.5
                ? in(language, ", maar dat is minder dan een kwart van de grens en er is geen buffer.",
                     ", but that is less than a quarter of the line and there is no buffer.")
                : ".");
}

// Rights that are there and not used.
std::string unused(input::HouseholdRecord const& record, HouseholdTrace const& trace, Language language)
{
    std::vector<std::string> names;
    for (auto const& addition : additions) {
        auto const* const step = find_step(trace, addition.step);
        if (step != nullptr && step->reason == Reason::unclaimed) {
            names.emplace_back(in(language, addition.dutch, addition.english));
        }
    }
    for (auto const& scheme : rules::schemes) {
        bool const is_worth_something = answer_value(trace, std::string(scheme.key) + "_per_year") > 0;
        if (is_worth_something && !record.take_up.takes_up(scheme.key)) {
            names.push_back(scheme_in_sentence(scheme, language));
        }
    }
    return names.empty() ? ""
                         : in(language, "Wel recht, maar niet gebruikt: ", "A right, but not used: ") +
                               listed(names, language) + ".";
}

// Whether a refusal is worth telling: not where a scheme is for others altogether.
bool is_missed(TracedStep const& step)
{
    return step.is_refusal && step.reason != Reason::is_inactive && step.reason != Reason::no_children;
}

// The refusals of one reason, with what each says of it.
struct Refusal {
    Reason reason = Reason::as_computed;
    std::vector<std::string> names;
    std::vector<std::string> whys;
};

std::vector<Refusal> refusals(HouseholdTrace const& trace, Language language)
{
    std::vector<Refusal> all;
    auto const add = [&](TracedStep const& step, std::string const& name) {
        auto same = std::find_if(all.begin(), all.end(),
                                 [&](Refusal const& one) { return one.reason == step.reason; });
        if (same == all.end()) {
            same = all.insert(all.end(), {step.reason, {}, {}});
        }
        same->names.push_back(name);
        same->whys.push_back(bare_reason(step, language));
    };
    for (auto const& scheme : rules::schemes) {
        auto const* const step = find_step(trace, std::string(scheme.key) + "_per_year");
        if (step != nullptr && is_missed(*step)) {
            add(*step, scheme_in_sentence(scheme, language));
        }
    }
    for (auto const& addition : additions) {
        std::string name = addition.step;
        name.erase(name.find("_received"), std::string_view("_received").size());
        auto const* const step = find_step(trace, name);
        if (step != nullptr &&
            (step->reason == Reason::wealth_above_limit || step->reason == Reason::rent_above_limit)) {
            add(*step, in(language, addition.dutch, addition.english));
        }
    }
    return all;
}

// Why: the rule's own words where they are the same for all, else what they have in common.
std::string common_reason(Refusal const& refusal, HouseholdTrace const& trace, Language language)
{
    bool const is_same = std::all_of(refusal.whys.begin(), refusal.whys.end(),
                                     [&](std::string const& why) { return why == refusal.whys.front(); });
    if (!is_same && refusal.reason == Reason::income_above_limit) {
        return in(language, "met ", "at ") + share_text(step_value(trace, "share_of_norm"), language) +
               in(language, " van de bijstandsnorm is het inkomen hoger dan de grens",
                  " of the assistance norm, income is above the limit");
    }
    if (!is_same && refusal.reason == Reason::wealth_above_limit) {
        return in(language, "het vermogen is hoger dan de grens", "wealth is above the limit");
    }
    return refusal.whys.front();
}

// What the household has no right to, with the one reason of each.
std::string missed(HouseholdTrace const& trace, Language language)
{
    std::string text;
    for (auto const& refusal : refusals(trace, language)) {
        text += (text.empty() ? "" : "; ") + listed(refusal.names, language) + " (" +
                common_reason(refusal, trace, language) + ")";
    }
    return text.empty() ? "" : in(language, "Er is geen recht op: ", "There is no right to: ") + text + ".";
}

void add_sentence(std::vector<std::string>& story, std::string sentence)
{
    if (!sentence.empty()) {
        story.push_back(std::move(sentence));
    }
}

// What becomes of one scheme under a package.
std::string scheme_change(rules::SchemeDescription const& scheme, HouseholdTrace const& baseline,
                          HouseholdTrace const& package, Language language)
{
    std::string const key = scheme.key;
    bool const had = answer_value(baseline, key + "_eligible") > 0.5;
    bool const has = answer_value(package, key + "_eligible") > 0.5;
    double const old_amount = answer_value(baseline, key + "_per_year");
    double const amount = answer_value(package, key + "_per_year");
    auto const name = scheme_in_sentence(scheme, language);
    auto const per_year = in(language, " per jaar", " a year");
    if (had != has) {
        double const known = has ? amount : old_amount;
        auto const what = name + (known > 0 ? " (" + whole_euro(known, language) + per_year + ")" : "") +
                          (known > 0 ? "" : in(language, ", als er kosten zijn,", ", with special costs,"));
        return has ? in(language, "Er komt recht op ", "There will be a right to ") +
                         (known > 0 ? what : what.substr(0, what.size() - 1)) + "."
                   : in(language, "Het recht op ", "The right to ") + what +
                         in(language, " vervalt.", " ends.");
    }
    if (std::abs(amount - old_amount) < 0.005) {
        return "";
    }
    return with_capital(name) + in(language, " gaat van ", " goes from ") + whole_euro(old_amount, language) +
           in(language, " naar ", " to ") + whole_euro(amount, language) + per_year + ".";
}

std::string poverty_change(HouseholdTrace const& baseline, HouseholdTrace const& package, Language language)
{
    bool const was_poor = step_value(baseline, "is_poor") > 0.5;
    bool const is_poor = step_value(package, "is_poor") > 0.5;
    if (was_poor != is_poor) {
        return is_poor ? in(language, "Het huishouden wordt arm.", "The household becomes poor.")
                       : in(language, "Het huishouden is dan niet arm meer.",
                            "The household is then no longer poor.");
    }
    if (!is_poor) {
        return in(language, "In beide gevallen is het huishouden niet arm.",
                  "In both cases the household is not poor.");
    }
    return in(language, "Het huishouden blijft arm: het zit ", "The household stays poor: it is ") +
           whole_euro(-margin_above_poverty_line(package), language) +
           in(language, " per maand onder de armoedegrens.", " a month below the poverty line.");
}

}  // namespace

std::string bare_reason(TracedStep const& step, Language language)
{
    auto const& text = language == Language::dutch ? step.because_dutch : step.because_english;
    std::string const refusal = in(language, "nee, want ", "no, because ");
    return text.starts_with(refusal) ? text.substr(refusal.size()) : text;
}

std::string scheme_in_sentence(rules::SchemeDescription const& scheme, Language language)
{
    std::string name = in(language, scheme.dutch_name, scheme.english_name);
    if (name.front() >= 'A' && name.front() <= 'Z') {
        name.front() = static_cast<char>(name.front() - 'A' + 'a');
    }
    return name;
}

std::vector<std::string> household_story(input::HouseholdRecord const& record, HouseholdTrace const& trace,
                                         Language language)
{
    std::vector<std::string> story{who(record, language), spending(trace, language), rights(trace, language),
                                   poverty(trace, language)};
    add_sentence(story, unused(record, trace, language));
    add_sentence(story, missed(trace, language));
    return story;
}

std::vector<std::string> change_story(HouseholdTrace const& baseline, HouseholdTrace const& package,
                                      Language language)
{
    std::vector<std::string> story;
    for (auto const& scheme : rules::schemes) {
        add_sentence(story, scheme_change(scheme, baseline, package, language));
    }
    double const gained = step_value(package, "disposable_income_per_month") -
                          step_value(baseline, "disposable_income_per_month");
    if (std::abs(gained) >= 0.5) {
        story.push_back(in(language, "Er is ", "There is ") + whole_euro(std::abs(gained), language) +
                        (gained > 0
                             ? in(language, " per maand meer te besteden.", " a month more to spend.")
                             : in(language, " per maand minder te besteden.", " a month less to spend.")));
    }
    if (story.empty()) {
        story.push_back(in(language,
                           "Voor dit huishouden verandert er niets aan de regelingen of het inkomen.",
                           "Nothing changes for this household in schemes or income."));
    }
    story.push_back(poverty_change(baseline, package, language));
    return story;
}

}  // namespace minimasim::report
