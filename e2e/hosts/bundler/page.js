// What an application imports; a bundler makes one file of it and a piece for each language.

import { mount } from "nexudus-inbox";

mount("#place", { undoSeconds: 0, lang: "de" });
