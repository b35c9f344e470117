/* The page where a note is written: the mail link follows the words, and Copy. */
"use strict";

(() => {
  const draft = document.getElementById("id_draft");
  const mail = document.getElementById("open-mail");
  if (!draft) return;

  /* A line break in a mailto body is CR LF (RFC 6068). */
  draft.addEventListener("input", () => {
    if (!mail) return;
    const [start] = mail.getAttribute("href").split("&body=");
    const body = draft.value.replace(/\r?\n/g, "\r\n");
    mail.setAttribute("href", `${start}&body=${encodeURIComponent(body)}`);
  });

  /* Words not saved yet are not left behind without a question. */
  let saved = draft.value;
  draft.form.addEventListener("submit", () => { saved = draft.value; });
  window.addEventListener("beforeunload", (event) => {
    if (draft.value !== saved) event.preventDefault();
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(draft.value);
    button.textContent = "Copied";
  });
})();
