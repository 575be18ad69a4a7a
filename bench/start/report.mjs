// The table: ratios first, then milliseconds.
import { cpus } from "node:os";

import { LINES } from "./visit.mjs";

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
/** The middle one. */
export const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const spread = (numbers) => `${Math.round(median(numbers))} (${Math.round(Math.min(...numbers))}–${Math.round(Math.max(...numbers))})`;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** Markdown, without a date, so that it changes only with what it tells. */
export function report({ rows, runs, browser, found }, chosen, lines) {
  const names = chosen.map(({ name }) => name);
  const rowsOf = (title, cell) => `| ${title} | ${names.map(cell).join(" | ")} |`;
  const of = (line, name, what) => found[line][name].map((one) => one[what]);
  const table = [
    `| | ${chosen.map(({ title }) => title).join(" | ")} |`,
    `|---|${names.map(() => "---:").join("|")}|`,
    ...(names.includes("nexudus")
      ? lines.map((line) =>
          rowsOf(`first row, ${LINES[line].title}, ours = 1.00`, (name) =>
            (median(of(line, name, "row")) / median(of(line, "nexudus", "row"))).toFixed(2),
          ),
        )
      : []),
    ...lines.map((line) => rowsOf(`first row, ${LINES[line].title}, ms`, (name) => spread(of(line, name, "row")))),
    ...lines.map((line) => rowsOf(`blocking time, ${LINES[line].title}, ms`, (name) => spread(of(line, name, "blocked")))),
    rowsOf("first view, KB", (name) => kilobytes(median(of(lines.at(-1), name, "bytes")))),
    rowsOf("fetched within a second after it, KB", (name) => kilobytes(median(of(lines.at(-1), name, "later")))),
  ];
  const facts =
    `${rows} notifications, ${runs} visits each, cold cache; median (fastest–slowest). ` +
    `Chromium ${browser}, ${cpus().length} cores, ${cpus()[0]?.model ?? "unknown"}.`;
  return `${facts}\n\n${table.join("\n")}\n`;
}
