// The option table, with what follows from it.
import { readFileSync } from "node:fs";

const table = JSON.parse(readFileSync("src/embed/options.json", "utf8"));
const sheet = readFileSync("style/widget.css", "utf8");

export const camel = (name) => name.replace(/-./g, (letters) => letters[1].toUpperCase());
export const pascal = (name) => camel(`-${name}`);

/** Each with the name of its property; `getToken` is a property alone. */
export const options = table.options.map((option) => ({ ...option, property: option.property ?? camel(option.attribute) }));
export const { events, methods, parts } = table;
/** Each with its default, which the style sheet alone knows. */
export const cssProperties = table.cssProperties.map(({ name, meaning }) => {
  const [, first] = sheet.match(new RegExp(`var\\(--nexudus-${name}, ((?:[^()]|\\([^()]*\\))+)\\)`)) ?? [];
  return { name: `--nexudus-${name}`, meaning, default: first };
});

export const elements = [
  { element: "inbox", tag: "nexudus-inbox", Class: "NexudusInboxElement", summary: "A member's notifications, or with `audience=\"staff\"` those of all customers." },
  { element: "desk", tag: "nexudus-desk", Class: "NexudusDeskElement", summary: "Where staff send notifications, keep the log of reminders, and see what became of both." },
];
export const of = (list, element) => list.filter((entry) => entry.elements.includes(element));

/** What an option's property takes, in TypeScript. */
export function typeOf({ kind, values, type }) {
  switch (kind) {
    case "choice": return values.map((value) => JSON.stringify(value)).join(" | ");
    case "number": return "number";
    case "object":
    case "function": return type;
    default: return "string";
  }
}

/** What an event's `detail` is, in TypeScript. */
export function detailOf({ detail }) {
  return detail ? `{ ${Object.entries(detail).map(([name, type]) => `${name}: ${type}`).join("; ")} }` : "null";
}
