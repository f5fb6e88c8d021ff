// The report in real Firefox ESR, driven by WebDriver BiDi without a driver: no fault on the console, and the page
// works out a shipped package as the program did.
//
// usage: node firefox.mjs REPORT FIGURES PACKAGE NAME
//        FIGURES are of a run with `--population member0 --replicates 20`, in which the package is called NAME
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";
import { Findings } from "./chromium.mjs";
import { read_figures } from "./native_figures.mjs";
import { compare_shown, shown_figures } from "./shown_figures.mjs";

const program = process.env.MINIMASIM_FIREFOX ?? "/usr/bin/firefox-esr";
const longest_start_milliseconds = 60000;

// Starts Firefox with a profile of its own; says where it listens.
function start(profile) {
  writeFileSync(join(profile, "user.js"), [
    'user_pref("app.update.enabled", false);',
    'user_pref("browser.shell.checkDefaultBrowser", false);',
    'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
    'user_pref("network.captive-portal-service.enabled", false);',
    'user_pref("network.connectivity-service.enabled", false);',
    "",
  ].join("\n"));
  const firefox = spawn(program, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0",
    "about:blank"], { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: profile } });
  const address = new Promise((found, failed) => {
    let said = "";
    firefox.stderr.on("data", (bytes) => {
      said += bytes;
      const place = said.match(/WebDriver BiDi listening on (ws:\S+)/);
      if (place !== null) {
        found(place[1]);
      }
    });
    firefox.on("exit", () => failed(new Error(`Firefox ended: ${said}`)));
    setTimeout(() => failed(new Error(`Firefox does not start: ${said}`)), longest_start_milliseconds);
  });
  return { firefox, address };
}

// A session: `ask` sends a command and awaits its result, `hear` gets every event.
async function open_session(address, hear) {
  const socket = new WebSocket(address + "/session");
  await new Promise((opened, failed) => socket.on("open", opened).on("error", failed));
  const waiting = new Map();
  let last = 0;
  socket.on("message", (bytes) => {
    const message = JSON.parse(bytes);
    if (message.type === "event") {
      hear(message);
    } else if (message.type === "success") {
      waiting.get(message.id).done(message.result);
    } else {
      waiting.get(message.id).failed(new Error(`${message.error}: ${message.message}`));
    }
  });
  const ask = (method, params) => new Promise((done, failed) => {
    last += 1;
    waiting.set(last, { done, failed });
    socket.send(JSON.stringify({ id: last, method, params }));
  });
  await ask("session.new", { capabilities: {} });
  return { ask, close: () => socket.close() };
}

// Chooses a package and returns what the page then shows.
async function shown_of_package(ask, context, id) {
  const call = `async (id) => {
    for (let tries = 0; document.getElementById("what-if-page").dataset.state !== "ready" && tries < 200; ++tries) {
      await new Promise((done) => setTimeout(done, 100));
    }
    const preset = document.getElementById("what-if-preset");
    preset.value = id;
    preset.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((done) => setTimeout(done, 500));
    return JSON.stringify({ shown: (${shown_figures})(), chosen: preset.value,
      milliseconds: document.querySelector("[data-place=time]").dataset.milliseconds });
  }`;
  const answer = await ask("script.callFunction", {
    functionDeclaration: call, awaitPromise: true, target: { context }, arguments: [{ type: "string", value: id }] });
  if (answer.type !== "success") {
    throw new Error(answer.exceptionDetails.text);
  }
  return JSON.parse(answer.result.value);
}

const [report, figures, package_id, name] = process.argv.slice(2);
const findings = new Findings();
const profile = mkdtempSync(join(tmpdir(), "minimasim-firefox-"));
const { firefox, address } = start(profile);
try {
  const { ask, close } = await open_session(await address, ({ params }) =>
    findings.expect(!["error", "warn"].includes(params.level), `console: ${params.text}`));
  await ask("session.subscribe", { events: ["log.entryAdded"] });
  const { contexts } = await ask("browsingContext.getTree", {});
  await ask("browsingContext.navigate", { context: contexts[0].context, url: "file://" + report, wait: "complete" });
  const { shown, chosen, milliseconds } = await shown_of_package(ask, contexts[0].context, package_id);
  findings.expect(chosen === package_id, `the package ${package_id} cannot be chosen`);
  const count = compare_shown(shown, read_figures(figures).get(name), findings, name, false);
  findings.expect(count > 50, `only ${count} numbers were compared`);
  console.log(`Firefox: ${count} numbers compared with the program, a package takes ${Number(milliseconds).toFixed(1)} ms`);
  await ask("browser.close", {}).catch(() => undefined);
  close();
} finally {
  if (firefox.exitCode === null && firefox.signalCode === null) {
    const ended = new Promise((done) => firefox.on("exit", done));
    firefox.kill();
    await ended;
  }
  rmSync(profile, { recursive: true, force: true });
}
findings.report("Firefox");
