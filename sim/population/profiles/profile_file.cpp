#include "sim/population/profiles/profile_file.hpp"

#include <algorithm>
#include <string>

#include "sim/population/evidence/collected.hpp"

namespace minimasim::population {

namespace {

using input::Csv;
using Row = Csv::Row;

Trapezoid trapezoid(Csv const& csv, Row const& row, std::string const& name)
{
    Trapezoid const t{csv.number(row, name + "_a"), csv.number(row, name + "_b"),
                      csv.number(row, name + "_c"), csv.number(row, name + "_d")};
    if (t.a > t.b || t.b > t.c || t.c > t.d) {
        throw InputError(
            {csv.problem(row, name + "_a to " + name +
                                  "_d do not rise, so they are not the corners of a membership function")});
    }
    return t;
}

double membership(Csv const& csv, Row const& row, std::string const& name)
{
    double const value = csv.number(row, name);
    if (value < 0 || value > 1) {
        throw InputError({csv.problem(row, name + " is outside 0..1, so it is not a membership")});
    }
    return value;
}

Estimate estimate(Csv const& csv, Row const& row, std::string const& name)
{
    Estimate const e{membership(csv, row, name), membership(csv, row, name + "_low"),
                     membership(csv, row, name + "_high")};
    if (e.low > e.value || e.value > e.high) {
        throw InputError({csv.problem(row, name + " lies outside its own interval")});
    }
    return e;
}

InMunicipality in_municipality(Csv const& csv, Row const& row)
{
    auto const& said = csv.cell(row, "in_municipality");
    auto const meant = said == "largest" ? InMunicipality::largest
                       : said == "above" ? InMunicipality::above
                       : said == "below" ? InMunicipality::below
                                         : InMunicipality::not_said;
    if (meant == InMunicipality::not_said && !said.empty()) {
        throw InputError(
            {csv.problem(row, "in_municipality is \"" + said + "\" (largest, above, below or nothing)")});
    }
    if ((meant == InMunicipality::above || meant == InMunicipality::below) &&
        csv.is_empty(row, "national_share")) {
        throw InputError({csv.problem(row, "in_municipality compares with a national share that is empty")});
    }
    return meant;
}

}  // namespace

std::vector<ProfileDefinition> read_profiles(std::filesystem::path const& file,
                                             std::vector<Problem>& problems)
{
    std::vector<std::string> const names{"orange", "green",  "brown", "purple",
                                         "red",    "yellow", "pink",  "blue"};
    std::vector<ProfileDefinition> profiles(names.size());
    std::vector<bool> found(names.size(), false);
    bool readable = false;
    for_each_record(file, problems, [&](Csv const& csv, Row const& row) {
        readable = true;
        auto const& name = csv.cell(row, "profile");
        auto const place = std::find(names.begin(), names.end(), name);
        if (place == names.end()) {
            throw InputError({csv.problem(
                row, "profile \"" + name + "\" is none of the eight" + did_you_mean(name, names))});
        }
        auto const index = static_cast<std::size_t>(place - names.begin());
        ProfileDefinition p;
        p.profile = static_cast<Profile>(index);
        p.name = name;
        p.dutch_name = csv.cell(row, "dutch_name");
        p.age = trapezoid(csv, row, "age");
        p.education_low = membership(csv, row, "education_low");
        p.education_middle = membership(csv, row, "education_middle");
        p.education_high = membership(csv, row, "education_high");
        p.income = trapezoid(csv, row, "income");
        p.one_person = membership(csv, row, "one_person");
        p.couple_without_children = membership(csv, row, "couple_without_children");
        p.with_children = membership(csv, row, "with_children");
        p.pensioner = membership(csv, row, "pensioner");
        p.owner = membership(csv, row, "owner");
        if (!csv.is_empty(row, "national_share")) {
            p.national_share = estimate(csv, row, "national_share");
        }
        p.in_municipality = in_municipality(csv, row);
        p.trust = estimate(csv, row, "trust");
        p.reach = estimate(csv, row, "reach");
        p.source = csv.cell(row, "source");
        profiles[index] = p;
        found[index] = true;
    });
    for (std::size_t i = 0; readable && i < names.size(); ++i) {
        if (!found[i]) {
            problems.push_back(
                {file.string(), 0, "profile " + names[i] + " is missing; all eight are needed"});
        }
    }
    return profiles;
}

}  // namespace minimasim::population
