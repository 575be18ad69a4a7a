// Makes of the option table, src/embed/options.json, whatever says the same in other words:
//   node scripts/options.mjs                the tables in README.md, docs/guide.md and src/package/README.md, in place
//   node scripts/options.mjs --check        fails where those, or the code, have parted from it
//   node scripts/options.mjs --package OUT  types and custom-elements.json, for the package
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { drift } from "./options/drift.mjs";
import { manifest } from "./options/manifest.mjs";
import { renew } from "./options/markdown.mjs";
import { events, options } from "./options/table.mjs";
import { types } from "./options/types.mjs";

const [mode, out] = process.argv.slice(2);
const pages = ["README.md", "docs/guide.md", "src/package/README.md"];

if (mode === "--package") {
  writeFileSync(join(out, "nexudus-inbox.d.ts"), types());
  writeFileSync(join(out, "custom-elements.json"), manifest());
  copyFileSync("src/embed/options.json", join(out, "options.json"));
} else {
  const problems = mode === "--check" ? await drift() : [];
  for (const page of pages) {
    const text = readFileSync(page, "utf8");
    const fresh = renew(text, page);
    if (fresh === text) continue;
    if (mode === "--check") problems.push(`${page}: a table is not as src/embed/options.json has it; run node scripts/options.mjs`);
    else writeFileSync(page, fresh);
  }
  if (problems.length) {
    console.error(problems.map((problem) => `options: ${problem}`).join("\n"));
    process.exit(1);
  }
  console.log(`${options.length} options and ${events.length} events, told alike everywhere`);
}
