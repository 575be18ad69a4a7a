// Makes functions of their own of what a first view never reaches inside the functions that it runs, so that scripts/split.mjs can
// send them later: node scripts/outline.mjs IN.wasm LIST OUT.wasm
//
// LIST has the keys of these stretches (scripts/forms.mjs). A stretch becomes a function that gets the locals it reads. Which way it
// leaves by is what it returns; values, and locals that somebody reads later, it leaves in globals. A key that fits nothing moves
// nothing, and one that fits too much is a call that waits.
import { readFileSync } from "node:fs";
import { exitsOf, surroundings, withoutReturns } from "./exits.mjs";
import { firstOf, parse, print, stretches, weight } from "./forms.mjs";
import { liveness } from "./liveness.mjs";
import { touchedIn, typesOf, writtenIn } from "./locals.mjs";
import { plain, read, write } from "./wat.mjs";

const [wasm, list, out] = process.argv.slice(2);
const seldom = new Set(readFileSync(list, "utf8").split("\n").filter((line) => line.includes("\t")));
const NUMBERS = ["i32", "i64", "f32", "f64"];
const globals = new Set();
const made = [];

const parts = read(wasm).flatMap((part) => {
  if (part.kind !== "func") return [part];
  const func = parse(part.text);
  const chosen = [];
  stretches(func, (row, from, key, inside) => {
    if (inside) return true;
    if (!key || !seldom.has(`${plain(part.name)}\t${key}`)) return false;
    chosen.push({ row, start: row[from], key });
    return true;
  });
  const own = chosen.flatMap((stretch, nth) => outline(func, { ...stretch, name: within(part.name, stretch.key, nth) }) ?? []);
  if (!own.length) return [part];
  made.push(...own);
  return [{ ...part, text: ` ${print(func)}` }, ...own.map((form) => ({ kind: "func", text: ` ${print(form)}` }))];
});
for (const name of globals) parts.splice(parts.findIndex(({ kind }) => kind === "func"), 0, { kind: "global", text: register(name) });
write(parts, out);
console.log(`outline: ${made.length} of ${seldom.size} stretches, ${made.reduce((sum, form) => sum + weight(form), 0)} instructions`);

/** What a stretch is called; it stays beside its function in order of names. */
function within(name, key, nth) {
  const own = name.endsWith('"') ? name.slice(0, -1) : `$"${name.slice(1)}`;
  return `${own}{${key}.${nth}}"`;
}

function register(name) {
  const type = name.match(/[if]\d\d/)[0];
  return ` (global ${name} (mut ${type}) (${type}.const 0))`;
}

/** A global of a type; the numbered ones are for locals, the one without a number for a value. */
function global(type, number = "") {
  const name = `$left-${type}${number}`;
  globals.add(name);
  return name;
}

/** Puts a call in a stretch's place, and returns the function; nothing where that would not be less. */
function outline(func, { row, start, name }) {
  const types = typesOf(func);
  const bits = new Map([...types.keys()].map((name, at) => [name, 1n << BigInt(at)]));
  const namesIn = (set) => [...types.keys()].filter((name) => set & bits.get(name));
  const around = surroundings(func, row);
  let seen;
  liveness(bits, (visited, env, after) => { if (visited === row) seen = { env, after }; }).row(func, 0n, new Map());

  // By what it begins with: the row may be the function itself, which gets locals on the way.
  const stretch = row.slice(row.indexOf(start));
  const exits = exitsOf(stretch, around);
  if (exits.some(({ type }) => type.length > 1)) return undefined;
  const matters = exits.reduce((sum, { kind, label }) =>
    sum | (kind === "fall" ? seen.after : kind === "br" ? seen.env.get(label) : 0n), 0n);
  const results = namesIn(writtenIn(stretch, bits) & matters);
  const masked = results.reduce((sum, name) => sum | bits.get(name), 0n);
  const labels = new Map([...seen.env.keys()].map((label) => [label, masked]));
  const params = namesIn(liveness(bits).all(stretch, 0, masked, labels));
  const touched = namesIn(touchedIn(stretch, bits) | masked);
  if (touched.some((name) => !NUMBERS.includes(types.get(name)))) return undefined;
  if (weight(stretch) < 8 + params.length + 2 * results.length + 4 * (exits.length - 1)) return undefined;

  const counts = new Map();
  const places = results.map((local) => {
    const type = types.get(local);
    counts.set(type, (counts.get(type) ?? -1) + 1);
    return [local, global(type, counts.get(type))];
  });
  const fresh = (type) => {
    const local = `$left${types.size}`;
    types.set(local, type);
    func.splice(firstOf(func), 0, ["local", local, type]);
    return local;
  };
  const { body, type, code } = bodyOf(stretch, exits, places);
  const call = ["call", name, ...params.map((local) => ["local.get", local])];
  const load = places.map(([local, place]) => ["local.set", local, ["global.get", place]]);
  const statements = siteOf({ call, load, exits, type, code }, fresh);
  row.splice(row.indexOf(start), stretch.length, ...statements);
  const locals = touched.filter((local) => !params.includes(local)).map((local) => ["local", local, types.get(local)]);
  const extra = code ? [["local", "$left-code", "i32"]] : type ? [["local", "$left-value", type]] : [];
  return [["func", name, ...params.map((local) => ["param", local, types.get(local)]),
    ...(code ? [["result", "i32"]] : type ? [["result", type]] : []), ...locals, ...extra, ...body]];
}

/** What stands in the stretch's place. */
function siteOf({ call, load, exits, type, code }, fresh) {
  const go = ({ kind, label, type: [type] }, value) => {
    if (kind === "fall") return value ? [value] : [];
    return [[...(kind === "br" ? ["br", label] : ["return"]), ...(type ? [value] : [])]];
  };
  if (!exits.length) return [call, ["unreachable"]];
  if (!code) {
    if (!type) return [call, ...load, ...go(exits[0])];
    if (!load.length) return go(exits[0], call);
    const value = fresh(type);
    return [["local.set", value, call], ...load, ...go(exits[0], ["local.get", value])];
  }
  const way = fresh("i32");
  const valueOf = ({ type: [type] }) => (type ? ["global.get", global(type)] : undefined);
  const [last, ...others] = exits;
  const asks = others.map((exit, at) => ["if", ["i32.eq", ["local.get", way], ["i32.const", String(at + 1)]], ["then", ...go(exit, valueOf(exit))]]);
  return [["local.set", way, call], ...load, ...asks, ...go(last, valueOf(last))];
}

/** The function's body. With several ways out it returns the number of the one that was taken. */
function bodyOf(stretch, exits, places) {
  const store = places.map(([local, place]) => ["global.set", place, ["local.get", local]]);
  const inner = withoutReturns(stretch);
  const named = ({ kind, label }) => (kind === "br" ? label : "$left-return");
  if (exits.length < 2) {
    const [exit] = exits;
    const [type] = exit?.type ?? [];
    const label = !exit || exit.kind === "fall" ? [] : [named(exit)];
    if (!exit || (!store.length && !label.length)) return { body: inner, type };
    const block = ["block", ...label, ...(type ? [["result", type]] : []), ...inner];
    if (!type) return { body: [block, ...store] };
    return { body: [["local.set", "$left-value", block], ...store, ["local.get", "$left-value"]], type };
  }
  const leave = (way) => ["br", "$left-way", ["i32.const", String(way)]];
  let body = inner;
  exits.forEach((exit, way) => {
    const [type] = exit.type;
    if (exit.kind === "fall") {
      const block = type ? [["global.set", global(type), ["block", ["result", type], ...body]]] : body;
      body = [...block, leave(way)];
      return;
    }
    const block = ["block", named(exit), ...(type ? [["result", type]] : []), ...body];
    body = [type ? ["global.set", global(type), block] : block, leave(way)];
  });
  const way = ["local.set", "$left-code", ["block", "$left-way", ["result", "i32"], ...body]];
  return { body: [way, ...store, ["local.get", "$left-code"]], code: true };
}
