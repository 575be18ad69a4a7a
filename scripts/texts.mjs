// Compares the texts of all languages with each other and with the keys that Rust asks for: node scripts/texts.mjs
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const problems = [];
const source = "src/i18n";

// Browsers take any .js as a module; every version of Node does so where a package.json says it.
const copy = mkdtempSync(join(tmpdir(), "texts-"));
for (const folder of [source, "src/embed"]) cpSync(folder, join(copy, basename(folder)), { recursive: true });
writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
const load = (name) => import(join(copy, "i18n", name));
const { english: inbox } = await load("texts.js");
const { desk } = await load("desk.js");
const { english: door } = await load("../embed/placeholder.js");
const translations = new Map();
for (const file of readdirSync(join(source, "lang")).filter((name) => name.endsWith(".js"))) {
  const [mine, staffs] = [(await load(join("lang", file))).default, (await load(join("lang/desk", file))).default];
  for (const key of Object.keys(mine)) {
    if (key in desk || key in staffs) problems.push(`lang/${file}: "${key}" belongs into lang/desk/${file} alone`);
  }
  translations.set(file.replace(/\.js$/, ""), { ...mine, ...staffs });
}
rmSync(copy, { recursive: true });

// Of a key that is written twice, the second silently takes the place of the first.
for (const file of readdirSync(source, { recursive: true }).filter((name) => /\.js$/.test(name) && name !== "language.js")) {
  const keys = [...readFileSync(join(source, file), "utf8").matchAll(/^ {2}(\w+):/gm)].map((match) => match[1]);
  for (const key of new Set(keys.filter((key, at) => keys.indexOf(key) !== at))) problems.push(`${file}: "${key}" stands there twice`);
}

// Keys are the literals in the first argument of texts.say(…), texts.with(…) and texts.count(…), be it an `if` or a `match`.
const uses = [];
for (const file of readdirSync("src", { recursive: true }).filter((name) => name.endsWith(".rs"))) {
  const rust = readFileSync(join("src", file), "utf8").replace(/^\s*\/\/.*$/gm, "");
  for (const call of rust.matchAll(/\btexts\s*\.\s*(say|with|count)\(/g)) {
    const argument = firstArgument(rust, call.index + call[0].length);
    const keys = [...argument.matchAll(/"([^"]*)"/g)].map((match) => match[1]);
    if (!keys.length) problems.push(`src/${file}: texts.${call[1]}(${argument}) does not write its key out`);
    for (const key of keys) uses.push({ key, file: `src/${file}`, counts: call[1] === "count" });
  }
}

function firstArgument(rust, from) {
  let depth = 0;
  for (let at = from; at < rust.length; at += 1) {
    if ("([{".includes(rust[at])) depth += 1;
    if (",)]}".includes(rust[at]) && depth === 0) return rust.slice(from, at).trim();
    if (")]}".includes(rust[at])) depth -= 1;
  }
  return rust.slice(from);
}

const english = { ...inbox, ...desk, ...door };
for (const key of Object.keys(door)) uses.push({ key, file: "src/embed/placeholder.js", counts: false });
for (const { key, file, counts } of uses) {
  if (!(key in english)) problems.push(`${file}: "${key}" is missing in English`);
  else if (counts !== (typeof english[key] === "object")) problems.push(`${file}: "${key}" is ${counts ? "" : "not "}counted here alone`);
  if (key in desk && !file.startsWith("src/desk/")) problems.push(`${file}: "${key}" stands in desk.js, which only the desk fetches`);
}
for (const key of Object.keys(english)) {
  if (!uses.some((use) => use.key === key)) problems.push(`English: "${key}" is used nowhere`);
  if (key in inbox && key in desk) problems.push(`English: "${key}" stands in texts.js and in desk.js`);
}

const places = (text) => [...new Set(text.match(/\{\w\}/g))].sort().join(" ") || "no place";

const named = readFileSync(`${source}/language.js`, "utf8") + readFileSync("src/embed/beside.rs", "utf8");
for (const language of translations.keys()) {
  for (const name of [`"./lang/${language}.js"`, `"./lang/desk/${language}.js"`, `"/src/i18n/lang/${language}.js"`, `"/src/i18n/lang/desk/${language}.js"`]) {
    if (!named.includes(name)) problems.push(`${language}: ${name} stands neither in language.js nor in beside.rs`);
  }
}

translations.set("en", english);
const options = JSON.parse(readFileSync("src/embed/options.json", "utf8")).options;
for (const [where, listed] of [
  ["`names` in src/i18n/language.js", [...named.match(/const names = \{([^}]*)\}/)[1].matchAll(/([\w-]+)"?: "/g)].map((match) => match[1])],
  ["`values` of `lang` in src/embed/options.json", options.find(({ attribute }) => attribute === "lang").values],
]) {
  for (const language of translations.keys()) if (!listed.includes(language)) problems.push(`${language}: ${where} does not list it`);
  for (const language of listed) if (!translations.has(language)) problems.push(`${language}: ${where} lists it, and src/i18n/lang/ has no such file`);
}

for (const [language, table] of translations) {
  const say = (key, what) => problems.push(`${language}: "${key}" ${what}`);
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const key of Object.keys(table)) if (!(key in english)) say(key, "is unknown in English");
  for (const [key, original] of Object.entries(english)) {
    const entry = table[key];
    if (entry === undefined) {
      say(key, "is missing");
      continue;
    }
    if (typeof entry !== typeof original) {
      say(key, typeof original === "object" ? "has no plural forms" : "has plural forms");
      continue;
    }
    const isCounted = typeof entry === "object";
    if (isCounted) for (const category of categories) if (!(category in entry)) say(key, `has no form for "${category}"`);
    for (const [category, text] of isCounted ? Object.entries(entry) : [["", entry]]) {
      if (isCounted && !categories.includes(category)) say(key, `has a form for "${category}", which ${language} does not know`);
      const model = isCounted ? original[category] ?? original.other : original;
      if (places(text) !== places(model)) say(key, `has ${places(text)} in "${text}" where English has ${places(model)}`);
    }
  }
}

if (problems.length) {
  console.error(problems.map((problem) => `texts: ${problem}`).join("\n"));
  process.exit(1);
}
console.log(`${Object.keys(english).length} texts in ${translations.size} languages`);
