// Takes a wasm module apart and puts it together again, as the text that Binaryen prints: there every function is one form and
// speaks of the others by name, so nothing has to be counted, and `wasm-as` checks what comes out.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { features } from "./passes.mjs";

const run = (tool, ...args) =>
  execFileSync(tool, [...args, ...features], { stdio: ["ignore", "pipe", "inherit"], maxBuffer: 2 ** 30 }).toString();

const KINDS = ["type", "import", "global", "memory", "table", "elem", "data", "export", "func"];
/** A name in the text: `$plain` or `$"with (odd) characters"`. */
export const NAME = /\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+)/.source;

export function fail(why) {
  console.error(`split: ${why}`);
  process.exit(1);
}

/** The module's parts as they stand: `{ kind, name, text }`, and of each function `head`, `body`, `params`, `results`, `calls`, `size`. */
export function read(wasm) {
  const text = run("wasm-dis", wasm, "-o", "-").replace(/^ ;;.*\n/gm, "");
  // Whatever is inside of a part is indented further.
  const parts = text.slice(text.indexOf("\n") + 1, text.lastIndexOf("\n)")).split(/\n(?= \()/).map((text) => {
    const [, kind, name] = text.match(new RegExp(`^ \\((\\w+) (${NAME})?`)) ?? fail(`"${text.slice(0, 60)}" is no part of a module`);
    if (!KINDS.includes(kind)) fail(`the module has a "${kind}", of which this script knows nothing`);
    if (kind === "func") return { kind, name, text, ...insideOf(text) };
    if (kind !== "import") return { kind, name, text };
    return { kind, text, name: text.match(new RegExp(`\\(func (${NAME})`))?.[1] ?? fail(`${text} imports no function`) };
  });
  const value = text.match(/\((?:memory\.init|data\.drop|table\.init|elem\.drop|ref\.func|return_call(?:_\w+)?) /);
  if (value) fail(`the module uses ${value[0]}), which this script cannot follow`);
  return parts;
}

function insideOf(text) {
  const lines = text.split("\n");
  // A function without anything in it is a line of its own.
  if (lines.length === 1) lines.splice(0, 1, lines[0].slice(0, -1), " )");
  let start = 1;
  while (lines[start].startsWith("  (local ")) start++;
  const body = lines.slice(start, -1).join("\n");
  const typesOf = (word) => [...lines[0].matchAll(new RegExp(`\\(${word} (?:${NAME} )?([^)]*)\\)`, "g"))].flatMap((match) => match[1].split(" "));
  return {
    signature: lines[0],
    head: lines.slice(0, start).join("\n"),
    body,
    params: typesOf("param"),
    results: typesOf("result"),
    calls: new Set([...body.matchAll(new RegExp(`\\(call (${NAME})`, "g"))].map((match) => match[1])),
    size: body.split("(").length - 1,
  };
}

/** The parts as a module, optimized by these passes if any. */
export function write(parts, out, ...passes) {
  const text = `${out}.wat`;
  writeFileSync(text, `(module\n${parts.map((part) => part.text).join("\n")}\n)\n`);
  run("wasm-as", text, "-g", "-o", out);
  rmSync(text);
  if (passes.length) run("wasm-opt", out, ...passes, "-o", out);
  if (!WebAssembly.validate(readFileSync(out))) fail(`${out} came out as no valid module`);
}

/** A function's type as a form writes it. */
export const typeOf = ({ params, results }) =>
  (params.length ? ` (param ${params.join(" ")})` : "") + (results.length ? ` (result ${results.join(" ")})` : "");

/** The parts with further imports: these stand before everything that is the module's own. */
export const importing = (parts, imports) => {
  const at = parts.findIndex(({ kind }) => kind !== "type");
  return parts.toSpliced(at, 0, ...imports.map((text) => ({ kind: "import", text: ` ${text}` })));
};

/**
 * A name as it is from build to build: without the hashes of crates, which change with every version of anything, and without the
 * number of one of several that are called alike.
 */
export const plain = (name) => name.replace(/^\$"?|"$/g, "").replace(/(?<=\w)\[[0-9a-f]{9,16}\]/g, "").replace(/(?<=[\w>}])(\.\d+|\[\d+\])$/, "");
