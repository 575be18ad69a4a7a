// The feed of its React package, without the popover around it.
import { KnockFeedProvider, KnockProvider, NotificationFeed } from "@knocklabs/react";
import "@knocklabs/react/dist/index.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const host = new URL("api", location.href).origin;
createRoot(document.getElementById("inbox")).render(
  createElement(
    KnockProvider,
    { apiKey: "none", host, user: { id: "member" } },
    createElement(KnockFeedProvider, { feedId: "4f3c2b1a-0d9e-4c8b-a7f6-5e4d3c2b1a09" }, createElement(NotificationFeed)),
  ),
);
