// The portal with a bell in its bar in place of the list, at `/?bell`. Not beside it: each inbox asks for a list of its own.
if (new URLSearchParams(location.search).has("bell")) {
  const inbox = document.querySelector("nexudus-inbox[audience=member]");
  inbox.setAttribute("display", "bell");
  document.querySelector(".portal-bar").append(inbox);
}
