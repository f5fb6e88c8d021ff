// The figures of a run of the program, and how the page should write them.
import { readFileSync } from "node:fs";

// One line of a CSV file as the program writes it.
function cells_of(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((found) =>
    found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
}

// figures.get(package).get("outcome/scheme"): the totals.
export function read_figures(file) {
  const [head, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  const names = cells_of(head);
  const packages = new Map();
  for (const line of lines) {
    const row = Object.fromEntries(cells_of(line).map((cell, index) => [names[index], cell]));
    if (row.breakdown === "total") {
      if (!packages.has(row.package)) {
        packages.set(row.package, new Map());
      }
      const figure = { unit: row.unit };
      for (const part of ["estimate", "low", "high", "difference", "difference_low", "difference_high"]) {
        figure[part] = Number(row[part]);
      }
      packages.get(row.package).set(`${row.outcome}/${row.scheme}`, figure);
    }
  }
  return packages;
}

// A Dutch text of the page as a number; shares as shares.
export function number_of(text) {
  const bare = text.replace(/[€\s\u00a0%+±]/g, "").replaceAll(".", "").replace(",", ".").replace("\u2212", "-");
  const value = bare === "" || bare === "-" ? NaN : Number(bare);
  return text.includes("%") ? value / 100 : value;
}

// How far the text of the page may be from the value: half of what report/number_text.hpp rounds to.
export function rounding_of(unit, estimate, low, high) {
  const size = Math.abs(estimate);
  const is_euro = unit.startsWith("euro");
  const by_size = unit === "share" ? 0.001
    : is_euro ? (size < 9950 ? 100 : size < 999500 ? 1000 : 10000)
      : size < 97.5 ? 5 : size < 9995 ? 10 : 100;
  const half_width = (high - low) / 2;
  const by_interval = half_width > 0 ? 10 ** Math.floor(Math.log10(half_width / 2) + 1e-9) : 0;
  return Math.max(by_size, by_interval) / 2;
}
