#pragma once

#include <string>
#include <vector>

#include "sim/report/html/element.hpp"

namespace minimasim::report::html {

// How a column is set: names and numbers do not break within a word, longer texts do.
enum class Setting { number, name, words };

struct Column {
    std::string heading;
    Setting setting = Setting::number;
};

struct TableRow {
    std::vector<Html> cells;  // one for every column; the first is the heading of the row
    bool is_total = false;
};

struct Table {
    std::string key;  // a word that no other table of the page has
    std::string caption;
    std::vector<Column> columns;
    std::vector<TableRow> rows;
};

// The table in a region of its own that scrolls when the screen is narrow and that the keyboard reaches.
Html table(Table const& table);

// A picture with the table that says the same, closed until the reader opens it.
struct Figure {
    std::string caption;
    Html note;  // below the caption, or nothing
    std::string picture;
    Table table;
    bool opens_table = false;
};

// Without a picture the table stands alone; without rows there is nothing.
Html figure(Figure const& figure, Language language);

// A section with its heading, level 2 to 4; nothing when it has no content.
Html section(std::string const& id, int level, std::string const& heading, Html const& content);

}  // namespace minimasim::report::html
