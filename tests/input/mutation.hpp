#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/draw.hpp"

namespace minimasim::input::test {

// Numbers for mutations: the place in the sequence is the address.
class Dice {
  public:
    explicit Dice(std::uint32_t mutation) : mutation_(mutation) {}

    // 0 .. sides-1
    std::size_t roll(std::size_t sides)
    {
        auto const words = philox_4x32_10({mutation_, next_++, 0, 0}, {2025, 7});
        return words[0] % sides;
    }

  private:
    std::uint32_t mutation_;
    std::uint32_t next_ = 0;
};

// What mutations insert into the texts of a format.
struct Language {
    std::vector<std::string> fragments;
    std::string storm;  // characters of which a storm is made
    char before_value;
};

// Changes a text in one place, in a way that the dice choose.
inline void mutate(std::string& text, std::vector<std::string> const& seeds, Language const& language,
                   Dice& dice)
{
    std::size_t const at = text.empty() ? 0 : dice.roll(text.size());
    switch (dice.roll(8)) {
        case 0:  // a bit flips
            if (!text.empty()) {
                text[at] = static_cast<char>(text[at] ^ (1 << dice.roll(8)));
            }
            break;
        case 1:  // any byte
            if (!text.empty()) {
                text[at] = static_cast<char>(dice.roll(256));
            }
            break;
        case 2:  // a part is lost
            text.erase(at, 1 + dice.roll(40));
            break;
        case 3:  // a part is there twice
            text.insert(at, text.substr(at, 1 + dice.roll(60)));
            break;
        case 4: {  // the rest of another file
            auto const& other = seeds[dice.roll(seeds.size())];
            text = text.substr(0, at) + other.substr(dice.roll(other.size()));
            break;
        }
        case 5: {  // a storm of brackets
            std::string storm;
            for (std::size_t i = 1 + dice.roll(300); i > 0; --i) {
                storm += language.storm[dice.roll(language.storm.size())];
            }
            text.insert(at, storm);
            break;
        }
        case 6:
            text.insert(at, language.fragments[dice.roll(language.fragments.size())]);
            break;
        default:  // a value is replaced
            if (auto const equals = text.find(language.before_value, at); equals != std::string::npos) {
                auto const end = text.find('\n', equals);
                text.replace(equals + 1, end == std::string::npos ? end : end - equals - 1,
                             language.fragments[dice.roll(language.fragments.size())]);
            }
    }
}

}  // namespace minimasim::input::test
