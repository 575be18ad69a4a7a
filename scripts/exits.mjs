// The ways out of a stretch of a function (scripts/outline.mjs).
import { leaves } from "./forms.mjs";

/** The ways out of a stretch, that over its end first. */
export function exitsOf(stretch, { labels, end, result }) {
  const inside = new Set();
  const found = new Map();
  const see = (form) => {
    if (!Array.isArray(form)) return;
    if ((form[0] === "block" || form[0] === "loop") && typeof form[1] === "string") inside.add(form[1]);
    form.forEach(see);
    if (form[0] === "return") found.set("return", { kind: "return", type: result });
    if (!["br", "br_if", "br_table"].includes(form[0])) return;
    for (const label of form.filter((part) => typeof part === "string" && part.startsWith("$") && !inside.has(part))) {
      found.set(label, { kind: "br", label, type: labels.get(label) });
    }
  };
  stretch.forEach(see);
  return [...(leaves(stretch.at(-1)) ? [] : [{ kind: "fall", type: end }]), ...found.values()];
}

/** The labels around a row with what they take, what the row itself yields, and what the function does. */
export function surroundings(func, row) {
  const result = resultsOf(func);
  let found;
  const see = (form, labels, end) => {
    if (found || !Array.isArray(form)) return;
    const own = ["block", "loop", "if", "func"].includes(form[0]) ? resultsOf(form) : end;
    if ((form[0] === "block" || form[0] === "loop") && typeof form[1] === "string") {
      labels = new Map(labels).set(form[1], form[0] === "loop" ? [] : own);
    }
    if (form === row) found = { labels, end: own, result };
    else form.forEach((part) => see(part, labels, own));
  };
  see(func, new Map(), result);
  return found;
}

function resultsOf(form) {
  return form.filter((part) => part[0] === "result").flatMap((part) => part.slice(1));
}

/** The same with returns as ways to its end. */
export function withoutReturns(form) {
  if (!Array.isArray(form)) return form;
  const inner = form.map(withoutReturns);
  return form[0] === "return" ? ["br", "$left-return", ...inner.slice(1)] : inner;
}
