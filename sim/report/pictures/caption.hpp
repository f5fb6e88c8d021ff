#pragma once

#include <string>

#include "sim/report/language.hpp"

// Pictures of a report: pure functions from a small struct of figures to the text of one <svg>, readable in
// black and white, in print and by a screen reader, without styles or scripts of their own. Looks are class
// names (looks.hpp) with plain attributes to fall back on, so that a page can theme them.
namespace minimasim::report::pictures {

// How much room there is. Texts are as large in both, so that nothing is smaller than 12 pixels on a phone.
enum class Shape { wide, narrow };

inline double width_of(Shape shape)
{
    return shape == Shape::wide ? 720 : 320;
}

// What every picture needs besides its figures.
struct Caption {
    std::string key;          // no other picture of the page has it; ids are made from it and the shape
    std::string title;        // a sentence that tells what there is to see; not drawn, the page shows it
    std::string description;  // the same for who cannot see it; "" has the picture write out its figures
    Shape shape = Shape::wide;
};

// A picture in both shapes, of which a page shows one: their <svg> have class picture-wide and
// picture-narrow.
template <class Figures>
std::string in_both_shapes(std::string (*picture)(Figures const&, Language), Figures figures,
                           Language language)
{
    figures.caption.shape = Shape::wide;
    auto text = picture(figures, language);
    figures.caption.shape = Shape::narrow;
    return text + picture(figures, language);
}

}  // namespace minimasim::report::pictures
