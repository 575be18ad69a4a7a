// The desk's engine, nexudus-desk.js. The door imports it when a page has a desk.

import css from "sheet";
import init, { mount } from "glue";
import { sheetOf } from "../embed/engine.js";
// A page that has loaded this module alone gets its elements here.
import "./nexudus-inbox.js";

export function engine() {
  return init(new URL("./nexudus-desk.wasm", import.meta.url)).then(() => ({ mount, sheets: [sheetOf(css)] }));
}
