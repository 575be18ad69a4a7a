// The inbox of its React package, without the bell around it.
import Provider from "@magicbell/react/context-provider";
import Inbox from "@magicbell/react/inbox";
import "@magicbell/react/styles/inbox.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const api = new URL("api", location.href).href;
const token = `e30.${btoa(JSON.stringify({ user_email: "member@example.com", api_key: "none" }))}.none`;
createRoot(document.getElementById("inbox")).render(
  createElement(Provider, { token, baseUrl: api, socketUrl: api.replace("http", "ws") }, createElement(Inbox, { height: 600 })),
);
