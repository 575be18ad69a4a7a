// The package's TypeScript types, nexudus-inbox.d.ts.
import { detailOf, elements, events, methods, of, options, pascal, typeOf } from "./table.mjs";

const comment = (text, byDefault) => `/** ${text}${byDefault ? ` Default: ${byDefault}.` : ""} */`;
const about = (option) => comment(option.meaning, option.defaultMeaning ?? `\`${option.default}\``);

/** What `mount` and the wrappers take. */
const optionFields = (element) => of(options, element).map((option) => `  ${about(option)}\n  ${option.property}?: ${typeOf(option)} | null;`).join("\n");

/** What an element has. An attribute's property gives what stands in the attribute, and `null` for none. */
const elementFields = (element) => of(options, element).filter(({ attribute }) => attribute !== "lang").map((option) => {
  const { property, kind } = option;
  if (kind === "function") return `  ${about(option)}\n  ${property}: ${typeOf(option)} | null;`;
  return `  ${about(option)}\n  get ${property}(): string | null;\n  set ${property}(value: ${kind === "choice" ? typeOf(option) : [...new Set(["string", typeOf(option)])].join(" | ")} | null | undefined);`;
}).join("\n");

const classes = ({ element, tag, Class, summary }) => `/** ${summary} */
export interface ${pascal(element)}Options {
${optionFields(element)}
}

/** \`<${tag}>\`. ${summary} */
export interface ${Class} extends HTMLElement {
${elementFields(element)}
${of(methods, element).map(({ name, meaning }) => `  ${comment(meaning)}\n  ${name}(): void;`).join("\n")}
}
`;

export const types = () => `// Made by scripts/options.mjs from src/embed/options.json.

/** What a page answers: the token, if it knows whose it is with that user, or \`null\` where nobody is signed in. */
export type GivenToken = string | { token: string; user?: string | number } | null | undefined;
/** \`refused\` says that the last token was not taken. */
export type GetToken = (asked: { refused: boolean }) => GivenToken | Promise<GivenToken>;

${elements.map(classes).join("\n")}
/** What the elements tell the page. All bubble, and leave shadow roots. */
export interface NexudusEvents {
${events.map((event) => `  ${comment(event.meaning)}\n  "nexudus-${event.name}": CustomEvent<${detailOf(event)}>;`).join("\n")}
}

/** The same as the wrappers for React have them. */
export interface NexudusHandlers {
${events.map((event) => `  ${comment(event.meaning)}\n  on${pascal(event.name)}?: (event: NexudusEvents["nexudus-${event.name}"]) => void;`).join("\n")}
}

/** What \`mount\` gives back. */
export interface Handle<Element, Options> {
  readonly element: Element;
${methods.map(({ name, meaning }) => `  ${comment(meaning)}\n  ${name}(): void;`).join("\n")}
  /** Changes options; \`null\` takes one back. */
  setOptions(changes: Options): void;
  /** Takes the element out of the page. */
  unmount(): void;
}

/** Puts an element into a place of the page, given by itself or by a selector. */
export function mount(target: Element | string, options: DeskOptions & { element: "nexudus-desk" }): Handle<NexudusDeskElement, DeskOptions>;
export function mount(target: Element | string, options?: InboxOptions & { element?: "nexudus-inbox" }): Handle<NexudusInboxElement, InboxOptions>;

declare global {
  interface HTMLElementTagNameMap {
${elements.map(({ tag, Class }) => `    "${tag}": ${Class};`).join("\n")}
  }
  // Of elements, the document and the window.
  interface GlobalEventHandlersEventMap extends NexudusEvents {}
}
`;
