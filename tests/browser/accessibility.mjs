// axe-core with the tags of WCAG 2.2 AA and the contrast of texts in pictures, in light, dark and print.
//
// usage: node accessibility.mjs REPORT [OTHER PAGE...]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { Findings, launch, open_all_details, open_page } from "./chromium.mjs";
import { check_svg_contrast } from "./contrast.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };
const looks = [
  { name: "light", colorScheme: "light", media: "screen", viewport: wide, rules: { type: "tag", values: tags } },
  { name: "dark", colorScheme: "dark", media: "screen", viewport: wide, rules: { type: "rule", values: ["color-contrast"] } },
  { name: "print from dark", colorScheme: "dark", media: "print", viewport: wide },
  { name: "phone", colorScheme: "light", media: "screen", viewport: narrow, rules: { type: "tag", values: tags } },
];

async function check_rules(page, rules, findings, name) {
  // The policy of the page refuses scripts that are put in, not what a debugger evaluates.
  await page.evaluate(axe);
  const answer = await page.evaluate((runOnly) => axe.run(document, { runOnly }), rules);
  const least = rules.type === "tag" ? 10 : 1;
  findings.expect(answer.passes.length >= least, `${name}: axe applied only ${answer.passes.length} rules`);
  for (const violation of answer.violations) {
    for (const node of violation.nodes) {
      findings.expect(false, `${name}: ${violation.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`);
    }
  }
}

const [report, ...others] = process.argv.slice(2);
const findings = new Findings();
const browser = await launch();
const helper = await browser.newPage();
for (const file of [report, ...others]) {
  let texts = 0;
  for (const look of looks.filter((each) => file === report || each.viewport === wide || basename(file) === "forecast.html")) {
    const page = await open_page(browser, file, findings, { viewport: look.viewport, colorScheme: look.colorScheme });
    await page.emulateMedia({ media: look.media });
    await open_all_details(page);
    const name = `${basename(file)}, ${look.name}`;
    if (look.rules !== undefined) {
      await check_rules(page, look.rules, findings, name);
    }
    texts += await check_svg_contrast(page, helper, findings, name);
    await page.context().close();
  }
  findings.expect(file !== report || texts > 50, `${basename(file)}: only ${texts} texts of pictures were seen`);
  console.log(`${basename(file)}: contrast of ${texts} texts in pictures`);
}
await browser.close();
findings.report("Accessibility");
