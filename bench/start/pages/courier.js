// As its README has it: the element in the page, and a sign-in.
import { Courier } from "@trycourier/courier-ui-inbox";

const api = new URL("api", location.href).href;
Courier.shared.signIn({
  userId: "member",
  jwt: "none",
  apiUrls: {
    courier: { rest: api, graphql: `${api}/client/q` },
    inbox: { graphql: `${api}/q`, webSocket: api.replace("http", "ws") },
  },
});
