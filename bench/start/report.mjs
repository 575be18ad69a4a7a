// The table: ratios first, then milliseconds.
import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

import { LINES } from "./visit.mjs";

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
/** The middle one. */
export const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const spread = (numbers) => `${Math.round(median(numbers))} (${Math.round(Math.min(...numbers))}–${Math.round(Math.max(...numbers))})`;
const count = (number) => number.toLocaleString("en");
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** Markdown, without a date, so that it changes only with what it tells. */
export function report({ rows, runs, browser, note, start, dismiss }, chosen, lines) {
  const names = chosen.map(({ name }) => name);
  const rowOf = (title, cell) => `| ${title} | ${names.map(cell).join(" | ")} |`;
  const of = (line, name, what) => start[line][name].map((one) => one[what]);
  const ratio = (line) => (name) => (median(of(line, name, "row")) / median(of(line, "nexudus", "row"))).toFixed(2);
  const last = lines.at(-1);
  const table = [
    `| | ${chosen.map(({ title }) => title).join(" | ")} |`,
    `|---|${names.map(() => "---:").join("|")}|`,
    ...(names.includes("nexudus") ? lines.map((line) => rowOf(`first row, ${LINES[line].title}, ours = 1.00`, ratio(line))) : []),
    ...lines.map((line) => rowOf(`first row, ${LINES[line].title}, ms`, (name) => spread(of(line, name, "row")))),
    ...lines.map((line) => rowOf(`blocking time, ${LINES[line].title}, ms`, (name) => spread(of(line, name, "blocked")))),
    rowOf("first view, brotli, KB", (name) => kilobytes(median(of(last, name, "bytes")))),
    rowOf("fetched in the second after it, KB", (name) => kilobytes(median(of(last, name, "later")))),
    ...dismiss.flatMap((set) => [
      rowOf(`dismissal, ${count(set.rows)} rows, ms`, (name) => spread(set.found[name].dismiss)),
      rowOf(`elements, ${count(set.rows)} rows`, (name) => count(set.found[name].elements)),
    ]),
  ];
  const { dependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const versions = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  const facts =
    `${rows} notifications, ${runs} visits each, cold cache; median (lowest–highest). ` +
    `Chromium ${browser} on ${cpus().length} cores of ${cpus()[0]?.model ?? "an unknown kind"}, load ${loadavg()[1].toFixed(1)}` +
    `${note && `, ${note}`}. ${versions.join(", ")}.`;
  return `Written by run.mjs, which \`make bench\` calls. What it says, and what not, is in ../README.md.\n\n${table.join("\n")}\n\n${facts}\n`;
}
