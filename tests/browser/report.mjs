// The report as a reader meets it: opened from a file, by keyboard alone, on a phone, on paper.
//
// usage: node report.mjs REPORT ANNEX AMENDMENT LARGEST_REPORT FORECAST
import { statSync } from "node:fs";
import { basename } from "node:path";
import { Findings, launch, open_all_details, open_page } from "./chromium.mjs";

const largest_file_bytes = 3e6;
const narrow = { width: 320, height: 640 };
const most_presses = 2000;

// In the page: everything that the Tab key must reach, numbered.
function number_controls() {
  const controls = [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]")].filter((each) =>
    each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }));
  controls.forEach((each, index) => { each.dataset.test = index; });
  return controls.map((each) => `${each.tagName.toLowerCase()} ${each.id || each.textContent.trim().slice(0, 40)}`);
}

// In the page: what has the focus now, and whether that can be seen.
function focused() {
  const control = document.activeElement;
  if (control === null || control === document.body || control.dataset.test === undefined) {
    return { number: -1, is_body: control === document.body || control === document.documentElement, name: control?.tagName };
  }
  const style = getComputedStyle(control);
  const place = control.getBoundingClientRect();
  return {
    number: Number(control.dataset.test),
    tag: control.tagName,
    type: control.type,
    value: control.value,
    is_marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none",
    is_in_view: place.bottom > 0 && place.top < innerHeight && place.right > 0 && place.left < innerWidth,
    is_open: control.parentElement?.open,
  };
}

// Does what a key should do to what has the focus; false where nothing happened.
async function operates(page, now) {
  const changed = async (key, back) => {
    if (now.type === "text") {
      await page.keyboard.press("End");
    }
    const before = await page.evaluate(() => [document.activeElement.value, document.activeElement.checked].join());
    await page.keyboard.press(key);
    const after = await page.evaluate(() => [document.activeElement.value, document.activeElement.checked].join());
    await page.keyboard.press(back);
    return before !== after;
  };
  if (now.type === "range") {
    return (await changed("ArrowRight", "ArrowLeft")) || changed("ArrowLeft", "ArrowRight");
  }
  if (now.type === "checkbox") {
    return changed("Space", "Space");
  }
  if (now.type === "text") {
    return changed("7", "Backspace");
  }
  if (now.tag === "SELECT") {
    return changed("ArrowDown", "ArrowUp");
  }
  return true;
}

// Opens every part that folds by keyboard on the first way through; goes through again to meet what was in them.
async function check_keyboard(browser, file, findings) {
  const page = await open_page(browser, file, findings, { reducedMotion: "reduce" });
  await page.keyboard.press("Tab");
  const skip = await page.evaluate(() => document.activeElement.getAttribute("href"));
  findings.expect(skip?.startsWith("#"), `the first Tab goes to ${skip}, not to a link that skips to the text`);
  await page.keyboard.press("Enter");
  const is_at_target = await page.evaluate((id) => location.hash === id && document.querySelector(id) !== null, skip);
  findings.expect(is_at_target, "the link that skips to the text goes nowhere");
  await page.evaluate(() => { document.activeElement.blur(); history.replaceState(null, "", "#"); });

  for (let round = 0; round < 2; ++round) {
    const names = await page.evaluate(number_controls);
    const reached = new Set();
    let ended = false;
    await page.evaluate(() => { getSelection().removeAllRanges(); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex"); });
    for (let press = 0; press < most_presses && !ended; ++press) {
      await page.keyboard.press("Tab");
      const now = await page.evaluate(focused);
      ended = now.number < 0 || reached.has(now.number);
      if (ended) {
        continue;
      }
      reached.add(now.number);
      const name = names[now.number];
      findings.expect(now.is_marked, `${name}: nothing shows that it has the focus`);
      findings.expect(now.is_in_view, `${name}: it has the focus out of view`);
      if (round === 0 && now.tag === "SUMMARY" && !now.is_open) {
        await page.keyboard.press("Enter");
        findings.expect((await page.evaluate(focused)).is_open, `${name}: Enter does not unfold it`);
        await page.evaluate(() => { document.activeElement.parentElement.open = false; });
      } else if (round === 1) {
        findings.expect(await operates(page, now), `${name}: keys do not change it`);
      }
    }
    for (const [number, name] of names.entries()) {
      findings.expect(reached.has(number), `${name}: Tab does not reach it`);
    }
    findings.expect(ended, "Tab never comes to an end");
    console.log(`keyboard, round ${round + 1}: ${reached.size} controls reached`);
    await open_all_details(page);
  }
  await page.context().close();
}

async function check_narrow(browser, file, findings) {
  const page = await open_page(browser, file, findings, { viewport: narrow });
  for (const state of ["folded", "unfolded"]) {
    const [needed, wide] = await page.evaluate(() => {
      const wide_ones = [...document.querySelectorAll("body *")].filter((each) =>
        each.getBoundingClientRect().right > innerWidth + 1 && each.closest("svg") === null);
      return [document.documentElement.scrollWidth, wide_ones.slice(0, 5).map((each) => `${each.tagName}.${each.className}`)];
    });
    findings.expect(needed <= narrow.width, `${state}: the page is ${needed} px wide on a phone of 320 px: ${wide.join(", ")}`);
    await open_all_details(page);
  }
  await page.context().close();
}

async function check_without_script(browser, file, findings) {
  const page = await open_page(browser, file, findings, { javaScriptEnabled: false });
  const text = await page.locator("#what-if noscript").innerText().catch(() => "");
  findings.expect(/JavaScript/.test(text), `without JavaScript the page says “${text}” of the part that calculates`);
  findings.expect(!(await page.locator("#what-if-page").isVisible()), "without JavaScript the controls are shown");
  await page.context().close();
}

async function check_paper(browser, file, most_pages, findings) {
  const page = await open_page(browser, file, findings);
  const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  const name = basename(file);
  const pages = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
  findings.expect(pages >= 1 && pages <= most_pages, `${name}: ${pages} pages on paper, at most ${most_pages}`);
  console.log(`${name}: ${pages} pages on paper`);
  await page.context().close();
}

const most_forecast_pages = 30;
const [report, annex, amendment, largest_report, forecast] = process.argv.slice(2);
const findings = new Findings();
const { size } = statSync(largest_report);
findings.expect(size < largest_file_bytes, `the report of every package is ${size} bytes, at most ${largest_file_bytes}`);
console.log(`the report of every package is ${size} bytes`);
const browser = await launch();
await check_keyboard(browser, report, findings);
await check_keyboard(browser, forecast, findings);
await check_narrow(browser, report, findings);
await check_without_script(browser, report, findings);
for (const [file, most_pages] of [[annex, 2], [amendment, 1], [forecast, most_forecast_pages]]) {
  await check_narrow(browser, file, findings);
  await check_paper(browser, file, most_pages, findings);
}
await browser.close();
findings.report("Report");
