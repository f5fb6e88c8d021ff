// Every figure that the page shows of a package, and its comparison with those of the program.
import { number_of, rounding_of } from "./native_figures.mjs";

const half_a_cent = 0.005;
const last_place = 1e-9;  // of a table that has cents

// In the page: the figures of the tables with their texts, and the values beside them.
export function shown_figures() {
  return [...document.querySelectorAll("#what-if-page td[data-outcome]")].map((cell) => {
    const estimate = cell.querySelector("data");
    const interval = cell.querySelector(".what-if-interval");
    return {
      outcome: cell.dataset.outcome,
      scheme: cell.dataset.scheme ?? "",
      part: cell.dataset.part,
      text: estimate.textContent,
      value: Number(estimate.value),
      interval: interval?.textContent ?? "",
      low: Number(cell.dataset.low),
      high: Number(cell.dataset.high),
    };
  });
}

// What the program has of a figure of the page: its value and its interval.
function native_of(figure, shown) {
  return shown.part === "difference"
    ? [figure.difference, figure.difference_low, figure.difference_high]
    : [figure.estimate, figure.low, figure.high];
}

// Compares the figures of the page with those of the program: the numbers to the cent, their texts to how they are
// rounded. Returns how many were compared.
export function compare_shown(shown, native, findings, name, is_exact) {
  let count = 0;
  for (const figure of shown.filter((each) => each.part !== "half-width")) {
    const key = `${figure.outcome}/${figure.scheme}`;
    const expected = native.get(key);
    findings.expect(expected !== undefined, `${name}: the program has no ${key}`);
    if (expected === undefined) {
      continue;
    }
    const of_program = native_of(expected, figure);
    const of_page = [figure.value, figure.low, figure.high];
    const texts = [figure.text, ...(figure.interval === "" ? [figure.text, figure.text] : figure.interval.split(/ – | tot /))];
    const rounding = is_exact ? half_a_cent : rounding_of(expected.unit, ...of_program);
    of_program.forEach((value, index) => {
      count += 1;
      findings.expect(Math.abs(of_page[index] - value) <= half_a_cent + last_place,
        `${name}: ${key} ${figure.part} is ${of_page[index]} in the page and ${value} in the program`);
      const is_in_points = expected.unit === "share" && figure.part === "difference";
      const read = number_of(texts[index] ?? "") / (is_in_points ? 100 : 1);
      findings.expect(Math.abs(read - value) <= rounding + half_a_cent + last_place,
        `${name}: ${key} ${figure.part} reads “${texts[index]}” and is ${value} in the program`);
    });
  }
  return count;
}
