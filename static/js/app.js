/* Callback's own script. Every page works without it; each block adds one comfort. */
"use strict";

(() => {
  const typing = (element) =>
    element.closest("input, select, textarea, [contenteditable='true']") !== null;

  /* Keys: N opens "Log an invite", / goes to the search box. Never while typing. */
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.body.dataset.keys === "off") return;
    if (!(event.target instanceof Element) || typing(event.target)) return;
    const key = event.key.toLowerCase();
    const target =
      document.querySelector(`main [data-key="${CSS.escape(key)}"]`) ||
      document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches("input, textarea")) target.focus();
    else target.click();
  });

  /* The browser knows its time zone: fill the question, leave an answer alone. */
  function fillTimeZone(select) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zone || select.value) return;
    if (![...select.options].some((option) => option.value === zone)) {
      select.add(new Option(zone.replaceAll("_", " "), zone)); // an old name
    }
    select.value = zone;
  }

  /* Toasts leave after ten seconds, but never while pointed at or focused. */
  function letLeave(toast) {
    if (toast.dataset.timed) return;
    toast.dataset.timed = "yes";
    const close = document.createElement("button");
    close.type = "button";
    close.className = "btn slim quiet";
    close.textContent = "Close";
    close.addEventListener("click", () => toast.remove());
    toast.append(close);
    let timer = null;
    const start = () => { timer = setTimeout(() => toast.remove(), 10000); };
    const stop = () => clearTimeout(timer);
    for (const name of ["pointerenter", "focusin"]) toast.addEventListener(name, stop);
    for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, start);
    start();
  }

  function say(text, kind) {
    const toast = document.createElement("div");
    const words = document.createElement("p");
    toast.className = `toast ${kind}`;
    words.textContent = text;
    toast.append(words);
    document.getElementById("toasts").append(toast);
    letLeave(toast);
  }

  const announce = (text) => {
    const region = document.getElementById("live");
    if (region) region.textContent = text;
  };

  /* "in 23 hours" stays true while the page is open. Same words as accounts/clock.py. */
  function distance(at, now) {
    const minutes = Math.floor(Math.abs(at - now) / 60000);
    const hours = Math.floor(minutes / 60);
    const [count, unit] =
      minutes < 60 ? [minutes, "minute"]
      : hours < 48 ? [hours, "hour"]
      : [Math.floor(hours / 24), "day"];
    if (!minutes) return "now";
    const words = `${count} ${unit}${count === 1 ? "" : "s"}`;
    return at > now ? `in ${words}` : `${words} ago`;
  }
  function tellTime() {
    for (const element of document.querySelectorAll("time[data-distance]")) {
      const words = distance(Date.parse(element.dateTime), Date.now());
      if (element.textContent !== words) element.textContent = words;
    }
    for (const element of document.querySelectorAll("[data-countdown]")) {
      const words = countdown(Date.parse(element.dataset.countdown), Date.now());
      if (element.textContent !== words) element.textContent = words;
    }
  }
  /* "23 h" to the next round. Same words as dashboard/templatetags/dashboard.py. */
  function countdown(at, now) {
    const minutes = Math.floor((at - now) / 60000);
    if (minutes <= 0) return "now";
    if (minutes >= 48 * 60) return `${Math.floor(minutes / 1440)} days`;
    return minutes >= 60 ? `${Math.floor(minutes / 60)} h` : `${minutes} min`;
  }

  /* How long an answer that is practised takes so far: "1:05". */
  function countUp(clock) {
    const begun = Date.now();
    setInterval(() => {
      const seconds = Math.floor((Date.now() - begun) / 1000);
      clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }, 1000);
  }

  /* What a fresh page, or a fresh part of one, needs. */
  function prepare(part) {
    part.querySelectorAll("select[data-browser-time-zone]").forEach(fillTimeZone);
    part.querySelectorAll(".toast").forEach(letLeave);
  }

  function focusFirstError(part) {
    const field = part.querySelector("[aria-invalid='true']");
    if (field) field.focus();
  }

  document.addEventListener("DOMContentLoaded", () => {
    prepare(document);
    document.querySelectorAll("[data-stopwatch]").forEach(countUp);
    focusFirstError(document);
    setInterval(tellTime, 30000);
  });

  /* After a swap: focus is never lost, and the change is said aloud. A button that
     is switched off during the request loses it, so its id is kept. */
  let focusedBefore = "";
  document.addEventListener("htmx:beforeRequest", () => {
    focusedBefore = document.activeElement ? document.activeElement.id : "";
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const part = event.detail.elt;
    prepare(document); // what came out of band lies elsewhere
    const note = part.matches("[data-announce]")
      ? part : part.querySelector("[data-announce]");
    if (note) announce(note.dataset.announce || note.textContent.trim());
    focusFirstError(part);
    if (document.activeElement !== document.body) return;
    const same = focusedBefore && document.getElementById(focusedBefore);
    const place = same || part.querySelector("h1, h2, h3") || part;
    if (!same) place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
  });
  document.addEventListener("announce", (event) => announce(event.detail.value));
  document.addEventListener("say", (event) => say(event.detail.text, event.detail.kind));

  /* On the board and the table an undo answers in place; they show themselves again. */
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-undo]");
    if (!form || !document.querySelector("[data-pipeline]")) return;
    event.preventDefault();
    const toast = form.closest(".toast");
    htmx.ajax("POST", form.action, { source: toast, target: toast, swap: "outerHTML" });
  });
  for (const name of ["htmx:responseError", "htmx:sendError"]) {
    document.addEventListener(name, () =>
      say("That did not work. Nothing was changed. Please try again.", "error"));
  }

  /* A passkey that was not given: the person changed their mind, or the device did. */
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    say("Your device did not take part. Nothing was changed; you can try again.", "error");
  });

  /* A menu closes on Escape and on a click elsewhere. */
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  /* "Copy" takes what stands in the field it names; without https a browser lets
     no script copy, so the words are selected for the person to copy. */
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    field.select();
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(field.value);
    button.textContent = "Copied";
    announce("Copied");
  });

  /* One box chooses all rows of the page. */
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-pick-all]")) return;
    for (const box of event.target.closest("table").querySelectorAll("td.pick input")) {
      box.checked = event.target.checked;
    }
  });

  /* Buttons that only make sense with a script, such as "Print". */
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });
})();

/* Search and commands, and the keys that lead about. Without it: the page "Search". */
(() => {
  const palette = document.getElementById("palette");
  const keys = document.getElementById("keys");
  if (!palette || !keys) return;
  const input = palette.querySelector("input");
  const list = palette.querySelector("[role=listbox]");
  const slash = document.querySelector("[data-palette]")?.dataset.palette;
  const letters = document.body.dataset.keys !== "off";
  const WAIT = 1200; // ms between G and the letter that follows

  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");

  function choose(option) {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function move(by) {
    const all = options();
    const at = all.indexOf(chosen());
    if (all.length) choose(all[(at + by + all.length) % all.length]);
  }

  function open() {
    if (palette.open) return;
    palette.showModal();
    input.select();
    // First it is seen, then it asks: asking takes a phone as long as opening.
    requestAnimationFrame(() => setTimeout(() => htmx.trigger(input, "palette")));
  }

  input.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      event.preventDefault();
      move(steps[event.key]);
    } else if (event.key === "Enter" && chosen()) {
      event.preventDefault();
      chosen().click();
    } else if (event.key === "Escape") {
      event.preventDefault(); // it would only empty the field
      palette.close();
    }
  });
  list.addEventListener("htmx:afterSwap", () => choose(options()[0]));
  for (const dialog of [palette, keys]) {
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close(); // on the backdrop
    });
  }
  for (const link of document.querySelectorAll("[data-palette]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      open();
    });
  }

  const typing = (element) =>
    element.closest("input, select, textarea, [contenteditable='true']") !== null;

  let went = 0;
  function follow(key) {
    const after = performance.now() - went < WAIT;
    went = 0;
    const place = after && keys.querySelector(`[data-go="${CSS.escape(key)}"]`);
    if (place) place.click();
    else if (key === "g") went = performance.now();
    else if (key === "?") keys.showModal();
    return place || key === "g" || key === "?";
  }

  /* Before the letters above, so that the letter after G is not one of its own. */
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || !(event.target instanceof Element)) return;
    const key = event.key.toLowerCase();
    if (key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      open();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const search = key === slash && !document.querySelector(`main [data-key="${CSS.escape(key)}"]`);
    if (!letters) return;
    if (search) open();
    if (search || follow(key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);
})();
