// Where the code and the option table have parted.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { cssProperties, events, methods, options, parts } from "./table.mjs";

const read = (file) => readFileSync(file, "utf8");
const under = (folder, ending) => readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(ending)).map((name) => read(join(folder, name)));
const found = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
const names = (list) => list.map(({ name }) => name);
// Without a package.json an old Node takes a .js for CommonJS; what has no imports can come as data.
const load = (file) => import(`data:text/javascript,${encodeURIComponent(read(file))}`);

const attributes = options.filter(({ attribute }) => attribute);
const optionOf = (name) => attributes.find(({ attribute }) => attribute === name);

const table = "src/embed/options.json";
const problems = [];
function same(what, known, where, told) {
  for (const name of new Set(told)) if (!known.includes(name)) problems.push(`${where} has the ${what} "${name}", which ${table} does not know`);
  for (const name of known) if (!told.includes(name)) problems.push(`${where} does not have the ${what} "${name}" of ${table}`);
}

/** What the door takes, and what Rust reads of it. */
async function inProperties() {
  const { names: pairs, choices } = await load("src/embed/properties.js");
  same("attribute", attributes.map(({ attribute }) => attribute), "src/embed/properties.js", pairs.map(([attribute]) => attribute));
  for (const [attribute, property] of pairs) {
    const told = optionOf(attribute)?.property;
    if (told && told !== property) problems.push(`${attribute}: its property is ${property}, not ${told}`);
  }
  for (const [attribute, values] of Object.entries(choices)) {
    same(`value of ${attribute}`, optionOf(attribute)?.values ?? [], "src/embed/properties.js", values.filter(Boolean));
  }

  const elsewhere = [...Object.keys(choices), "lang", "texts"];
  const inRust = attributes.filter(({ attribute }) => !elsewhere.includes(attribute));
  const config = read("src/embed/config.rs");
  same("attribute", inRust.map(({ attribute }) => attribute), "src/embed/config.rs", found(config, /(?:get_attribute\(|(?:url|whole)\(host, )"([a-z-]+)"/g));
  for (const [, name, number] of config.matchAll(/whole\(host, "([a-z-]+)", (\d+)/g)) {
    const told = optionOf(name)?.default;
    if (told !== Number(number)) problems.push(`${name}: the default is ${number} in src/embed/config.rs and ${told} in ${table}`);
  }
  for (const { attribute, kind, values, default: first } of inRust) {
    for (const value of kind === "choice" ? values : kind === "url" && first ? [first] : []) {
      if (!config.includes(`"${value}"`)) problems.push(`${attribute}: src/embed/config.rs does not know "${value}"`);
    }
  }
}

/** What a page hears, calls and styles. */
async function inViews() {
  const rust = under("src", ".rs").join("\n");
  const door = read("src/embed/door.js").replace(/^[\s\S]*?class Widget/, "");
  const inDoor = found(door, /#tell\(([^,)]*)/g).flatMap((call) => found(call, /"(\w+)"/g));
  same("event", names(events), "the code", [...found(rust, /(?:\.tell|emit)\([^"()]*"nexudus-([a-z-]+)"/g), ...inDoor]);
  same("event", names(events), "src/package/events.js", (await load("src/package/events.js")).events);
  same("method", names(methods), "src/embed/door.js", found(door, /^ {4}(\w+)\(\) \{/gm).filter((name) => !/Callback$|^constructor$/.test(name)));
  same("part", Object.keys(parts), "the code", [
    ...found(rust, /\.attr\("part", "([a-z-]+)"\)/g), ...found(rust, /\bdress\(\w+, "([a-z-]+)"/g), ...found(read("src/embed/placeholder.js"), /part: "([a-z-]+)"/g),
  ]);
  same("custom property", names(cssProperties), "style/", found(under("style", ".css").join("\n"), /var\((--nexudus-[a-z-]+)/g));
  const readme = read("README.md");
  for (const { name, default: first } of cssProperties) {
    if (!first) problems.push(`${name}: style/widget.css has no default`);
    if (!readme.includes(`\`${name}\``)) problems.push(`${name}: README.md does not name it`);
  }
}

/** Attributes that pages and documents use. */
function inPages() {
  for (const file of ["README.md", "docs/guide.md", "src/package/README.md", "index.html"]) {
    for (const [, element, text] of read(file).matchAll(/<nexudus-(inbox|desk)\s([^>]*)>/g)) {
      for (const name of found(text.replace(/'[^']*'|"[^"]*"/g, ""), /([a-z-]+)(?==|\s|$)/g)) {
        if (/^(id|class|slot|hidden|aria-.*|data-.*)$/.test(name)) continue;
        if (!optionOf(name)?.elements.includes(element)) problems.push(`${file}: <nexudus-${element}> has no attribute "${name}"`);
      }
    }
  }
}

export async function drift() {
  await inProperties();
  await inViews();
  inPages();
  return problems;
}
