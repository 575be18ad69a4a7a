// Where the code and the option table have parted.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { cssProperties, events, methods, options, parts } from "./table.mjs";

const read = (file) => readFileSync(file, "utf8");
const under = (folder, ending) => readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(ending)).map((name) => read(join(folder, name)));
const found = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
// Without a package.json an old Node takes a .js for CommonJS; what has no imports can come as data.
const load = (file) => import(`data:text/javascript,${encodeURIComponent(read(file))}`);

export async function drift() {
  const problems = [];
  const same = (what, known, where, told) => {
    for (const name of new Set(told)) if (!known.includes(name)) problems.push(`${where} has the ${what} "${name}", which src/embed/options.json does not know`);
    for (const name of known) if (!told.includes(name)) problems.push(`${where} does not have the ${what} "${name}" of src/embed/options.json`);
  };

  const attributes = options.filter(({ attribute }) => attribute);
  const { names, choices } = await load("src/embed/properties.js");
  same("attribute", attributes.map(({ attribute }) => attribute), "src/embed/properties.js", names.map(([attribute]) => attribute));
  for (const [attribute, property] of names) {
    const option = options.find((option) => option.attribute === attribute);
    if (option && option.property !== property) problems.push(`${attribute}: its property is ${property}, not ${option.property}`);
  }
  for (const [attribute, values] of Object.entries(choices)) {
    same(`value of ${attribute}`, options.find((option) => option.attribute === attribute)?.values ?? [], "src/embed/properties.js", values.filter(Boolean));
  }

  const config = read("src/embed/config.rs");
  const elsewhere = [...Object.keys(choices), "lang", "texts"];
  same("attribute", attributes.map(({ attribute }) => attribute).filter((name) => !elsewhere.includes(name)), "src/embed/config.rs",
    found(config, /(?:get_attribute\(|(?:url|whole)\(host, )"([a-z-]+)"/g));
  for (const [, name, number] of config.matchAll(/whole\(host, "([a-z-]+)", (\d+)/g)) {
    const told = options.find((option) => option.attribute === name)?.default;
    if (told !== Number(number)) problems.push(`${name}: the default is ${number} in src/embed/config.rs and ${told} in the table`);
  }
  for (const { attribute, kind, values, default: first } of attributes) {
    if (elsewhere.includes(attribute)) continue;
    for (const value of kind === "choice" ? values : kind === "url" && first ? [first] : []) {
      if (!config.includes(`"${value}"`)) problems.push(`${attribute}: src/embed/config.rs does not know "${value}"`);
    }
  }

  const rust = under("src", ".rs").join("\n");
  const door = read("src/embed/door.js").replace(/^[\s\S]*?class Widget/, "");
  const told = events.map(({ name }) => name);
  const inDoor = found(door, /#tell\(([^,)]*)/g).flatMap((call) => found(call, /"(\w+)"/g));
  same("event", told, "the code", [...found(rust, /(?:\.tell|emit)\([^"()]*"nexudus-([a-z-]+)"/g), ...inDoor]);
  same("event", told, "src/package/events.js", (await load("src/package/events.js")).events);
  same("method", methods.map(({ name }) => name), "src/embed/door.js", found(door, /^ {4}(\w+)\(\) \{/gm).filter((name) => !/Callback$|^constructor$/.test(name)));
  same("part", Object.keys(parts), "the code", [
    ...found(rust, /\.attr\("part", "([a-z-]+)"\)/g), ...found(rust, /\bdress\(\w+, "([a-z-]+)"/g), ...found(read("src/embed/placeholder.js"), /part: "([a-z-]+)"/g),
  ]);
  same("custom property", cssProperties.map(({ name }) => name), "style/", found(under("style", ".css").join("\n"), /var\((--nexudus-[a-z-]+)/g));
  const readme = read("README.md");
  for (const { name, default: first } of cssProperties) {
    if (!first) problems.push(`${name}: style/widget.css has no default`);
    if (!readme.includes(`\`${name}\``)) problems.push(`${name}: README.md does not name it`);
  }

  for (const file of ["README.md", "docs/guide.md", "src/package/README.md", "index.html"]) {
    for (const tag of read(file).matchAll(/<nexudus-(inbox|desk)\s([^>]*)>/g)) {
      const used = found(tag[2].replace(/'[^']*'|"[^"]*"/g, ""), /([a-z-]+)(?==|\s|$)/g);
      for (const name of used) {
        if (/^(id|class|slot|hidden|aria-.*|data-.*)$/.test(name)) continue;
        if (!options.some(({ attribute, elements }) => attribute === name && elements.includes(tag[1]))) problems.push(`${file}: <nexudus-${tag[1]}> has no attribute "${name}"`);
      }
    }
  }
  return problems;
}
