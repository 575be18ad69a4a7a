// Both elements from one WebAssembly module that is there already: development and tests. A package brings them in when they
// are wanted (src/package/).

import { define } from "./door.js";
import { sheetOf } from "./engine.js";

export { mount } from "./mount.js";

export function defineBoth(css, deskCss, mount) {
  define(css, { "nexudus-inbox": { mount }, "nexudus-desk": { mount, sheets: [sheetOf(deskCss)] } });
}
