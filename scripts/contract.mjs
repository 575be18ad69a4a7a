// Looks up every test that docs/contract.md names: node scripts/contract.mjs
import { existsSync, readFileSync } from "node:fs";

const page = "docs/contract.md";
const problems = [];
const doubts = new Set();
let named = 0;

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
    } else if (!file || !existsSync(file) || !new RegExp(`fn ${name}\\(`).test(readFileSync(file, "utf8"))) {
      problems.push(`there is no test ${name} in ${file}`);
    } else tests += 1;
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
