// Every dependency says in a line why it is there: node scripts/supply.mjs
//
// Licences, bans and sources are looked at by `cargo deny` (deny.toml).
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const problems = [];
let named = 0;

const metadata = JSON.parse(execFileSync("cargo", ["metadata", "--format-version", "1", "--locked", "--no-deps"], { maxBuffer: 2 ** 28 }));
for (const { name, manifest_path: manifest } of metadata.packages) {
  const text = readFileSync(manifest, "utf8");
  for (const [, section] of text.matchAll(/^\[(?:dev-|build-)?dependencies\]\n([\s\S]*?)(?=^\[|(?![\s\S]))/gm)) {
    for (const line of section.split("\n")) {
      const crate = line.match(/^([\w-]+)(?:\.workspace)?\s*=/)?.[1];
      if (!crate || crate.startsWith("nexudus")) continue;
      if (!line.includes("#") && !section.includes(`# ${crate}:`)) problems.push(`${name}: nothing says why ${crate} is there`);
      named += 1;
    }
  }
}

if (problems.length) {
  console.error(problems.map((problem) => `supply: ${problem}`).join("\n"));
  process.exit(1);
}
console.log(`${named} dependencies say why they are there`);
