// A React application in strict mode, which mounts every component, unmounts it, and mounts it again.

import { createElement as h, StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { NexudusInbox } from "nexudus-inbox/react";

function App() {
  const [isThere, setThere] = useState(true);
  const [theme, setTheme] = useState("light");
  const [count, setCount] = useState(null);
  return h("main", {},
    h("button", { id: "toggle", onClick: () => setThere(!isThere) }, "Inbox"),
    h("button", { id: "theme", onClick: () => setTheme("dark") }, "Dark"),
    h("output", { id: "count" }, count),
    isThere && h(NexudusInbox, { undoSeconds: 0, theme, onCount: (event) => setCount(event.detail.count) }),
  );
}

createRoot(document.querySelector("#app")).render(h(StrictMode, {}, h(App)));
