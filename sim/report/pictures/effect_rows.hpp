#pragma once

#include <string>
#include <vector>

#include "sim/report/pictures/effect_picture.hpp"
#include "sim/report/pictures/interval_mark.hpp"

namespace minimasim::report::pictures {

// Cost and effect beside each other, a row for every package, the dearest first: for where their names have
// no room at dots in a plane. All points can be drawn, and there is at least one.
std::string effect_rows(EffectPicture const& figures, Language language);

// What a diamond is, where a point has one.
void add_published_key(EffectPicture const& figures, Language language, std::vector<Key>& keys);

// All points in words, as the description of either drawing.
std::string described(EffectPicture const& figures, Language language);

}  // namespace minimasim::report::pictures
