/* The board: cards are dragged, walked and moved by key. Without it the links do the same. */
"use strict";

(() => {
  const find = (id) => document.getElementById(id);
  const cardOf = (element) => element && element.closest(".board .card");
  const columnOf = (card) => card.closest(".cards");
  const columns = () => [...document.querySelectorAll(".board .cards")];
  const cardsOf = (column) => [...column.querySelectorAll(":scope > .card")];
  const nameOf = (card) => card.querySelector(".co").textContent;
  const announce = (text) =>
    document.dispatchEvent(new CustomEvent("announce", { detail: { value: text } }));

  /* A column says how many it holds, also in the tabs of a phone. */
  function count(stage, change) {
    for (const number of document.querySelectorAll(`[data-count="${stage}"]`)) {
      number.textContent = Number(number.textContent) + change;
    }
  }
  function countMove(from, to) {
    if (from === to) return;
    for (const [column, change] of [[from, -1], [to, 1]]) {
      count(column.dataset.stage, change);
      if ("closed" in column.dataset) count("closed", change);
    }
  }

  /* Where a card lies: its column and the card it lies before. */
  const placeOf = (card) => ({ column: columnOf(card), before: card.nextElementSibling });
  function put(card, place) {
    const focused = card.contains(document.activeElement) ? document.activeElement : null;
    const before = place.before && place.before.parentElement === place.column
      ? place.before : place.column.querySelector(":scope > .more");
    place.column.insertBefore(card, before);
    if (focused) focused.focus();
  }

  /* --- the move: shown at once, then told to the server; refused, it returns --------- */

  const REASONS = {
    0: "There is no connection.",
    403: "You are no longer signed in.",
    404: "It is no longer there.",
  };
  let last = Promise.resolve();

  function move(card, place) {
    const from = placeOf(card);
    put(card, place);
    settle(card, from);
  }

  /* The card lies where it should; `from` is where it lay. */
  function settle(card, from) {
    const to = columnOf(card);
    countMove(from.column, to);
    const above = card.previousElementSibling;
    const values = new URLSearchParams({ stage: to.dataset.stage });
    if (above) values.set("after", above.dataset.pk);
    if (from.column === to) {
      const rank = cardsOf(to).indexOf(card) + 1;
      announce(`${nameOf(card)} is number ${rank} in ${to.dataset.label}.`);
    }
    last = last.then(() => send(card.dataset.pk, values, from));
  }

  async function send(pk, values, from) {
    const card = find(`card-${pk}`);
    if (!card) return;
    card.setAttribute("aria-busy", "true");
    let status = 0;
    try {
      const response = await fetch(card.querySelector(".mv").href, {
        method: "POST",
        body: values,
        headers: { "HX-Request": "true", "HX-Current-URL": location.href, ...token() },
        redirect: "error",
      });
      status = response.status;
      if (!response.ok) throw new Error(String(status));
      shown(card, await response.text());
    } catch {
      refused(card, from, status);
    }
  }

  const token = () => JSON.parse(document.body.getAttribute("hx-headers"));

  /* The card as the server has it now, and its toast. What has the focus keeps it. */
  function shown(card, html) {
    const focused = card.contains(document.activeElement) ? document.activeElement.id : "";
    card.removeAttribute("style"); /* left over from dragging; the CSP forbids a copy */
    htmx.swap(card, html, { swapStyle: "outerHTML", swapDelay: 0, settleDelay: 0 });
    if (focused && find(focused)) find(focused).focus({ preventScroll: true });
  }

  function refused(card, from, status) {
    card.removeAttribute("aria-busy");
    countMove(columnOf(card), from.column);
    put(card, from);
    const why = REASONS[status] || "Something went wrong.";
    const text = `${nameOf(card)} was not moved. ${why}`;
    document.dispatchEvent(new CustomEvent("say", { detail: { text, kind: "error" } }));
  }

  /* --- by hand: mouse, pen, finger ----------------------------------------------------- */

  function makeDraggable(column) {
    if (column.dataset.draggable) return;
    column.dataset.draggable = "yes";
    let from = null;
    Sortable.create(column, {
      group: "board",
      draggable: ".card",
      filter: ".mv",
      preventOnFilter: false,
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
      delay: 220,
      delayOnTouchOnly: true,
      touchStartThreshold: 6,
      fallbackTolerance: 5,
      forceFallback: true,
      scrollSensitivity: 60,
      onStart: (event) => {
        from = placeOf(event.item);
        if (from.before === event.item) from.before = null;
        document.body.classList.add("dragging");
      },
      onEnd: (event) => {
        document.body.classList.remove("dragging");
        const stayed = event.from === event.to && event.oldIndex === event.newIndex;
        if (stayed) return;
        keepRestBelow(event.to);
        settle(event.item, { column: event.from, before: neighbour(event) });
      },
    });
  }

  /* What lay after the card before it was dragged. */
  function neighbour(event) {
    const others = cardsOf(event.from).filter((card) => card !== event.item);
    return others[event.oldDraggableIndex] || null;
  }

  /* "37 more" stays below all cards. */
  function keepRestBelow(column) {
    const more = column.querySelector(":scope > .more");
    if (more) column.append(more);
  }

  /* --- by key --------------------------------------------------------------------------- */

  const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

  document.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    const card = cardOf(event.target);
    if (!arrow || !card || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    (event.altKey ? moveBy : walkBy)(card, ...arrow);
  });

  function moveBy(card, across, along) {
    const column = columnOf(card);
    if (across) {
      const next = columns()[columns().indexOf(column) + across];
      if (next) move(card, { column: next, before: next.firstElementChild });
    } else {
      const others = cardsOf(column);
      const index = others.indexOf(card) + along;
      if (index < 0 || index >= others.length) return;
      const before = along < 0 ? others[index] : others[index].nextElementSibling;
      move(card, { column, before });
    }
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function walkBy(card, across, along) {
    const column = columnOf(card);
    const index = cardsOf(column).indexOf(card);
    const all = columns();
    let next = null;
    if (along) next = cardsOf(column)[index + along];
    for (let at = all.indexOf(column) + across; across && all[at] && !next; at += across) {
      const there = cardsOf(all[at]);
      next = there[Math.min(index, there.length - 1)];
    }
    if (next) next.querySelector(".co").focus();
  }

  /* --- "Move to…" ------------------------------------------------------------------------ */

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".board .mv");
    const dialog = find("move-to");
    if (!link || !dialog || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const card = cardOf(link);
    dialog.dataset.pk = card.dataset.pk;
    dialog.querySelector("form").action = link.href;
    find("move-title").textContent = link.getAttribute("aria-label");
    for (const button of dialog.querySelectorAll("[name='stage']")) {
      const here = button.value === columnOf(card).dataset.stage;
      button.toggleAttribute("aria-current", here);
      if (here) button.setAttribute("aria-current", "true");
    }
    dialog.showModal();
  });

  document.addEventListener("submit", (event) => {
    const dialog = event.target.closest("#move-to");
    const button = event.submitter;
    const card = dialog && find(`card-${dialog.dataset.pk}`);
    if (!card || !button || !["stage", "place"].includes(button.name)) return;
    event.preventDefault();
    dialog.close();
    moveTo(card, button);
    card.querySelector(".mv").focus();
  });

  function moveTo(card, button) {
    if (button.value === "up") return moveBy(card, 0, -1);
    if (button.value === "down") return moveBy(card, 0, 1);
    const stage = button.name === "stage" ? button.value : columnOf(card).dataset.stage;
    const column = columns().find((each) => each.dataset.stage === stage);
    move(card, { column, before: column.firstElementChild });
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  document.addEventListener("click", (event) => {
    if (event.target.id === "move-to") event.target.close(); /* beside the dialog */
  });

  /* --- one column at a time --------------------------------------------------------------- */

  /* The tab of the column that is looked at. */
  function watch(board) {
    if (board.dataset.watched) return;
    board.dataset.watched = "yes";
    const tabs = new Map([...document.querySelectorAll(".tabs a")].map(
      (tab) => [tab.hash.slice(1), tab]));
    const seen = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const tab = tabs.get(entry.target.id);
        if (!tab) continue;
        if (entry.isIntersecting) tab.setAttribute("aria-current", "true");
        else tab.removeAttribute("aria-current");
      }
    }, { root: board, threshold: 0.6 });
    board.querySelectorAll(".stage").forEach((stage) => seen.observe(stage));
  }

  document.addEventListener("click", (event) => {
    const tab = event.target.closest(".tabs a");
    const stage = tab && find(tab.hash.slice(1));
    if (!stage) return;
    event.preventDefault();
    stage.scrollIntoView({ block: "nearest", inline: "start", behavior: "auto" });
    const heading = stage.querySelector("h2");
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
  });

  function prepare() {
    columns().forEach(makeDraggable);
    document.querySelectorAll(".board").forEach(watch);
  }
  document.addEventListener("DOMContentLoaded", prepare);
  document.addEventListener("htmx:afterSettle", prepare);
})();
