// What wasm-opt is told, for scripts/shrink.mjs and scripts/split.mjs. bench/README.md has what each of it gave.

/** The features rustc emits, by name: with all of them wasm-opt writes types that browsers refuse. */
export const features = ["bulk-memory", "bulk-memory-opt", "nontrapping-float-to-int", "reference-types", "sign-ext",
  "mutable-globals", "multivalue"].map((name) => `--enable-${name}`);

/**
 * What counts is the download and not the module: many small functions that are alike, short blocks, and neighbours of one kind
 * (by name) compress better, so little is put into its caller and hardly anything is kept in a local for later. Nothing lies in
 * the lowest kilobyte, which is the far end of the stack.
 * @param {number} inlined how large a function may be that becomes part of its only caller
 */
export const small = (inlined) => ["--flatten", "--rereloop", "-Oz", "-Oz", "-tnh", "--low-memory-unused",
  "--always-inline-max-function-size=4", "--flexible-inline-max-function-size=0", `--one-caller-inline-max-function-size=${inlined}`,
  "--skip-pass=local-cse", "--reorder-functions-by-name"];
