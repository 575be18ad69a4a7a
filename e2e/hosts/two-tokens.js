// A page that signs its people in itself and gives each element the token of one of them.

async function tokenOf(username, password) {
  const body = new URLSearchParams({ grant_type: "password", username, password });
  const answer = await fetch("/api/token", { method: "POST", body });
  return { token: (await answer.json()).access_token, user: username };
}

document.querySelector("#first").getToken = () => tokenOf("member@example.com", "member");
document.querySelector("#second").getToken = () => tokenOf("newcomer@example.com", "newcomer");
document.querySelector("#broken").getToken = () => { throw new Error("no token today"); };
