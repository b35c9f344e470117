// Notes each place where Tab has led, once it has settled: when the next Tab is pressed.
() => {
  const shown = (el) => el.checkVisibility({ visibilityProperty: true });
  const tabbable = (el) => el.tabIndex >= 0 && !el.disabled && shown(el) && !el.closest("[inert], dialog:not([open])")
    && !(el.type === "radio" && !el.checked && (el.form ?? document).querySelector(`[name="${el.name}"]:checked`))
    && !(el.type === "radio" && !el.checked && (el.form ?? document).querySelector(`[name="${el.name}"]`) !== el);
  const name = (el) => (el.id ? "#" + el.id : el.localName) + " " + (el.getAttribute("aria-label") || el.textContent || el.name || "").trim().slice(0, 30);
  const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const walk = { wanted: [...document.querySelectorAll(all)].filter(tabbable), seen: [], wrong: [], last: null, done: false };

  // Some point of it can be seen: it is in the window, and nothing lies over it.
  const isHidden = (el) => {
    const box = el.getBoundingClientRect();
    const lines = [...el.getClientRects()];
    const at = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]];
    return !(lines.length ? lines : [box]).some((r) => at.some(([x, y]) => {
      const hit = document.elementFromPoint(r.left + r.width * x, r.top + r.height * y);
      return hit && (el.contains(hit) || hit.contains(el) && hit.closest("label, a, summary, li, td") || hit.closest("label")?.control === el);
    }));
  };
  // It, or what frames it, has a line of two pixels or more around it.
  const isMarked = (el) => {
    for (let at = el, n = 0; at && n < 4; at = at.parentElement, n++) {
      const style = getComputedStyle(at);
      if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) return true;
      if (at === el && /inset|\d+px \d+px/.test(style.boxShadow)) return true;
    }
    return false;
  };
  const note = () => {
    const el = document.activeElement;
    // Below the last one the way leads to the top, where it may not have begun.
    if (el === document.body || el === document.documentElement) { walk.last = null; return; }
    if (el === walk.last) return;
    if (el === walk.seen[0]) { walk.done = true; return; }
    if (walk.done) return;
    if (walk.seen.includes(el)) walk.wrong.push(`comes again: ${name(el)}`);
    else if (walk.last && !(walk.last.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING)) walk.wrong.push(`out of order: ${name(el)}`);
    if (isHidden(el)) walk.wrong.push(`hidden: ${name(el)}`);
    if (!isMarked(el)) walk.wrong.push(`not marked: ${name(el)}`);
    walk.seen.push(el);
    walk.last = el;
  };
  addEventListener("keydown", (event) => { if (event.key === "Tab") note(); }, true);
  walk.ended = () => {
    note();
    const left = walk.wanted.filter((el) => shown(el) && !walk.seen.includes(el)).map((el) => `not reached: ${name(el)}`);
    return [...walk.wrong, ...(walk.done ? [] : ["it never comes round"]), ...left];
  };
  window.walk = walk;
  return walk.wanted.length;
}
