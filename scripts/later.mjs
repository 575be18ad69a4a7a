// What a release sends with the rest of the wasm although it is no code: English texts and rules of style that a first view does without.
// Used by scripts/split.mjs; src/embed/rest.js takes it out again.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail } from "./wat.mjs";

const TABLE = /^Object\.assign\(english, (\{\n[\s\S]*?^\})\);\n/m;

/** Takes the later table out of the texts that a glue imports; returns it as JSON, and from where the glue imports the others. */
export function takeTexts(glue) {
  const [, from] = readFileSync(glue, "utf8").match(/from ['"](\.\/snippets\/[^'"]*\/src\/i18n\/texts\.js)['"]/) ?? fail(`${glue} imports no texts`);
  const file = join(dirname(glue), from);
  const texts = readFileSync(file, "utf8");
  const [, table] = texts.match(TABLE) ?? fail(`${file} has no later table`);
  writeFileSync(file, texts.replace(TABLE, ""));
  return { from, json: JSON.stringify(new Function(`return ${table}`)()) };
}

/** Appends texts to a module, each as a custom section of its name. */
export function append(wasm, sections) {
  const encoded = Object.entries(sections).map(([name, text]) => {
    const body = Buffer.concat([length(name), Buffer.from(name), Buffer.from(text)]);
    return Buffer.concat([Buffer.from([0]), leb(body.length), body]);
  });
  writeFileSync(wasm, Buffer.concat([readFileSync(wasm), ...encoded]));
}

const length = (text) => leb(Buffer.byteLength(text));

function leb(number) {
  const bytes = [];
  for (; number > 127; number >>= 7) bytes.push((number & 127) | 128);
  return Buffer.from([...bytes, number]);
}
