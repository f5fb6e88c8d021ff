#pragma once

// How the parts of a picture look: class names for a theme to style, and plain attributes for where there is
// none (a file of its own, a reader without the style sheet). On white, text has a contrast of at least 4.5
// to 1 and a mark of at least 3 to 1. What differs in meaning differs in shape or hatch too, so that no
// colour is needed.
namespace minimasim::report::pictures {

struct TextLook {
    char const* classes;
    char const* attributes;
    double size;  // units of the picture, which are pixels or more
    bool is_bold;
};

struct MarkLook {
    char const* classes;
    char const* attributes;
};

namespace look {

inline constexpr TextLook text{"picture-text", "font-size=\"13\" fill=\"#1a1a1a\"", 13, false};
inline constexpr TextLook strong{"picture-text picture-text-strong",
                                 "font-size=\"13\" font-weight=\"bold\" fill=\"#1a1a1a\"", 13, true};
inline constexpr TextLook quiet{"picture-text picture-text-quiet", "font-size=\"12\" fill=\"#555\"", 12,
                                false};
inline constexpr TextLook strong_small{"picture-text picture-text-strong",
                                       "font-size=\"12\" font-weight=\"bold\" fill=\"#1a1a1a\"", 12, true};
inline constexpr TextLook heading{"picture-text picture-text-strong picture-heading",
                                  "font-size=\"14\" font-weight=\"bold\" fill=\"#1a1a1a\"", 14, true};

inline constexpr MarkLook background{"picture-background", "fill=\"#fff\""};
inline constexpr MarkLook grid{"picture-grid", "stroke=\"#dcdcdc\" stroke-width=\"1\""};
inline constexpr MarkLook axis{"picture-axis", "stroke=\"#1a1a1a\" stroke-width=\"1\""};
inline constexpr MarkLook leader{"picture-leader", "stroke=\"#767676\" stroke-width=\"1\""};

// The subject of the picture, and what it is compared with.
inline constexpr MarkLook mark{"picture-mark", "fill=\"#0a5a8c\""};
inline constexpr MarkLook mark_other{"picture-mark picture-mark-other", "fill=\"#767676\""};
inline constexpr MarkLook interval{"picture-interval", "stroke=\"#5f93b8\" stroke-width=\"5\""};
inline constexpr MarkLook interval_other{"picture-interval picture-interval-other",
                                         "stroke=\"#8a8a8a\" stroke-width=\"5\""};
inline constexpr MarkLook whisker{"picture-whisker", "stroke=\"#1a1a1a\" stroke-width=\"1.5\""};
// Below a whisker, so that it is seen on any fill.
inline constexpr MarkLook casing{"picture-casing", "stroke=\"#fff\" stroke-width=\"4.5\""};
inline constexpr MarkLook thin_interval{"picture-whisker picture-whisker-main",
                                        "stroke=\"#0a5a8c\" stroke-width=\"1.5\""};
inline constexpr MarkLook thin_interval_other{"picture-whisker picture-whisker-other",
                                              "stroke=\"#8a8a8a\" stroke-width=\"1\""};
inline constexpr MarkLook published{"picture-published",
                                    "fill=\"#fff\" stroke=\"#1a1a1a\" stroke-width=\"1.5\""};
inline constexpr MarkLook bar{"picture-bar", "fill=\"#0a5a8c\""};
// Its fill is the hatch of the picture.
inline constexpr MarkLook bar_hatched{"picture-bar picture-bar-hatched",
                                      "stroke=\"#0a5a8c\" stroke-width=\"1\""};
inline constexpr MarkLook bar_total{"picture-bar picture-bar-total", "fill=\"#333\""};
inline constexpr MarkLook line{"picture-line", "fill=\"none\" stroke=\"#0a5a8c\" stroke-width=\"2.5\""};
inline constexpr MarkLook line_other{
    "picture-line picture-line-other",
    "fill=\"none\" stroke=\"#333\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\""};
inline constexpr MarkLook goal{"picture-goal",
                               "stroke=\"#1a1a1a\" stroke-width=\"1.5\" stroke-dasharray=\"2 3\""};
inline constexpr MarkLook band{"picture-band", "fill=\"#d6e4ee\""};
inline constexpr MarkLook band_edge{"picture-band-edge",
                                    "fill=\"none\" stroke=\"#5f93b8\" stroke-width=\"1\""};
inline constexpr MarkLook border{"picture-border", "stroke=\"#1a1a1a\" stroke-width=\"1\""};
inline constexpr MarkLook backing{"picture-backing", "fill=\"#fff\""};

// Inside patterns.
inline constexpr MarkLook hatch{"picture-hatch", "fill=\"none\" stroke=\"#0a5a8c\" stroke-width=\"1.2\""};

inline constexpr MarkLook hatch_quiet{"picture-hatch picture-hatch-quiet",
                                      "fill=\"none\" stroke=\"#999\" stroke-width=\"1\""};

}  // namespace look

}  // namespace minimasim::report::pictures
