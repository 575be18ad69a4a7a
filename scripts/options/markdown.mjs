// The tables of the README and the guide, each between `<!-- options: NAME -->` and `<!-- /options -->`.
import { cssProperties, detailOf, events, methods, options, parts } from "./table.mjs";

const code = (text) => `\`${text}\``;
const cell = (text) => String(text).replaceAll("|", "\\|");
const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

/** A sentence as the cell of a table: without its full stop where it is the only one. */
const short = (sentence) => {
  const lower = /^[A-Z][a-z]/.test(sentence) && !/^(English|Nexudus)/.test(sentence) ? sentence[0].toLowerCase() + sentence.slice(1) : sentence;
  return lower.replace(/\.$/, "");
};
const who = ({ elements }) => (elements.length > 1 ? "both" : elements[0]);
const byDefault = (option) => option.defaultMeaning ?? code(option.default);
const name = (option) => code(option.attribute ?? option.property);

function takes(option) {
  const { kind, values, minimum, maximum, also } = option;
  if (kind === "choice" || kind === "language") return values.map(code).join(", ");
  if (kind === "number") return `${also === undefined ? "" : `${code(also)}, `}${minimum} to ${maximum}`;
  return { url: "an http(s) address, or a path of this site", object: "an object; as an attribute, JSON", function: "a function" }[kind];
}

const sections = {
  attributes: () => table(["attribute", "element", "meaning", "default"],
    options.filter((option) => option.attribute).map((option) => [name(option), who(option), short(option.meaning), byDefault(option)])),

  "every option": () => table(["attribute", "property", "element", "takes", "default", "meaning"],
    options.map((option) => [option.attribute ? code(option.attribute) : "none", code(option.property), who(option), takes(option), byDefault(option), option.meaning])),

  events: () => table(["event", "element", "`detail`", "when"],
    events.map((event) => [code(`nexudus-${event.name}`), who(event), event.detail ? code(detailOf(event)) : "none", event.meaning])),

  "events in short": () => events.map((event) => {
    const fields = Object.keys(event.detail ?? {}).join(", ");
    return code(`nexudus-${event.name}`) + (fields ? ` (${code(fields)})` : "");
  }).join(", ").replace(/(.{100,130}, )/g, "$1\n").replace(/ $/gm, ""),

  methods: () => table(["method", "element", "what it does"], methods.map((method) => [code(`${method.name}()`), who(method), method.meaning])),

  "custom properties": () => table(["property", "for", "default"],
    cssProperties.map((property) => [code(property.name), property.meaning, code(property.default)])),

  parts: () => table(["part", "what it is"], Object.entries(parts).map(([part, meaning]) => [code(part), meaning])),

  "parts in short": () => fold(`${Object.keys(parts).map(code).join(", ")}.`),
};

/** Lines of at most 130 characters. */
function fold(text) {
  return text.replace(/(.{1,130})(?: |$)/g, "$1\n").trimEnd();
}

/** The text with each section written anew. */
export function renew(text, file) {
  return text.replace(/(<!-- options: ([\w ]+) -->\n)[\s\S]*?(<!-- \/options -->)/g, (_, start, section, end) => {
    if (!sections[section]) throw new Error(`${file}: there is no section "${section}"`);
    return `${start}\n${sections[section]()}\n\n${end}`;
  });
}
