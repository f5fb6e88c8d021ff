#include "sim/report/html/table.hpp"

#include "sim/report/messages.hpp"

namespace minimasim::report::html {

namespace {

Attributes attributes_of(Setting setting)
{
    switch (setting) {
        case Setting::number:
            break;
        case Setting::words:
            return {{"class", "words"}};
        case Setting::name:
            return {{"class", "name"}};
    }
    return {};
}

Html row_of(TableRow const& row, std::vector<Column> const& columns)
{
    Html cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        auto attributes = attributes_of(columns[i].setting);
        if (i == 0) {
            attributes.push_back({"scope", "row"});
        }
        cells += element(i == 0 ? "th" : "td", attributes, row.cells[i]);
    }
    return element("tr", row.is_total ? Attributes{{"class", "total"}} : Attributes{}, cells);
}

}  // namespace

Html table(Table const& table)
{
    auto const caption_id = "table-" + table.key;
    Html headings;
    for (auto const& column : table.columns) {
        auto attributes = attributes_of(column.setting);
        attributes.push_back({"scope", "col"});
        headings += element("th", attributes, column.heading);
    }
    Html rows;
    for (auto const& row : table.rows) {
        rows += row_of(row, table.columns);
    }
    return element("div",
                   {{"class", "minimasim-scroll"},
                    {"role", "region"},
                    {"aria-labelledby", caption_id},
                    {"tabindex", "0"}},
                   element("table", {{"class", "utrecht-table"}},
                           all({element("caption", {{"id", caption_id}}, table.caption),
                                element("thead", element("tr", headings)), element("tbody", rows)})));
}

Html figure(Figure const& figure, Language language)
{
    if (figure.table.rows.empty()) {
        return {};
    }
    if (figure.picture.empty()) {
        return table(figure.table);
    }
    Html caption(figure.caption);
    if (!figure.note.is_empty()) {
        caption += element("p", {{"class", "minimasim-note"}}, figure.note);
    }
    auto const summary = element("summary", say(messages::table_of, language, figure.table.caption));
    auto const opened = figure.opens_table ? Attributes{{"open", "open"}} : Attributes{};
    return element("figure", {{"class", "minimasim-figure"}},
                   all({element("figcaption", caption), Html::markup(figure.picture),
                        element("details", opened, summary + table(figure.table))}));
}

Html section(std::string const& id, int level, std::string const& heading, Html const& content)
{
    if (content.is_empty()) {
        return {};
    }
    auto const name = "h" + std::to_string(level);
    Attributes attributes{{"id", id}};
    if (level == 2) {
        attributes.push_back({"class", "minimasim-section"});
    }
    return element("section", attributes, element(name, heading) + content);
}

}  // namespace minimasim::report::html
