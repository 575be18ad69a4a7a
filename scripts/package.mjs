// What makes a folder of files a package: node scripts/package.mjs OUT writes package.json, checksums, and the tags that use them.
// Nothing in them depends on when or where it is done.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [out] = process.argv.slice(2);
const write = (name, text) => writeFileSync(join(out, name), text);
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const cargo = readFileSync("Cargo.toml", "utf8");
const said = (key) => cargo.match(new RegExp(`^${key} = "(.+)"$`, "m"))[1];
const [version, license] = [said("version"), said("license")];

const wasm = readdirSync(out).filter((name) => name.endsWith(".wasm")).sort();
const typed = (types, file) => ({ types: `./${types}.d.ts`, default: `./${file}.js` });
write("package.json", json({
  name: "nexudus-inbox",
  version,
  description: said("description"),
  keywords: ["nexudus", "notifications", "inbox", "custom-element", "web-component", "wasm"],
  license,
  type: "module",
  main: "./nexudus-inbox.js",
  types: "./nexudus-inbox.d.ts",
  exports: {
    ".": typed("nexudus-inbox", "nexudus-inbox"),
    "./desk": typed("nexudus-desk", "nexudus-desk"),
    "./react": typed("react", "react"),
    "./vue": typed("vue", "vue"),
    ...Object.fromEntries(
      [...wasm, "custom-elements.json", "options.json", "integrity.json", "package.json"].map((file) => [`./${file}`, `./${file}`]),
    ),
    "./lang/*": "./lang/*",
  },
  customElements: "./custom-elements.json",
  sideEffects: ["./nexudus-inbox.js", "./nexudus-desk.js"],
  files: ["*.js", "*.d.ts", "*.wasm", "*.json", "lang", "guide.md", "snippet.html", "LICENSE-*"],
  peerDependencies: { react: ">=18", vue: ">=3.3" },
  peerDependenciesMeta: { react: { optional: true }, vue: { optional: true } },
}));

const hash = (name) => `sha384-${createHash("sha384").update(readFileSync(join(out, name))).digest("base64")}`;
for (const name of ["integrity.json", "snippet.html"]) rmSync(join(out, name), { force: true });
const files = readdirSync(out, { recursive: true }).map((name) => name.replaceAll("\\", "/")).filter((name) => statSync(join(out, name)).isFile());
write("integrity.json", json(Object.fromEntries(files.sort().map((name) => [name, hash(name)]))));

write("snippet.html", `<!-- nexudus-inbox ${version}, its files in /assets/ of your site. Hashes are of this very build. -->
<script type="module" src="/assets/nexudus-inbox.js" integrity="${hash("nexudus-inbox.js")}"></script>

<!-- On a page with the staff desk besides: -->
<link rel="modulepreload" href="/assets/nexudus-desk.js" integrity="${hash("nexudus-desk.js")}">
`);
console.log(`nexudus-inbox ${version} in ${out}: ${files.length + 2} files`);
