// What wasm-bindgen writes into its glue for more browsers and ways than there are here, made plainer. Each change must find what it
// changes, so that another version of wasm-bindgen is noticed.
import { fail } from "./wat.mjs";

/** A text's place and length, or 0 and nothing for none, where the caller has room for a result. */
const GIVE = "function give(at, text) {\n    const ptr = isLikeNone(text) ? 0 : passStringToWasm0(text, wasm.__wbindgen_malloc);\n"
  + "    const view = getDataViewMemory0();\n    view.setInt32(at + 4, WASM_VECTOR_LEN, true);\n    view.setInt32(at, ptr, true);\n}\n";

const CHANGES = [
  [/^ {12}let result;\n {12}try \{\n {16}result = (.* instanceof .*);\n {12}\} catch[\s\S]*?\n {12}\}\n {12}const ret = result;\n/gm, "            const ret = $1;\n"],
  // Functions that have no use for a `this` can be arrows, which terser makes of them where it sees that.
  [/function\(\) \{ return handleError\(function \((.*)\) \{([\s\S]*?)\n {8}\}, arguments\); \}/g, "handling(($1) => {$2\n        })"],
  [/^function handleError\(f, args\) \{\n {4}try \{\n {8}return f\.apply\(this, args\);\n([\s\S]*?)^\}\n/gm,
    "function handling(f) {\n    return (...args) => { try {\n        return f(...args);\n$1    };\n}\n"],
  // Every browser that knows the style sheet has these.
  [/^if \(!\('encodeInto' in [\s\S]*?^\}\n/gm, ""],
  [/\(typeof FinalizationRegistry === 'undefined'\)\n {4}\? .*\n {4}: (?=new FinalizationRegistry)/g, ""],
  [/typeof (globalThis|self|window|global) === 'undefined' \? undefined : \1/g, "globalThis"],
  // A buffer that memory has grown out of is another one.
  [/if \(cachedDataViewMemory0 === null .*\) \{/, "if (cachedDataViewMemory0?.buffer !== wasm.memory.buffer) {"],
  // The door keeps what is mounted, and always ends it.
  [/^ {4}free\(\) \{[\s\S]*?^ {4}\}\n/m, ""],
  [/^if \(Symbol\.dispose\) Mounted.*\n/m, ""],
  [/^const MountedFinalization = .*\n/m, ""],
  [/^ {8}MountedFinalization\..*\n/gm, ""],
  // Texts are short, so one way of encoding them is enough.
  [/^(function passStringToWasm0\(arg, malloc), realloc\) \{\n {4}if \(realloc === undefined\) \{\n([\s\S]*?) {4}\}\n[\s\S]*?^\}\n/m, "$1) {\n$2}\n"],
  [/, wasm\.__wbindgen_realloc\)/g, ")"],
  // What most results come through.
  [/(?:const|var) ptr1 = (?:isLikeNone\(ret\) \? 0 : )?passStringToWasm0\(ret, wasm\.__wbindgen_malloc\);\n +(?:const|var) len1 = WASM_VECTOR_LEN;\n +getDataViewMemory0\(\).*len1, true\);\n +getDataViewMemory0\(\).*ptr1, true\);/g, "give(arg0 >>> 0, ret);"],
  [/(?<=^ {12}return )isLikeNone\(ret\) \? 0 : addToExternrefTable0\(ret\);/gm, "place(ret);"],
  [/^function addToExternrefTable0/m, `${GIVE}function place(value) {\n    return isLikeNone(value) ? 0 : addToExternrefTable0(value);\n}\n$&`],
  // The door has these already (`shell` is an alias in scripts/release.sh).
  [/(?<=from ['"])\.\/snippets\/[^/]+\/src\/shell\//g, "shell/"],
  // It comes from one place in one way (src/embed/load.js).
  [/^async function __wbg_load\([\s\S]*/gm, "export default async (url) => __wbg_finalize_init(await load(url, __wbg_get_imports()));\n"],
];

/** The glue, plainer. */
export function plainer(glue) {
  return CHANGES.reduce((js, [what, by]) => {
    if (js.search(what) < 0) fail(`the glue has no ${what}`);
    return js.replace(what, by);
  }, glue);
}
