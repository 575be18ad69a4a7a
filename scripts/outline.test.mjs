// A module does the same whatever of it became a function of its own: functions made by chance, tried before and after.
// `make size` runs it: node --test scripts/
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parse, stretches } from "./forms.mjs";
import { features } from "./passes.mjs";
import { plain, read } from "./wat.mjs";

const LOCALS = { $a: "i32", $b: "i32", $c: "i64", $d: "i32", $e: "i64" };

/** Numbers by chance, the same for a seed. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What becomes of every local shows in a result. */
const all = Object.entries(LOCALS).reduce((sum, [name, type]) => {
  const value = type === "i64" ? `(local.get ${name})` : `(i64.extend_i32_s (local.get ${name}))`;
  return `(i64.add ${value} (i64.mul (i64.const 31) ${sum}))`;
}, "(i64.const 1)");

/** A function that ends: whatever jumps back burns fuel. */
function made(name, pick) {
  let labels = 0;
  const of = (type) => Object.keys(LOCALS).filter((local) => LOCALS[local] === type);
  const local = (type) => of(type)[pick(of(type).length)];
  const value = (type, deep = 2) => {
    const kind = deep ? pick(5) : pick(2);
    if (kind === 0) return `(${type}.const ${pick(9)})`;
    if (kind === 1) return `(local.get ${local(type)})`;
    if (kind === 2 && type === "i32") return `(i32.load (i32.const ${4 * pick(8)}))`;
    if (kind === 3) return `(local.tee ${local(type)} ${value(type, deep - 1)})`;
    return `(${type}.${["add", "xor", "mul"][pick(3)]} ${value(type, deep - 1)} ${value(type, deep - 1)})`;
  };
  const jump = (around) => {
    const to = around[pick(around.length)];
    const given = to?.type ? ` ${value(to.type)}` : "";
    switch (pick(4)) {
      case 0: return to ? `(br ${to.name}${given})` : "(nop)";
      case 1: return pick(3) ? "(nop)" : `(return ${all})`;
      case 2: return to && (to.type ? `(drop (br_if ${to.name}${given} ${value("i32")}))` : `(br_if ${to.name} ${value("i32")})`);
      default: {
        const plain = around.filter(({ type }) => !type).map(({ name }) => name);
        return plain.length ? `(br_table ${plain.join(" ")} (i32.and ${value("i32")} (i32.const 3)))` : "(nop)";
      }
    }
  };
  const rows = (around, deep, count) => Array.from({ length: count }, () => statement(around, deep)).join("\n");
  const statement = (around, deep) => {
    const type = Object.values(LOCALS)[pick(5)];
    const name = `$l${labels++}`;
    switch (deep ? pick(9) : pick(3)) {
      case 0: return `(i32.store (i32.const ${4 * pick(8)}) ${value("i32")})`;
      case 3: return `(block ${name} ${rows([...around, { name }], deep - 1, 3)})`;
      case 4: return `(local.set ${local(type)} (block ${name} (result ${type}) ${rows([...around, { name, type }], deep - 1, 3)} ${value(type)}))`;
      case 5: return `(loop ${name} (global.set $fuel (i32.sub (global.get $fuel) (i32.const 1)))
        (if (i32.le_s (global.get $fuel) (i32.const 0)) (then (unreachable))) ${rows([...around, { name }], deep - 1, 3)})`;
      case 6: return `(if ${value("i32")} (then ${rows(around, deep - 1, 3)}) (else ${rows(around, deep - 1, 2)}))`;
      case 7: return `(if ${value("i32")} (then ${rows(around, deep - 1, 3)} ${jump(around) ?? "(nop)"}))`;
      case 8: return jump(around) ?? "(nop)";
      default: return `(local.set ${local(type)} ${value(type)})`;
    }
  };
  return `(func $${name} (export "${name}") (param $a i32) (param $b i32) (result i64) (local $c i64) (local $d i32) (local $e i64)
    (local.set $c (i64.const 5)) (local.set $d (i32.const 6)) (local.set $e (i64.const 7)) ${rows([], 4, 6)} ${all})`;
}

/** What a function returns and leaves behind, or that it stops. */
function outcome(exports, name, args) {
  const memory = new Int32Array(exports.memory.buffer);
  memory.fill(7);
  exports.fuel.value = 40;
  try {
    const result = exports[name](...args);
    return [String(result), ...memory.slice(0, 8)];
  } catch (stopped) {
    return [stopped.constructor.name, ...memory.slice(0, 8)];
  }
}

test("a stretch does the same as a function of its own", () => {
  const dir = mkdtempSync(join(tmpdir(), "outline-"));
  const file = (name) => join(dir, name);
  const names = Array.from({ length: 120 }, (_, nth) => `f${nth}`);
  const functions = names.map((name, nth) => made(name, chance(nth + 1)));
  writeFileSync(file("in.wat"), `(module (memory (export "memory") 1) (global $fuel (export "fuel") (mut i32) (i32.const 0))\n${functions.join("\n")})`);
  execFileSync("wasm-as", [file("in.wat"), "-g", "-o", file("in.wasm"), ...features]);
  const keys = new Set();
  for (const part of read(file("in.wasm")).filter(({ kind }) => kind === "func")) {
    let nth = 0;
    // Not the first ones, which are nearly everything.
    stretches(parse(part.text), (_row, _from, key) => key && nth++ % 3 && keys.add(`${plain(part.name)}\t${key}`));
  }
  writeFileSync(file("list"), [...keys].join("\n"));
  execFileSync(process.execPath, [new URL("outline.mjs", import.meta.url).pathname, file("in.wasm"), file("list"), file("out.wasm")]);

  const [before, after] = ["in.wasm", "out.wasm"].map((name) => new WebAssembly.Module(readFileSync(file(name))));
  assert.ok(read(file("out.wasm")).length > read(file("in.wasm")).length + 60, "most functions have lost something");
  const [one, other] = [before, after].map((module) => new WebAssembly.Instance(module).exports);
  for (const name of names) {
    for (let nth = 0; nth < 12; nth++) {
      const args = [nth % 4, (nth * 5) % 7];
      assert.deepEqual(outcome(other, name, args), outcome(one, name, args), `${name}(${args})`);
    }
  }
  rmSync(dir, { recursive: true });
});
