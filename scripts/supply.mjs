// Licences, bans and sources of everything that Cargo brings in: node scripts/supply.mjs
//
// `cargo deny` would do it as well and more, and takes longer to build than everything here together. Advisories need the network;
// where there is one, `cargo audit` reads the same lock file.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const allowed = new Set(["MIT", "Apache-2.0", "Unicode-3.0", "BSD-3-Clause", "Zlib", "ISC", "0BSD", "BSL-1.0", "CC0-1.0", "Unlicense", "Apache-2.0 WITH LLVM-exception"]);
const banned = {
  "console_error_panic_hook": "a release does not panic with words",
  "openssl-sys": "nothing here speaks TLS by itself",
};
const problems = [];

/** Whether a licence expression can be met with what is allowed. */
function fits(expression) {
  const tokens = expression.replaceAll("/", " OR ").match(/\(|\)|\bOR\b|\bAND\b|[^\s()]+(?: WITH [^\s()]+)?/g) ?? [];
  let at = 0;
  const one = () => {
    if (tokens[at] !== "(") return allowed.has(tokens[at++]);
    at += 1;
    const inner = any();
    at += 1;
    return inner;
  };
  const all = () => {
    let is = one();
    while (tokens[at] === "AND") { at += 1; is = one() && is; }
    return is;
  };
  const any = () => {
    let is = all();
    while (tokens[at] === "OR") { at += 1; is = all() || is; }
    return is;
  };
  return any();
}

const metadata = JSON.parse(execFileSync("cargo", ["metadata", "--format-version", "1", "--locked"], { maxBuffer: 2 ** 28 }));
const ours = new Set(metadata.workspace_members);
for (const { id, name, version, license, source } of metadata.packages) {
  const say = (what) => problems.push(`${name} ${version} ${what}`);
  if (name in banned) say(`is not wanted: ${banned[name]}`);
  // What is in this folder has no source.
  if (source !== null && !source.startsWith("registry+")) say(`comes from ${source}, which is no registry`);
  if (!license) say("names no licence");
  else if (!fits(license)) say(`is licensed ${license}`);
  if (ours.has(id) && source !== null) say("is ours and comes from elsewhere");
}

// Every direct dependency says in a line why it is there.
for (const { name, manifest_path: manifest } of metadata.packages.filter(({ id }) => ours.has(id))) {
  const text = readFileSync(manifest, "utf8");
  for (const [, section] of text.matchAll(/^\[(?:dev-|build-)?dependencies\]\n([\s\S]*?)(?=^\[|(?![\s\S]))/gm)) {
    for (const line of section.split("\n")) {
      const crate = line.match(/^([\w-]+)(?:\.workspace)?\s*=/)?.[1];
      if (crate && !crate.startsWith("nexudus") && !line.includes("#") && !section.includes(`# ${crate}:`)) problems.push(`${name}: nothing says why ${crate} is there`);
    }
  }
}

if (problems.length) {
  console.error(problems.map((problem) => `supply: ${problem}`).join("\n"));
  process.exit(1);
}
console.log(`${metadata.packages.length} packages looked at`);
