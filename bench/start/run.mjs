// Time to the first row, ours beside the others', in one run: node bench/start/run.mjs PACKAGE SANDBOX [OPTIONS]
// PACKAGE is the folder of the release, SANDBOX the sandbox's binary. `make bench` calls it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { build } from "./build.mjs";
import { CONTENDERS } from "./contenders.mjs";
import { report } from "./report.mjs";
import { launch, stage } from "./stage.mjs";
import { LINES } from "./visit.mjs";
import { drawn } from "./waterfall.mjs";

const project = fileURLToPath(new URL("../..", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "9" },
    only: { type: "string", default: CONTENDERS.map(({ name }) => name).join(",") },
    lines: { type: "string", default: Object.keys(LINES).join(",") },
    // For how many rows dismissals are measured; empty for none.
    dismiss: { type: "string", default: "25,1000" },
    // Draws one visit of each instead of measuring.
    waterfall: { type: "boolean", default: false },
    // Where the table is written to, beside being printed.
    results: { type: "string" },
    // What else there is to say of the circumstances.
    note: { type: "string", default: "" },
  },
});
const [packed, sandbox] = positionals;
const modules = process.env.BENCH_MODULES;
if (!packed || !sandbox || !modules) throw new Error("say where the package and the sandbox are, and set BENCH_MODULES");
const ROWS = 25;
const runs = Number(values.runs);
const lines = values.lines.split(",");
const chosen = CONTENDERS.filter(({ name }) => values.only.split(",").includes(name));

const out = join(project, "target/bench");
const built = join(out, "pages");
mkdirSync(out, { recursive: true });
build(CONTENDERS.map(({ name }) => name).filter((name) => name !== "nexudus"), modules, built);
const browser = await launch(modules);
const staged = async (rows, play) => {
  const set = await stage({ browser, rows, sandbox: resolve(sandbox), built, packed, project });
  try {
    return await play(set);
  } finally {
    set.close();
  }
};

try {
  if (values.waterfall) await staged(ROWS, draw);
  else {
    const start = await staged(ROWS, measure);
    const dismiss = [];
    for (const rows of values.dismiss.split(",").filter(Boolean)) dismiss.push(await dismissals(Number(rows)));
    const found = { rows: ROWS, runs, browser: browser.version(), note: values.note, start, dismiss };
    writeFileSync(join(out, "start.json"), `${JSON.stringify(found, null, 1)}\n`);
    const text = report(found, chosen, lines);
    console.log(text);
    if (values.results) writeFileSync(values.results, text);
  }
} finally {
  await browser.close();
}

async function draw(set) {
  for (const line of lines) {
    for (const { name, title } of chosen) {
      await set.start(name, line);
      const events = [];
      const { row } = await set.start(name, line, events);
      console.log(drawn(`${title}, ${LINES[line].title}`, events, row));
    }
  }
}

/** Round by round, each in another order, so that a busy moment of the machine does not fall on one of them alone. */
async function measure(set) {
  const found = {};
  for (const line of lines) {
    found[line] = Object.fromEntries(chosen.map(({ name }) => [name, []]));
    for (const { name } of chosen) await set.start(name, line); // not counted: the browser's files are in memory from here on
    for (let round = 0; round < runs; round += 1) {
      say(`${line}, ${round + 1} of ${runs}`);
      for (let place = 0; place < chosen.length; place += 1) {
        const { name } = chosen[(place + round) % chosen.length];
        found[line][name].push(await set.start(name, line));
      }
    }
  }
  return found;
}

/** Each with a sandbox of its own, for what one has dismissed is gone for the next. */
async function dismissals(rows) {
  const found = {};
  for (const { name } of chosen) {
    say(`dismissing of ${rows}, ${name}`);
    found[name] = await staged(rows, (set) => set.dismiss(name));
  }
  return { rows, found };
}

function say(what) {
  process.stderr.write(`start: ${what}\n`);
}
