// Looks up every test that docs/contract.md names: node scripts/contract.mjs
import { existsSync, readFileSync } from "node:fs";

const page = "docs/contract.md";
const problems = [];
const doubts = new Set();
let named = 0;

/** The attributes and comments right above a function, as text; nothing where there is no such function. */
function aboveOf(name, file) {
  if (!file || !existsSync(file)) return;
  const found = new RegExp(`((?:^ *(?:#\\[|//).*\\n)*)^ *(?:async )?fn ${name}\\(`, "m").exec(readFileSync(file, "utf8"));
  return found?.[1];
}

for (const line of readFileSync(page, "utf8").split("\n").filter((line) => line.startsWith("| "))) {
  const cells = line.split("|").map((cell) => cell.trim());
  if (/^D\d+$/.test(cells[1])) doubts.add(cells[1]);
  const held = cells.at(-2);
  if (held === "held by" || /^-+$/.test(held)) continue;
  let file;
  let tests = 0;
  for (const [, name] of held.matchAll(/`([^`]+)`/g)) {
    if (name.includes("/")) {
      file = name;
      if (!existsSync(file)) problems.push(`there is no ${file}`);
    } else {
      const above = aboveOf(name, file) ?? "";
      // A helper of that name holds nothing, and neither does what nobody runs.
      if (!/^ *#\[(tokio::test|wasm_bindgen_test|test)[\](]/m.test(above)) problems.push(`there is no test ${name} in ${file}`);
      else if (/^ *#\[ignore/m.test(above)) problems.push(`${name} in ${file} is ignored`);
      else tests += 1;
    }
  }
  if (!tests) problems.push(`no test holds "${cells[1]} ${cells[2]}"`);
  named += tests;
}
for (let number = 1; number <= 11; number += 1) {
  if (!doubts.has(`D${number}`)) problems.push(`D${number} is missing`);
}

if (problems.length) {
  console.error(problems.map((problem) => `${page}: ${problem}`).join("\n"));
  process.exit(1);
}
console.log(`${named} tests named in ${page} exist`);
