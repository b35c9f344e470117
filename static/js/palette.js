/* Search and commands, and the keys that lead about. Without it: the page "Search". */
(() => {
  "use strict";

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
    htmx.trigger(input, "palette");
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

  /* Before the letters of app.js, so that the letter after G is not one of its own. */
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
