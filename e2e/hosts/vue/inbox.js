// What the package's own wrapper does, as little of it as the page needs.

import { h } from "vue";
import "nexudus-inbox";

export const NexudusInbox = (options, { attrs }) => h("nexudus-inbox", {
  ".undoSeconds": attrs.undoSeconds,
  ".theme": attrs.theme,
  "onNexudus-count": attrs.onCount,
});
