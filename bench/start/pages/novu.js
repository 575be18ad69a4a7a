// The inbox without its bell and popover, so that the list is on the page from the start as it is in the others.
import { NovuUI } from "@novu/js/ui";

const api = new URL("api", location.href).href;
const novu = new NovuUI({
  options: { applicationIdentifier: "none", subscriber: "member", apiUrl: api, socketUrl: api.replace("http", "ws") },
});
novu.mountComponent({ name: "InboxContent", element: document.getElementById("inbox") });
