// A function of a module as nested arrays, one for each pair of parentheses, and where in it another way may be taken.
import { createHash } from "node:crypto";
import { NAME } from "./wat.mjs";

const TOKEN = new RegExp(`${NAME}|"(?:[^"\\\\]|\\\\.)*"|[()]|[^\\s()"]+`, "g");

/** The text of one form as arrays of arrays and words. */
export function parse(text) {
  const open = [[]];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "(") open.push([]);
    else if (token === ")") open.at(-2).push(open.pop());
    else open.at(-1).push(token);
  }
  return open[0][0];
}

export const print = (form) => (Array.isArray(form) ? `(${form.map(print).join(" ")})` : form);

/** How many instructions, about. */
export const weight = (form) => (Array.isArray(form) ? form.reduce((sum, part) => sum + weight(part), 1) : 0);

/** Whether it is a row of statements. */
export const isRow = (form) => ["func", "block", "loop", "then", "else"].includes(form[0]);

/** Where the statements of a row begin, behind its name and types. */
export function firstOf(row) {
  const at = row.findIndex((part, at) => at && Array.isArray(part) && !["param", "result", "local", "type"].includes(part[0]));
  return at < 0 ? row.length : at;
}

const LEAVING = ["br", "br_table", "return", "unreachable"];
/** Whether what stands behind it in a row is never reached. */
export const leaves = (form) => LEAVING.includes(form?.[0]);
const parts = (form, is) => Array.isArray(form) && (is(form[0]) || form.some((part) => parts(part, is)));
const mayLeave = (form) => parts(form, (word) => word === "br_if" || LEAVING.includes(word));

/** Less than this is not worth a call. */
const LEAST = 12;

/**
 * The stretches of a function: from where another way may have been taken to the end of the row. Each is visited with its row, where
 * it begins, its key, and the stretch around it (what `visit` gave for that); the first is the whole function and has no key.
 */
export function stretches(func, visit) {
  const within = (form, around) => {
    if (!Array.isArray(form)) return;
    if (!isRow(form)) return form.forEach((part) => within(part, around));
    const first = firstOf(form);
    // A block is begun whenever it is reached.
    const isArm = form[0] === "then" || form[0] === "else";
    let inside = form === func ? visit(form, first) : isArm ? at(form, first, around) : around;
    for (let one = first; one < form.length; one++) {
      within(form[one], inside);
      if (one + 1 < form.length && mayLeave(form[one]) && !leaves(form[one])) inside = at(form, one + 1, inside);
    }
  };
  const at = (row, from, around) => {
    const stretch = row.slice(from);
    return weight(stretch) < LEAST ? around : visit(row, from, key(stretch), around);
  };
  within(func, undefined);
}

/** The same from build to build, as long as the same is done: without places, labels, numbers and the hashes of crates. */
function key(stretch) {
  const text = print(stretch).replace(/\$[\w.]+|=?-?\b\d[\w.+-]*|(?<=\w)\[[0-9a-f]{9,16}\]/g, "");
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
