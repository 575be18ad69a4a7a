// A Vue application.

import { createApp, h, ref } from "vue";
import { NexudusInbox } from "nexudus-inbox/vue";

createApp({
  setup() {
    const isThere = ref(true), theme = ref("light"), count = ref(null);
    return () => h("main", [
      h("button", { id: "toggle", onClick: () => { isThere.value = !isThere.value; } }, "Inbox"),
      h("button", { id: "theme", onClick: () => { theme.value = "dark"; } }, "Dark"),
      h("output", { id: "count" }, count.value),
      isThere.value
        ? h(NexudusInbox, { undoSeconds: 0, theme: theme.value, onCount: (event) => { count.value = event.detail.count; } })
        : null,
    ]);
  },
}).mount("#app");
