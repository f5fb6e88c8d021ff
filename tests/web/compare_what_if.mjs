// The what-if part of a report in node: the engine of the page against the program's own evaluator for packages at
// random places of the sliders, every figure, and against the program run as a user runs it for some of them, with the
// scenario files that the page gives. Says how long a package takes.
//
// usage: node compare_what_if.mjs MODULE ENGINE FOLDER PROGRAM    FOLDER as filled by what_if_native
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";
import { gunzipSync } from "node:zlib";

const [module, engine_file, folder, program] = process.argv.slice(2);
const numbers = ["estimate", "low", "high", "difference", "difference_low", "difference_high"];
const by_program = 12;  // of those packages that the program runs too, beside the shipped ones
const half_a_cent = 0.005 + 1e-6;  // tables print whole cents, rounded
// Of shares on which all replicates agree, the interval comes from a logarithm and a beta distribution, of which the
// mathematical libraries differ in the last bits.
const slack = 1e-9;
let faults = 0;
let different_bits = 0;

function fault(text) {
  faults += 1;
  if (faults <= 20) {
    console.log(text);
  }
}

const name_of = (figure) => `${figure.outcome}/${figure.scheme}`;

function compare(where, ours, theirs, largest) {
  let different = 0;
  if (ours.length !== theirs.length) {
    fault(`${where}: ${ours.length} figures for ${theirs.length}`);
  }
  const by_name = new Map(theirs.map((figure) => [name_of(figure), figure]));
  for (const figure of ours) {
    const expected = by_name.get(name_of(figure));
    if (expected === undefined || expected.unit !== figure.unit) {
      fault(`${where}: ${name_of(figure)} in ${figure.unit} is not what the program has`);
      continue;
    }
    for (const number of numbers) {
      const difference = Math.abs(figure[number] - expected[number]);
      different += difference === 0 ? 0 : 1;
      if (!(difference <= largest)) {
        fault(`${where}: ${name_of(figure)} ${number} is ${figure[number]}, not ${expected[number]}`);
      }
    }
  }
  return different;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

runInThisContext(readFileSync(engine_file, "utf8"));
const payload = gunzipSync(readFileSync(join(folder, "what_if.gz")));
const { cases } = JSON.parse(readFileSync(join(folder, "what_if.json"), "utf8"));
const start = performance.now();
const engine = await globalThis.MinimasimWhatIf.open(new Uint8Array(readFileSync(module)), new Uint8Array(payload));
console.log(`opened in ${(performance.now() - start).toFixed(0)} ms, ${engine.description.embedded_households} of ` +
  `${engine.description.households} households, ${payload.length} bytes`);

const milliseconds = [];
cases.forEach(({ asked, figures }, i) => {
  const answer = engine.evaluate(asked);
  milliseconds.push(answer.milliseconds);
  different_bits += compare(`package ${i}`, answer.figures, figures, slack);
});
const shipped = engine.description.packages.filter((each) => each.left_out === "");
for (const each of shipped.filter((one) => Object.keys(one.half_widths).length > 0)) {
  const nearest = engine.evaluate(each).nearest_package;
  if (nearest !== each.id && JSON.stringify(shipped.find((one) => one.id === nearest).changes) !== JSON.stringify(each.changes)) {
    fault(`${each.id} lies nearest to ${nearest}`);
  }
}

// The same as a user runs it: the scenario files of the page, and the packages that are shipped.
const shipped_folder = fileURLToPath(new URL("../../scenarios/", import.meta.url));
const asked_of = new Map(shipped.filter((each) => each.id !== "baseline").map((each) => [each.id, each]));
const files = [...asked_of.keys()].map((id) => join(shipped_folder, id + ".toml"));
mkdirSync(join(folder, "scenarios"), { recursive: true });
cases.slice(0, by_program).forEach(({ asked }, i) => {
  const file = join(folder, "scenarios", `case-${i}.toml`);
  writeFileSync(file, engine.scenario({ ...asked, title: `Pakket "${i}" \\ € 🏠` }));
  execFileSync(program, ["check", file], { stdio: "pipe" });
  files.push(file);
  asked_of.set(`case-${i}`, asked);
});
execFileSync(program, ["run", ...files, "--population", "member0", "--replicates", "20", "-o", join(folder, "run")],
  { stdio: "pipe" });
const [head, ...rows] = readFileSync(join(folder, "run", "tables", "figures.csv"), "utf8").trim().split("\n")
  .map((line) => line.split(","));
const of_run = rows.map((row) => Object.fromEntries(head.map((name, k) => [name, row[k]])))
  .filter((row) => row.breakdown === "total");
for (const [id, asked] of asked_of) {
  const ours = engine.evaluate(asked).figures;
  const wanted = new Set(ours.map(name_of));
  const theirs = of_run.filter((row) => row.package === id && wanted.has(name_of(row)))
    .map((row) => ({ ...row, ...Object.fromEntries(numbers.map((name) => [name, Number(row[name])])) }));
  compare(`${id} as a user runs it`, ours, theirs, half_a_cent);
}

console.log(`${cases.length} packages and ${asked_of.size} in the program: ${faults} faults, ${different_bits} other numbers`);
console.log(`a package takes ${median(milliseconds).toFixed(1)} ms (median), ${Math.max(...milliseconds).toFixed(1)} ms at most`);
process.exit(faults > 0 ? 1 : 0);
