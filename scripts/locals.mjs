// The locals of a function, as bits of a set (scripts/outline.mjs).

/** The locals of a function with their types. */
export function typesOf(func) {
  return new Map(func.filter((part) => part[0] === "param" || part[0] === "local").map(([, name, type]) => [name, type]));
}

function localsIn(form, words, bits) {
  if (!Array.isArray(form)) return 0n;
  const own = words.includes(form[0]) ? bits.get(form[1]) : 0n;
  return form.reduce((sum, part) => sum | localsIn(part, words, bits), own);
}

/** Which of them are written. */
export function writtenIn(form, bits) {
  return localsIn(form, ["local.set", "local.tee"], bits);
}

/** Which of them are read or written. */
export function touchedIn(form, bits) {
  return localsIn(form, ["local.get", "local.set", "local.tee"], bits);
}
