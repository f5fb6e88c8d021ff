// The report opened from a file in real Chromium, and a list of what was found wrong.
import { chromium } from "playwright-core";

export const program = process.env.MINIMASIM_CHROMIUM ?? "/usr/bin/chromium";

export class Findings {
  constructor() {
    this.texts = [];
    this.checked = 0;
  }

  // Notes `text` unless `is_right`.
  expect(is_right, text) {
    this.checked += 1;
    if (!is_right) {
      this.texts.push(text);
    }
  }

  // Prints what was found and ends the program.
  report(subject) {
    for (const text of this.texts.slice(0, 40)) {
      console.log(`  ${text}`);
    }
    console.log(`${subject}: ${this.checked} checks, ${this.texts.length} failed`);
    process.exit(this.texts.length > 0 ? 1 : 0);
  }
}

export async function launch() {
  // No sandbox: tests run as root in containers, on files of their own.
  return chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"] });
}

// Opens a file and waits until the part that calculates is ready, where there is one. Whatever the page says on its
// console, and whatever it fetches, is a finding.
export async function open_page(browser, file, findings, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const address = "file://" + file;
  page.on("console", (message) => {
    findings.expect(!["error", "warning"].includes(message.type()), `console: ${message.text()}`);
  });
  page.on("pageerror", (error) => findings.expect(false, `error in the page: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    findings.expect(url === address || url.startsWith("data:") || url.startsWith("blob:"), `request to ${url}`);
  });
  await page.goto(address);
  if (options.javaScriptEnabled !== false && (await page.locator("#what-if-page").count()) > 0) {
    await page.locator("#what-if-page[data-state=ready], #what-if-status[data-fault]").waitFor({ timeout: 20000 });
    const faults = await page.locator("#what-if-status[data-fault]").evaluateAll((all) => all.map((each) => each.dataset.fault));
    findings.expect(faults.length === 0, `the part that calculates does not start: ${faults.join()}`);
  }
  return page;
}

export async function open_all_details(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
}
