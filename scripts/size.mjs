// Prints what a first visit downloads and fails above the budget: node scripts/size.mjs DIR BUDGET-FILE
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const [dir, budgetFile] = process.argv.slice(2);
const budget = Number(readFileSync(budgetFile, "utf8").match(/^[0-9]+$/m)?.[0]);
if (!Number.isFinite(budget)) throw new Error(`${budgetFile} has no line with a number of bytes`);

const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;
const row = (name, raw, small) => console.log(name.padEnd(24), String(raw).padStart(9), String(small).padStart(9));

console.log("file".padEnd(24), "raw".padStart(9), "brotli-11".padStart(9));
// A member's first view is the inbox in English. What follows when it is there, the desk and the other languages are not in it.
const sizes = (names) => names.reduce((sum, name) => {
  const bytes = readFileSync(`${dir}/${name}`);
  row(name, bytes.length, brotli(bytes));
  return sum + brotli(bytes);
}, 0);
const total = sizes(["nexudus-inbox.wasm", "nexudus-inbox.js"]);
sizes(["nexudus-inbox-rest.wasm", "nexudus-desk.wasm", "nexudus-desk.js", "lang/de.js", "lang/desk/de.js"]);
console.log(`\nfirst view: ${total} bytes of ${budget} (${((100 * total) / budget).toFixed(1)} %)`);
if (total > budget) {
  console.error(`size: ${total - budget} bytes over the budget in ${budgetFile}.`);
  process.exit(1);
}
