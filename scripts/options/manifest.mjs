// custom-elements.json, which editors read: https://github.com/webcomponents/custom-elements-manifest
import { cssProperties, detailOf, elements, events, methods, of, options, parts, typeOf } from "./table.mjs";

const path = "nexudus-inbox.js";
const byDefault = (option) => option.defaultMeaning ?? JSON.stringify(option.default);

const declaration = ({ element, tag, Class, summary }) => ({
  kind: "class",
  customElement: true,
  name: Class,
  tagName: tag,
  description: summary,
  superclass: { name: "HTMLElement" },
  attributes: of(options, element).filter(({ attribute }) => attribute).map((option) => ({
    name: option.attribute, fieldName: option.property, type: { text: typeOf(option) }, default: byDefault(option), description: option.meaning,
  })),
  members: [
    ...of(options, element).map((option) => ({
      kind: "field", name: option.property, type: { text: `${typeOf(option)} | null` }, description: option.meaning,
      ...(option.attribute ? { attribute: option.attribute, reflects: true } : {}),
    })),
    ...of(methods, element).map(({ name, meaning }) => ({ kind: "method", name, description: meaning, return: { type: { text: "void" } } })),
  ],
  events: of(events, element).map((event) => ({ name: `nexudus-${event.name}`, type: { text: `CustomEvent<${detailOf(event)}>` }, description: event.meaning })),
  cssProperties: cssProperties.map(({ name, meaning, default: first }) => ({ name, description: meaning, default: first })),
  cssParts: Object.entries(parts).map(([name, description]) => ({ name, description })),
});

export const manifest = () => `${JSON.stringify({
  schemaVersion: "2.1.0",
  modules: [{
    kind: "javascript-module",
    path,
    declarations: [...elements.map(declaration), { kind: "function", name: "mount", description: "Puts an element into a place of the page." }],
    exports: [
      ...elements.map(({ tag, Class }) => ({ kind: "custom-element-definition", name: tag, declaration: { name: Class, module: path } })),
      { kind: "js", name: "mount", declaration: { name: "mount", module: path } },
    ],
  }],
}, null, 1)}\n`;
