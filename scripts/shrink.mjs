// Takes out of wasm and glue what no page can reach, and shortens the names between the two:
// node scripts/shrink.mjs GLUE.js GLUE_bg.wasm OUT.wasm [to-split] (GLUE.js is rewritten in place)
//
// wasm-bindgen keeps every exported class of every crate in the tree, used or not, and names each import with a hash that
// no compressor can fold. Both are a tenth of the download.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { plainer } from "./glue.mjs";
import { features, small } from "./passes.mjs";
import { fail } from "./wat.mjs";

const [glue, wasm, out, toSplit] = process.argv.slice(2);
// What scripts/split.mjs is to take apart keeps its names, and its functions stay by themselves.
const names = toSplit ? ["-g"] : ["--strip-debug", "--strip-producers"];

let js = plainer(readFileSync(glue, "utf8"));

// Everything the glue still names is a root; the rest of the exports and all that only they need goes.
const used = [...new Set([...js.matchAll(/\bwasm\.([\w$]+)/g)].map((match) => match[1]))];
const graph = `${out}.graph.json`;
const exports = used.map((name) => ({ name, export: name }));
writeFileSync(graph, JSON.stringify([{ name: "glue", reaches: used, root: true }, ...exports]));
const run = (tool, ...args) => execFileSync(tool, [...args, ...features], { stdio: ["ignore", "ignore", "inherit"] });
run("wasm-metadce", wasm, "--graph-file", graph, "-g", "-o", out);
rmSync(graph);
run("wasm-opt", out, "-g", ...small(toSplit ? 1 : 20), "-o", out);

// Short names, paired with the long ones by their places, which this pass leaves as they are.
const listed = (what) => WebAssembly.Module[what](new WebAssembly.Module(readFileSync(out)));
const [longImports, longExports] = [listed("imports"), listed("exports")];
run("wasm-opt", out, ...names, "--minify-imports-and-exports-and-modules", "-o", out);
const [shortImports, shortExports] = [listed("imports"), listed("exports")];
const exported = new Map(longExports.map(({ name }, at) => [name, shortExports[at].name]));
const ofGlue = new Map();
const ofSnippets = [];
longImports.forEach(({ module, name }, at) => {
  const short = shortImports[at].name;
  const snippet = js.match(new RegExp(`"${module.replace(/[.\\/]/g, "\\$&")}": (import[1-9]\\d*),`))?.[1];
  if (snippet) ofSnippets.push(`        ${short}: ${snippet}.${name},\n`);
  else if (js.includes(`        ${name}: `)) ofGlue.set(name, short);
  else fail(`the glue has no import ${name} of ${module}`);
});

js = js
  .replace(/^ {8}(\w+): (?:function|handling)\([\s\S]*?^ {8}\}\)?,\n/gm, (entry, name) => (ofGlue.has(name) ? entry : ""))
  .replace(/^( {8})(\w+)(?=: )/gm, (entry, indent, name) => indent + (ofGlue.get(name) ?? name))
  // The pass calls every module by one name, so what came from snippets moves in with the rest.
  .replace(/^ {8}"[^"]+": import[1-9]\d*,\n/gm, "")
  .replace(/"[^"]*_bg\.js": import0/, `"${shortImports[0].module}": import0`)
  .replace(/^ {4}const import0 = \{\n/m, (start) => start + ofSnippets.join(""))
  .replace(/\bwasm\.([\w$]+)/g, (use, name) => (exported.has(name) ? `wasm.${exported.get(name)}` : use));
js = `import { load } from "load";\n${js}`;
writeFileSync(glue, js);
