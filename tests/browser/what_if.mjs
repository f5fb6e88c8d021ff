// Moves the sliders, fields and boxes of the page at random and compares every figure it shows with the run of the
// scenario file it gives; the shipped packages too. Prints how long the page takes for a package.
//
// usage: node what_if.mjs PROGRAM REPORT FOLDER [PACKAGES]
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { Findings, launch, open_all_details, open_page } from "./chromium.mjs";
import { read_figures } from "./native_figures.mjs";
import { compare_shown, shown_figures } from "./shown_figures.mjs";

const seed = 20250701;
const most_moves = 6;
const timed_packages = 20;
const goal_milliseconds = 100;

const [program, report, folder, package_count = "50"] = process.argv.slice(2);
const findings = new Findings();

// Numbers between 0 and 1 from a seed (mulberry32).
let draws = seed;
function draw() {
  draws = (draws + 0x6d2b79f5) | 0;
  let mixed = Math.imul(draws ^ (draws >>> 15), 1 | draws);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

function one_of(list) {
  return list[Math.floor(draw() * list.length)];
}

// In the page: gives a control a place between its ends, as a person does.
function move([id, place]) {
  const control = document.getElementById(id);
  if (control.type === "checkbox") {
    control.click();
  } else {
    const [lowest, highest, step] = [control.min, control.max, control.step].map(Number);
    control.value = lowest + Math.round((place * (highest - lowest)) / step) * step;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// In the page: what is shown, rounded and unrounded, after the page has worked it out.
async function answer(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const rounded = await page.evaluate(shown_figures);
  await page.locator("#what-if-exact").click();
  const exact = await page.evaluate(shown_figures);
  await page.locator("#what-if-exact").click();
  const file = await page.locator("#what-if-file").inputValue();
  const milliseconds = Number(await page.locator("[data-place=time]").getAttribute("data-milliseconds"));
  return { rounded, exact, file, milliseconds };
}

// A value typed in a field, with the decimal comma, ends in the slider, and one that cannot be is refused.
async function check_field(page) {
  const field = page.locator("#what-if-all-limits");
  await field.fill("127,5");
  const value = await page.locator("#what-if-all-limits-slider").getAttribute("aria-valuetext");
  findings.expect(/127,5/.test(value), `127,5 typed in the field of the limits gives a slider at ${value}`);
  const text = await page.evaluate(() => new Promise((done) => requestAnimationFrame(() =>
    requestAnimationFrame(() => done(document.getElementById("what-if-file").value)))));
  findings.expect(/income_limit_share = 1\.275\b/.test(text), `127,5 typed in the field gives the file ${text}`);
  for (const wrong of ["veel", "900"]) {
    await field.fill(wrong);
    await field.press("Tab");
    findings.expect((await page.locator("#what-if-all-limits-fault").innerText()) !== "", `the field takes “${wrong}”`);
  }
}

// What a screen reader hears of it, once the reader has stopped moving.
async function check_spoken(page) {
  await page.locator("#what-if-preset").selectOption("limits-130");
  await page.waitForTimeout(1500);
  const spoken = await page.locator("[data-place=spoken]").innerText();
  findings.expect(/€/.test(spoken) && /huishoudens/i.test(spoken), `a screen reader hears “${spoken}”`);
}

const browser = await launch();
const page = await open_page(browser, report, findings);
const cases = [];
for (const id of await page.locator("#what-if-preset option:not([disabled])").evaluateAll((all) => all.map((each) => each.value))) {
  await page.locator("#what-if-preset").selectOption(id);
  cases.push({ name: `shipped-${id || "baseline"}`, ...(await answer(page)) });
}
const timed = [];
await open_all_details(page);
const controls = await page.locator("#what-if-page").locator("input[type=range], input[type=checkbox]:not(#what-if-exact)")
  .evaluateAll((all) => all.map((each) => each.id));
for (let number = 0; number < Number(package_count); ++number) {
  await page.locator("[data-place=reset]").click();
  for (let moves = 1 + Math.floor(draw() * most_moves); moves > 0; --moves) {
    await page.evaluate(move, [one_of(controls), draw()]);
  }
  cases.push({ name: `random-${number}`, ...(await answer(page)) });
  timed.push(cases.at(-1).milliseconds);
}
await check_field(page);
await check_spoken(page);
await browser.close();

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder + "/scenarios", { recursive: true });
const files = cases.map(({ name, file }) => {
  const path = `${folder}/scenarios/${name}.toml`;
  writeFileSync(path, file);
  return path;
});
const run = spawnSync(program, ["run", ...files, "--population", "member0", "--replicates", "20", "-o", folder + "/run"]);
if (run.status !== 0) {
  findings.expect(false, `the program refuses the scenario files:\n${run.stderr}`);
  findings.report("What-if");
}
const native = read_figures(folder + "/run/tables/figures.csv");
let compared = 0;
for (const each of cases) {
  const expected = native.get(each.name);
  findings.expect(expected !== undefined, `${each.name}: the run has no such package`);
  if (expected !== undefined) {
    compared += compare_shown(each.rounded, expected, findings, each.name, false);
    compared += compare_shown(each.exact, expected, findings, each.name, true);
  }
}
timed.splice(timed_packages);
timed.sort((a, b) => a - b);
const median = timed[Math.floor(timed.length / 2)];
console.log(`${cases.length} packages, ${compared} numbers compared with the program`);
console.log(`a package takes ${median.toFixed(1)} ms in this browser, median of ${timed.length}; the goal is ${goal_milliseconds} ms`);
findings.report("What-if");
