// Makes every function tell when it is entered: node scripts/instrument.mjs IN.wasm OUT.wasm OUT.json
// It calls the import `ran` of the module `profile` with its place among the names in OUT.json. Read by scripts/profile.sh.
import { writeFileSync } from "node:fs";
import { importing, plain, read, write } from "./wat.mjs";

const [wasm, out, names] = process.argv.slice(2);
const seen = [];
const parts = read(wasm).map((part) => {
  if (part.kind !== "func") return part;
  const number = seen.push(plain(part.name)) - 1;
  return { ...part, text: `${part.head}\n  (call $ran (i32.const ${number}))\n${part.body}\n )` };
});
write(importing(parts, ['(import "profile" "ran" (func $ran (param i32)))']), out);
writeFileSync(names, JSON.stringify(seen));
