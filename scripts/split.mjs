// Splits the inbox's wasm, so that a first visit downloads only what it runs:
//   node scripts/split.mjs IN.wasm LIST FIRST.wasm REST.wasm GLUE.js LATER.css
//
// The functions named in LIST stay in FIRST, with memory, table and data; the others go to REST, which src/embed/rest.js brings in
// later. A function that left and can be called from FIRST leaves a stub: it asks for REST, and then calls itself through its slot
// in the table, where REST has put the real one by then. So a LIST that does not fit costs bytes or time, and never makes
// anything wrong. IN has its name section still; GLUE is rewritten in place. What is no code and can wait goes with REST, too
// (scripts/later.mjs).
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { append, takeTexts } from "./later.mjs";
import { small } from "./passes.mjs";
import { NAME, fail, importing, plain, read, typeOf, write } from "./wat.mjs";

const [wasm, list, firstOut, restOut, glue, css] = process.argv.slice(2);
const PASSES = [...small(40), "--strip-debug", "--strip-producers", "--strip-target-features"];

const parts = read(wasm);
const of = (kind) => parts.filter((part) => part.kind === kind);
const functions = new Map(of("func").map((part) => [part.name, part]));
const quoted = (text) => text.match(/"[^"]*"/g);

// Where in the table each function stands. One may stand there twice, when it is the body of two.
const table = of("table").find(({ text }) => text.endsWith(" funcref)")) ?? fail("the module has no table of functions");
const size = Number(table.text.match(/ (\d+) \1 funcref\)$/)?.[1] ?? fail(`the table can grow: ${table.text}`));
const slots = new Map();
for (const { text } of of("elem")) {
  const [, from, names] = text.match(/\(i32\.const (\d+)\)(?: func)? (.*)\)$/) ?? fail(`an unknown segment: ${text.slice(0, 80)}`);
  names.match(new RegExp(NAME, "g")).forEach((name, at) => slots.set(name, [...(slots.get(name) ?? []), Number(from) + at]));
}
const exported = of("export").map(({ text }) => text.match(new RegExp(`\\(func (${NAME})`))?.[1]);

const stays = staying();
const moved = [...functions.values()].filter(({ name }) => !stays.has(name));
if (!moved.length) fail(`${list} names every function there is`);
const called = new Set([...stays].flatMap((name) => [...functions.get(name).calls]));
const stubs = new Set(moved.map(({ name }) => name).filter((name) => slots.has(name) || exported.includes(name) || called.has(name)));
const needed = new Set(moved.flatMap(({ calls }) => [...calls]));
const shared = [...stays].filter((name) => needed.has(name));

// Everything that is called across has a slot: two bytes, where an export has twice as many.
// What REST calls stands there from the start; where a stub leads, REST puts it.
const byName = (one, other) => (one < other ? -1 : 1);
const filled = shared.filter((name) => !slots.has(name)).sort(byName);
const added = [...filled, ...[...stubs].filter((name) => !slots.has(name))];
added.forEach((name, at) => slots.set(name, [size + at]));
const limit = size + added.length;

// Names for what crosses over, beside those that are taken.
const taken = new Set([...of("import"), ...of("export")].flatMap(({ text }) => quoted(text)));
let last = 0;
function fresh() {
  for (;;) {
    const name = `"${(last++).toString(36)}"`;
    if (!taken.has(name)) return name;
  }
}
const need = fresh();
const [module] = quoted(of("import")[0].text);
// Files of two releases must not meet. This is part of REST's address, and what its imports are called by.
const texts = takeTexts(glue);
const later = { texts: texts.json, css: readFileSync(css, "utf8") };
const version = [readFileSync(wasm), readFileSync(list), ...Object.values(later)]
  .reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex").slice(0, 8);
const opened = [];
const crossing = ["memory", "table", "global"].flatMap((kind) => of(kind).map((part) => crossed(kind, part)));

write(importing(first(), [`(import ${module} ${need} (func $need))`]), firstOut, ...PASSES);
write(rest(), restOut, ...PASSES);
append(restOut, later);
check();
rewriteGlue();
console.log(`split: ${stays.size} functions stay, ${moved.length} follow; ${stubs.size} stubs, ${shared.length} shared`);

function staying() {
  const listed = new Set(readFileSync(list, "utf8").split("\n").filter((line) => line && !line.startsWith("#") && !line.includes("\t")));
  // What the compiler left nameless is numbered, otherwise in each build.
  const stays = new Set([...functions.keys()].filter((name) => listed.has(plain(name)) || /^\$\d+$/.test(name)));
  if (stays.size < listed.size / 2) fail(`${list} names ${listed.size} functions and ${stays.size} of them are left; run \`make profile\``);
  // One that is no larger than its stub may as well stay, as long as it needs nothing that goes.
  for (let before = -1; before !== stays.size;) {
    before = stays.size;
    const reached = new Set([...slots.keys(), ...exported, ...[...stays].flatMap((name) => [...functions.get(name).calls])]);
    for (const { name, calls, size, params } of functions.values()) {
      const isFree = [...calls].every((callee) => !functions.has(callee) || stays.has(callee));
      if (reached.has(name) && isFree && size <= params.length + 3) stays.add(name);
    }
  }
  return stays;
}

/** How REST takes over memory, a table or a global; FIRST exports it, unless it does already. */
function crossed(kind, part) {
  const { name, text } = part;
  const already = of("export").find((part) => part.text.endsWith(`(${kind} ${name}))`));
  const as = already ? quoted(already.text)[0] : fresh();
  if (!already) opened.push({ kind: "export", text: ` (export ${as} (${kind} ${name}))` });
  const type = part === table ? `${limit} funcref` : text.match(kind === "global" ? / \S+ \S+ (\(mut \w+\)|\w+)/ : / \S+ \S+ (.*)\)$/)[1];
  return `(import "${version}" ${as} (${kind} ${name} ${type}))`;
}

function first() {
  const kept = parts.flatMap((part) => {
    if (part === table) return [{ ...part, text: ` (table ${table.name} ${limit} ${limit} funcref)` }];
    if (part.kind !== "func" || stays.has(part.name)) return [part];
    return stubs.has(part.name) ? [stub(part)] : [];
  });
  const segment = ` (elem (table ${table.name}) (i32.const ${size}) func ${filled.join(" ")})`;
  return [...kept, ...opened, ...(filled.length ? [{ kind: "elem", text: segment }] : [])];
}

function stub(part) {
  const args = part.params.map((_, at) => `(local.get ${at}) `).join("");
  const through = `(call_indirect ${table.name}${typeOf(part)} ${args}(i32.const ${slots.get(part.name)[0]}))`;
  return { ...part, text: `${part.signature}\n  (call $need)\n  ${through}\n )` };
}

function rest() {
  const links = shared.map((name) => `(import "slot" "${slots.get(name)[0]}" (func ${name}${typeOf(functions.get(name))}))`);
  const fills = [...stubs].flatMap((name) => slots.get(name).map((slot) => ({ slot, names: [name] }))).sort((a, b) => a.slot - b.slot);
  // Neighbours share a segment.
  const runs = [];
  for (const { slot, names } of fills) {
    const run = runs.at(-1);
    if (run && run.slot + run.names.length === slot) run.names.push(...names);
    else runs.push({ slot, names });
  }
  const segments = runs.map(({ slot, names }) => ({ kind: "elem", text: ` (elem (table ${table.name}) (i32.const ${slot}) func ${names.join(" ")})` }));
  return importing([...of("type"), ...of("import"), ...moved, ...segments], [...crossing, ...links]);
}

/** What REST wants, FIRST has, or the page. */
function check() {
  const [whole, one, two] = [wasm, firstOut, restOut].map((file) => new WebAssembly.Module(readFileSync(file)));
  const page = new Set(WebAssembly.Module.imports(whole).map(({ name }) => name));
  const given = new Map(WebAssembly.Module.exports(one).map(({ name, kind }) => [name, kind]));
  for (const { module: from, name, kind } of WebAssembly.Module.imports(two)) {
    const is = from === version ? given.get(name) === kind : from === "slot" ? Number(name) < limit : page.has(name);
    if (!is) fail(`${restOut} imports a ${kind} "${name}" from "${from}" that nothing gives it`);
  }
  for (const { name, kind } of WebAssembly.Module.exports(whole)) {
    if (given.get(name) !== kind) fail(`${firstOut} has lost its export "${name}"`);
  }
}

/** The stubs' import, and the loader that it asks. */
function rewriteGlue() {
  const exports = quoted(crossing.find((text) => text.includes(`(table ${table.name} `)))[1];
  const address = `new URL("${basename(restOut)}?${version}", import.meta.url)`;
  let js = readFileSync(glue, "utf8");
  const replace = (what, by) => {
    if (!what.test(js)) fail(`${glue} has no ${what}`);
    js = js.replace(what, by);
  };
  replace(/^ {4}const import0 = \{\n/m, (start) => `${start}        ${need}: () => need(),\n`);
  replace(/^ {4}wasm = instance\.exports;\n/m, (line) => `${line}    need = rest("${version}", wasm, wasm[${exports}], __wbg_get_imports, ${address}, english);\n`);
  // Closures that are garbage are let go when what does that has come: the collector runs when it likes, in a first view, too.
  replace(/(?<=FinalizationRegistry\(state => )wasm\.\w+\(state\.a, state\.b\)/, (call) => `there.then(() => ${call})`);
  writeFileSync(glue, `import { rest, there } from "rest";\nimport { english } from "${texts.from}";\nlet need;\n${js}`);
}
