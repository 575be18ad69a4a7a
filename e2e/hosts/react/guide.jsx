// The guide's component, in an application that has a session.

import { createRoot } from "react-dom/client";
import { Notifications } from "notifications";

const navigate = (url) => { location.hash = url; };
createRoot(document.querySelector("#app")).render(<Notifications session={window.session} navigate={navigate} />);
