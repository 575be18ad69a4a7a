// Time to the first row, ours beside the others', in one run: node bench/start/run.mjs PACKAGE SANDBOX [OPTIONS]
// PACKAGE is the folder of the release, SANDBOX the sandbox's binary. `make bench` calls it.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readFileSync } from "node:fs";

import { build } from "./build.mjs";
import { CONTENDERS, filesOf, mockWith } from "./contenders.mjs";
import { marks } from "./mocks/text.mjs";
import { report } from "./report.mjs";
import { sandboxWith } from "./sandbox.mjs";
import { serve } from "./serve.mjs";
import { LINES, visit } from "./visit.mjs";
import { drawn } from "./waterfall.mjs";

const project = fileURLToPath(new URL("../..", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "9" },
    only: { type: "string", default: CONTENDERS.map(({ name }) => name).join(",") },
    lines: { type: "string", default: Object.keys(LINES).join(",") },
    // Draws one visit of each instead of measuring.
    waterfall: { type: "boolean", default: false },
    // Where the table is written to, beside being printed.
    results: { type: "string" },
  },
});
const [packed, sandboxCommand] = positionals;
const modules = process.env.BENCH_MODULES;
if (!packed || !sandboxCommand || !modules) throw new Error("say where the package and the sandbox are, and set BENCH_MODULES");
const names = values.only.split(",");
const lines = values.lines.split(",");
const ROWS = 25;
const chosen = CONTENDERS.filter(({ name }) => names.includes(name));

const { chromium } = createRequire(join(modules, "package.json"))("playwright-core");
const script = { source: readFileSync(new URL("measure.js", import.meta.url), "utf8").trim() };
const built = join(project, "target/bench/pages");
build(CONTENDERS.map(({ name }) => name).filter((name) => name !== "nexudus"), modules, built);

const sandbox = await sandboxWith(sandboxCommand, ROWS);
const server = await serve({ files: filesOf({ built, packed, project }), mock: mockWith(sandbox.list), sandbox: sandbox.origin });
script.marks = marks(sandbox.list);
const storage = ["nexudus-inbox.session.member.", [sandbox.token.access_token, sandbox.token.refresh_token, "member@example.com"].join("\n")];
const browser = await chromium.launch({ executablePath: browserPath(), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });

/** One visit, with what it downloaded of its own until the row was there, and until all was quiet. */
async function once({ name }, line, events) {
  server.take();
  const url = `${server.origin}/${name}/`;
  const { row, at, blocked } = await visit(browser, { url, line: LINES[line], script, storage, events });
  const own = server.take().filter(({ path, kind }) => kind === "file" && path !== "/portal.css");
  const bytes = (entries) => entries.reduce((sum, entry) => sum + entry.bytes, 0);
  return { row, blocked, bytes: bytes(own.filter((entry) => entry.at <= at)), later: bytes(own.filter((entry) => entry.at > at)) };
}

try {
  if (values.waterfall) {
    for (const line of lines) {
      for (const one of chosen) {
        await once(one, line);
        const events = [];
        const { row } = await once(one, line, events);
        console.log(drawn(`${one.title}, ${LINES[line].title}`, events, row));
      }
    }
  } else {
    const found = await measured();
    const results = { rows: ROWS, runs: Number(values.runs), browser: browser.version(), found };
    writeFileSync(join(project, "target/bench/start.json"), `${JSON.stringify(results, null, 1)}\n`);
    const text = report(results, chosen, lines);
    console.log(text);
    if (values.results) writeFileSync(values.results, text);
  }
} finally {
  await browser.close();
  server.close();
  sandbox.close();
}

/** Round by round, each round in another order, so that a busy moment of the machine does not fall on one of them alone. */
async function measured() {
  const found = Object.fromEntries(lines.map((line) => [line, Object.fromEntries(chosen.map(({ name }) => [name, []]))]));
  for (const line of lines) {
    for (const one of chosen) await once(one, line); // not counted: files and browser are warm from here on
    for (let round = 0; round < Number(values.runs); round += 1) {
      const order = chosen.map((_, place) => chosen[(place + round) % chosen.length]);
      for (const one of order) found[line][one.name].push(await once(one, line));
      process.stderr.write(`start: ${line}, ${round + 1} of ${values.runs}\r`);
    }
  }
  process.stderr.write("\n");
  return found;
}

function browserPath() {
  for (const command of ["chromium", "google-chrome"]) {
    try {
      return execFileSync("which", [command], { encoding: "utf8" }).trim();
    } catch {
      // the next one, then
    }
  }
  throw new Error("neither chromium nor google-chrome is there");
}
