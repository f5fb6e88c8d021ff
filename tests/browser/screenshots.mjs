// Pictures of the first screen of a report: on a desk, on a phone, on paper.
//
// usage: node screenshots.mjs REPORT FOLDER
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Findings, launch, open_page } from "./chromium.mjs";
import { packed } from "./png_data.mjs";

const desk = { viewport: { width: 1280, height: 960 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const paper_dots_per_inch = 110;
const largest_bytes = 300000;

const [report, folder] = process.argv.slice(2);
const findings = new Findings();

function keep(name, png) {
  const bytes = packed(png);
  const file = join(folder, `report-${name}.png`);
  findings.expect(bytes.length <= largest_bytes, `${file} is ${bytes.length} bytes, at most ${largest_bytes}`);
  writeFileSync(file, bytes);
  console.log(`${file}: ${bytes.length} bytes`);
}

const browser = await launch();
const scratch = mkdtempSync(join(tmpdir(), "minimasim-screenshots-"));
try {
  for (const [name, options] of [["desktop", desk], ["phone", phone]]) {
    const page = await open_page(browser, report, findings, { ...options, colorScheme: "light", locale: "nl-NL" });
    keep(name, await page.screenshot());
    await page.context().close();
  }
  const page = await open_page(browser, report, findings, { colorScheme: "light", locale: "nl-NL" });
  const pdf = join(scratch, "report.pdf");
  writeFileSync(pdf, await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true }));
  execFileSync("pdftoppm", ["-png", "-r", String(paper_dots_per_inch), "-f", "1", "-l", "1", "-singlefile", pdf, join(scratch, "print")]);
  keep("print", readFileSync(join(scratch, "print.png")));
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
findings.report("Screenshots");
