// The lines of guide and README that a page's author copies, as modules of host pages: node scripts/guide-pages.mjs OUT. Each
// stands there as it is printed; only what the text says to change is changed.
import { readFileSync, writeFileSync } from "node:fs";

const out = process.argv[2];

/** The one code block of a document that holds a text, without the indentation of its list. */
function block(file, text) {
  const blocks = [...readFileSync(file, "utf8").matchAll(/^( *)```[a-z]+\n([^]*?)^\1```$/gm)];
  const found = blocks.filter(([, , code]) => code.includes(text));
  if (found.length !== 1) throw new Error(`${file}: ${found.length} code blocks hold ${JSON.stringify(text)}, and not one`);
  const [, indent, code] = found[0];
  return code.replaceAll(new RegExp(`^${indent}`, "gm"), "");
}

/** With a text changed that has to stand there once. */
function changed(code, from, to) {
  if (code.split(from).length !== 2) throw new Error(`not once in the code block: ${from}`);
  return code.replace(from, () => to);
}

const write = (name, code) => writeFileSync(`${out}/${name}`, code);
const portal = '"https://your-space.spaces.nexudus.com"';

write("guide-element.js", block("docs/guide.md", "yourOwn.session("));
write("readme-element.js", block("README.md", "session.current("));

let app = block("docs/guide.md", "// app.js\n");
app = changed(app, '"https://files.example.com/nexudus-inbox-0.1.0"', '"/assets"');
app = changed(app, portal, "location.origin");
// "Add this after `Object.assign`."
const assigned = "    });\n\n    // A click on a row";
const given = block("docs/guide.md", "bell.getToken =").replaceAll(/^(?=.)/gm, "    ");
write("guide-app.js", changed(app, assigned, `    });\n${given}\n    // A click on a row`));

write("guide-react.jsx", changed(block("docs/guide.md", 'from "nexudus-inbox/react"'), portal, '""'));
