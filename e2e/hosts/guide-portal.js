// A portal as far as `app.js` knows it: who is signed in, and a way to another page. It runs `app.js` once it is there.

const { token } = await session.current({ renew: false });
window.visited = [];
window.__nexudus = {
  auth: { isAuthenticated: true, coworker: { Id: 101 }, token },
  router: { navigate: (url) => visited.push(url) },
};
document.head.append(Object.assign(document.createElement("script"), { src: "guide-app.js" }));
