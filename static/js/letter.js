/* The page where a note is written: the mail links and gaps follow the words; Copy. */
"use strict";

(() => {
  const LONG = 2000; /* As in interviews/posting.py: some mail programs cut there. */
  const draft = document.getElementById("id_draft");
  if (!draft) return;

  /* A line break in a mailto body is CR LF (RFC 6068). */
  const follow = (mail) => {
    const [start] = mail.getAttribute("href").split("&body=");
    const words = (mail.dataset.before || "") + draft.value;
    const body = encodeURIComponent(words.replace(/\r?\n/g, "\r\n"));
    mail.setAttribute("href", `${start}&body=${body}`);
  };
  /* While something is to be filled in, there is no way for it to leave. */
  const line = document.getElementById("gaps");
  const bold = (gap) => {
    const words = document.createElement("b");
    words.textContent = gap;
    return words;
  };
  const gapsIn = (words) =>
    line.dataset.known.split("|").filter((gap) => words.includes(gap));
  const holdBack = () => {
    const gaps = gapsIn(draft.value);
    const list = gaps.flatMap((gap, i) => (i ? [", ", bold(gap)] : [bold(gap)]));
    line.querySelector("[data-gaps]").replaceChildren(...list);
    line.hidden = gaps.length === 0;
    document.querySelectorAll("[data-leaves]").forEach((way) => {
      way.hidden = gapsIn((way.dataset.before || "") + draft.value).length > 0;
    });
  };
  holdBack(); /* The browser may have put back other words than the page came with. */
  draft.addEventListener("input", () => {
    holdBack();
    document.querySelectorAll("#open-mail, [data-mail]").forEach(follow);
    const note = document.getElementById("long-mail");
    const mail = document.getElementById("open-mail");
    if (note && mail) note.hidden = mail.getAttribute("href").length <= LONG;
  });

  /* Without https there is no clipboard to write to: select, and copy as by hand. */
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(draft.value);
      return true;
    } catch {
      draft.focus();
      draft.select();
      return document.execCommand("copy");
    }
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    button.setAttribute("aria-live", "polite");
    button.textContent = (await copy()) ? "Copied" : "Press Ctrl+C to copy";
    window.setTimeout(() => { button.textContent = "Copy"; }, 4000);
  });
})();
