// Makes every function tell when it is entered, and in our own every stretch, too: node scripts/instrument.mjs IN.wasm OUT.wasm OUT.json
// They call the import `ran` of the module `profile` with their place in OUT.json, which has for each the function's name, the key of
// a stretch (scripts/forms.mjs), and the place of what is around it. Read by scripts/profile.sh.
import { writeFileSync } from "node:fs";
import { parse, print, stretches } from "./forms.mjs";
import { importing, plain, read, write } from "./wat.mjs";

const [wasm, out, names] = process.argv.slice(2);
/**
 * Where a stretch that was not reached is one for errors and other days. What libraries do, and whoever reads records, depends on
 * the very data: another emoji, a longer list.
 */
const OURS = /^(<?(nexudus_inbox|nexudus_core)::|<?nexudus_api::decode::|mount$)/;
const seen = [];
const parts = read(wasm).map((part) => {
  if (part.kind !== "func") return part;
  const func = parse(part.text);
  const marks = [];
  stretches(func, (row, from, key = null, inside = null) => {
    if (key && !OURS.test(plain(part.name))) return inside;
    const number = seen.push([plain(part.name), key, inside]) - 1;
    marks.unshift([row, from, ["call", "$ran", ["i32.const", String(number)]]]);
    return number;
  });
  for (const [row, from, mark] of marks) row.splice(from, 0, mark);
  return { ...part, text: ` ${print(func)}` };
});
write(importing(parts, ['(import "profile" "ran" (func $ran (param i32)))']), out);
writeFileSync(names, JSON.stringify(seen));
