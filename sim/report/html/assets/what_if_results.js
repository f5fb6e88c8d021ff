// The tables with what a package costs, whom it reaches and what it does to poverty.
const main_tables = [
  { table: "cost", outcomes: ["cost_per_year"] },
  { table: "poverty", outcomes: ["poor_persons", "poor_children", "poverty_gap_per_year"] },
];
const other_tables = [
  { table: "more_cost", outcomes: ["gross_cost_per_year"] },
  { table: "reach", outcomes: ["entitled_households", "recipients_households"] },
  { table: "more_poverty", outcomes: ["poor_households", "near_poor_persons"] },
];
const movements = ["newly_entitled_households", "newly_reached_households", "no_longer_entitled_households"];
const scheme_tables = [
  { table: "scheme_cost", outcome: "cost_per_year" },
  { table: "scheme_users", outcome: "users" },
  { table: "scheme_take_up", outcome: "take_up" },
];

function make_results({ description, language, texts, numbers, place }) {
  let is_exact = false;
  let shown = new Map();
  const name_of = (scheme) => (language === "nl" ? scheme.dutch : scheme.english);

  function interval_of(figure, part) {
    return part === "difference"
      ? { estimate: figure.difference, low: figure.difference_low, high: figure.difference_high }
      : { estimate: figure.estimate, low: figure.low, high: figure.high };
  }

  // A figure: the number as shown, and as it is for who reads with a program.
  function figure_cell(figure, part) {
    const interval = interval_of(figure, part);
    const is_change = part === "difference";
    const text = numbers.with_interval(numbers.quantity_of(figure.unit, is_change), interval, is_change, is_exact);
    const cell = element("td", { role: "cell", class: "utrecht-table__cell utrecht-table__cell--numeric",
      "data-outcome": figure.outcome, "data-scheme": figure.scheme, "data-part": part,
      "data-low": interval.low, "data-high": interval.high },
      element("data", { class: "what-if-estimate", value: interval.estimate }, text.estimate));
    if (text.interval !== "") {
      cell.append(" ", element("span", { class: "what-if-interval" }, text.interval));
    }
    return cell;
  }

  function row_of(head, cells) {
    return element("tr", { role: "row", class: "utrecht-table__row" },
      element("th", { scope: "row", role: "rowheader", class: "utrecht-table__header-cell" }, head), ...cells);
  }

  // With roles, for on a phone a row is laid out as a grid and is then no row to a browser.
  function table_of(name, heads, rows) {
    const head = element("tr", { role: "row", class: "utrecht-table__row" },
      ...heads.map((text, index) => element("th", { scope: "col", role: "columnheader",
        class: "utrecht-table__header-cell" + (index > 0 ? " utrecht-table__cell--numeric" : "") }, text)));
    return element("table", { role: "table", class: "utrecht-table what-if-table", "data-table": name },
      element("caption", { class: "utrecht-table__caption" }, texts["table_" + name]),
      element("thead", { role: "rowgroup", class: "utrecht-table__header" }, head),
      element("tbody", { role: "rowgroup", class: "utrecht-table__body" }, ...rows));
  }

  function total_table({ table, outcomes }) {
    const rows = outcomes.map((outcome) => shown.get(outcome + "/")).filter(Boolean)
      .map((figure) => row_of(texts["outcome_" + figure.outcome],
        [figure_cell(figure, "difference"), figure_cell(figure, "estimate")]));
    return table_of(table, [texts.what, texts.change, texts.with_package], rows);
  }

  function movement_table() {
    const rows = movements.map((outcome) => shown.get(outcome + "/")).filter(Boolean)
      .map((figure) => row_of(texts["outcome_" + figure.outcome], [figure_cell(figure, "estimate")]));
    return table_of("movements", [texts.what, texts.households], rows);
  }

  function scheme_table({ table, outcome }) {
    const rows = description.schemes.filter((scheme) => shown.has(outcome + "/" + scheme.key)).map((scheme) => {
      const figure = shown.get(outcome + "/" + scheme.key);
      const counted = outcome === "users" ? " (" + texts["counted_" + scheme.counted_in] + ")" : "";
      return row_of(name_of(scheme) + counted, [figure_cell(figure, "difference"), figure_cell(figure, "estimate")]);
    });
    const change = outcome === "take_up" ? texts.change_in_points : texts.change;
    return table_of(table, [texts.scheme, change, texts.with_package], rows);
  }

  // How wide the interval of the nearest shipped package is in the full run.
  function structural(nearest) {
    const names = ["cost_per_year", "newly_reached_households", "poor_persons", "poor_children", "poverty_gap_per_year"];
    const rows = names.filter((outcome) => nearest?.half_widths?.[outcome] !== undefined).map((outcome) => {
      const half = nearest.half_widths[outcome];
      const quantity = outcome.endsWith("_per_year") ? "euro" : "count";
      const step = is_exact ? 0 : numbers.rounding_step(quantity, { estimate: 0, low: -half, high: half });
      return row_of(texts["outcome_" + outcome], [element("td", { role: "cell",
        class: "utrecht-table__cell utrecht-table__cell--numeric", "data-outcome": outcome, "data-part": "half-width" },
        element("data", { value: half }, "± " + numbers.result_text(quantity, half, step, false)))]);
    });
    place.structural.hidden = rows.length === 0;
    if (rows.length > 0) {
      const title = language === "nl" ? nearest.title : nearest.title_en || nearest.title;
      place.structural.replaceChildren(
        element("p", {}, filled(texts.structural, title)),
        table_of("structural", [texts.what, texts.half_width], rows));
    }
  }

  // The three figures that matter most, for the live region.
  function sentence() {
    const part = (outcome, kind) => {
      const figure = shown.get(outcome + "/");
      const text = numbers.with_interval(numbers.quantity_of(figure.unit), interval_of(figure, kind), kind === "difference",
        false);
      return text.estimate + (text.interval === "" ? "" : " (" + text.interval + ")");
    };
    return filled(texts.spoken, part("cost_per_year", "difference"), part("newly_reached_households", "estimate"),
      part("poor_persons", "difference"));
  }

  function draw(answer) {
    const [cost, poverty] = main_tables.map(total_table);
    place.totals.replaceChildren(cost, movement_table(), poverty);
    place.more.replaceChildren(...scheme_tables.map(scheme_table), ...other_tables.map(total_table));
    structural(description.packages.find((each) => each.id === answer.nearest_package));
    place.time.textContent = filled(texts.time, numbers.plain(answer.milliseconds));
    place.time.dataset.milliseconds = answer.milliseconds;
  }

  let last = null;
  return {
    show(answer) {
      last = answer;
      shown = new Map(answer.figures.map((figure) => [figure.outcome + "/" + figure.scheme, figure]));
      draw(answer);
    },
    show_exact(wanted) {
      is_exact = wanted;
      if (last !== null) {
        draw(last);
      }
    },
    sentence,
  };
}
