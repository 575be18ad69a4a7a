// What a page may set on an element. Every attribute is a property too; src/embed/options.json says what each means, and
// scripts/options.mjs that both know the same.

/** Those whose change draws the view anew. */
const attributes = [
  "audience", "display", "api-url", "portal-url", "token-url", "undo-seconds", "writes-per-minute", "poll-seconds", "page-size",
  "links", "lang", "texts",
];
/** Those that the style sheet or the door alone looks at, with what they can be; the first is the default. */
export const choices = {
  theme: ["auto", "light", "dark"],
  density: ["comfortable", "compact"],
  loading: ["", "eager", "idle", "intent"],
};

/** Each attribute with its property. */
export const names = [...attributes, ...Object.keys(choices)].map((attribute) => [attribute, camel(attribute)]);

function camel(attribute) {
  return attribute.replace(/-./g, (letters) => letters[1].toUpperCase());
}

/** Gives a class a property for each attribute; objects become JSON. Returns the attributes to be observed. */
export function reflect(Class) {
  for (const [attribute, name] of names) {
    // Every element has its `lang`.
    if (name in HTMLElement.prototype) continue;
    Object.defineProperty(Class.prototype, name, {
      configurable: true,
      enumerable: true,
      get() { return this.getAttribute(attribute); },
      set(value) {
        if (value == null) this.removeAttribute(attribute);
        else this.setAttribute(attribute, typeof value === "object" ? JSON.stringify(value) : value);
      },
    });
  }
  return [...attributes, ...Object.keys(choices)];
}

/** Whether the view has to be drawn anew when this changes. */
export function redraws(attribute) {
  return attributes.includes(attribute);
}

/** The chosen value; one that does not exist is the default, and a warning where it is new. */
export function choice(element, attribute, isNew) {
  const value = element.getAttribute(attribute) ?? "";
  const [first, ...rest] = choices[attribute];
  if (value === "" || value === first || rest.includes(value)) return value;
  if (!isNew) return "";
  const all = [first, ...rest].filter(Boolean).join(", ");
  console.warn(`nexudus-inbox: ${attribute}="${value}" is none of ${all}; the default is used.`);
  return "";
}

/** A property that was set before there was the class hides the one of the class; it is taken over. */
export function adopt(element) {
  for (const [, name] of [...names, ["", "getToken"]]) {
    if (Object.hasOwn(element, name)) {
      const value = element[name];
      delete element[name];
      element[name] = value;
    }
  }
}

/** Sets what a page has given in one object. */
export function assign(element, options) {
  for (const [name, value] of Object.entries(options)) {
    if (name === "getToken" || names.some(([, known]) => known === name)) element[name] = value;
    else console.warn(`nexudus-inbox: there is no option "${name}"; it is not used.`);
  }
}
