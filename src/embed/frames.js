// What is otherwise inside a frame of somebody else's page.

/**
 * What a submit button does, without the browser, which does it in no frame that may not send forms, and says so on the console.
 * Ours are never sent: who listens for `submit` makes a request.
 */
export function submit(event) {
  const button = event.target.closest("[type=submit]");
  if (!button?.form || event.defaultPrevented) return;
  event.preventDefault();
  button.form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: button }));
}
