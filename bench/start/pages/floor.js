// What cannot be undercut: one request and a list, by hand. No error is told, nothing can be undone, and nobody is announced anything.
const [access] = sessionStorage.getItem("nexudus-inbox.session.member.").split("\n");
const headers = { authorization: `Bearer ${access}`, accept: "application/json" };
const list = await (await fetch("/en/coworker/notifications", { headers })).json();
const when = new Intl.DateTimeFormat("en", { dateStyle: "medium" });

const rows = list.map(({ Message, CreatedOn, EntityId }) => {
  const row = document.createElement("li");
  const text = document.createElement("p");
  const time = document.createElement("time");
  const button = document.createElement("button");
  text.textContent = Message;
  time.dateTime = CreatedOn;
  time.textContent = when.format(new Date(CreatedOn));
  button.textContent = "Dismiss";
  button.onclick = () => {
    row.remove();
    fetch(`/en/coworker/dismissNotifications/?entityId=${EntityId}`, { headers, keepalive: true });
  };
  row.append(text, time, button);
  return row;
});
document.getElementById("inbox").append(...rows);
