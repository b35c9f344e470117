// What cannot be read or reached without scrolling sideways, and words that are cut off.
() => {
  const wrong = new Set();
  const root = document.documentElement;
  const say = (el, what) => wrong.add(`${what}: ${el.localName}.${el.className?.baseVal ?? el.className} “${(el.textContent || el.value || "").trim().slice(0, 40)}”`);
  if (root.scrollWidth > innerWidth) wrong.add(`scrolls sideways: ${root.scrollWidth}`);

  const style = new Map();
  const of = (el) => style.get(el) ?? (style.set(el, getComputedStyle(el)), style.get(el));
  // A region that scrolls by itself (a table, a board, a week), or words only for who listens.
  const isApart = (el) => {
    for (let at = el; at && at !== document.body; at = at.parentElement) {
      const box = of(at);
      if (/auto|scroll/.test(box.overflowX) && at.scrollWidth > at.clientWidth) return true;
      if (box.clipPath !== "none" || at.clientWidth === 1 && box.overflowX !== "visible" || box.position === "fixed" && at.getBoundingClientRect().bottom <= 0) return true;
    }
    return false;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const el = text.parentElement;
    if (!text.data.trim() || !el.checkVisibility({ visibilityProperty: true }) || /SCRIPT|STYLE|OPTION|TEXTAREA|NOSCRIPT/.test(el.tagName)) continue;
    range.selectNodeContents(text);
    const lines = [...range.getClientRects()].filter((line) => line.width > 1);
    if (!lines.length || isApart(el)) continue;
    if (lines.some((line) => line.left < -1 || line.right > innerWidth + 1)) say(el, "off the window");
    for (let at = el; at !== document.body; at = at.parentElement) {
      const box = of(at), edge = at.getBoundingClientRect();
      if (/hidden|clip/.test(box.overflowX) && lines.some((line) => line.right > edge.right + 1 || line.left < edge.left - 1)) say(at, "cut off at the side");
      if (/hidden|clip/.test(box.overflowY) && box.webkitLineClamp === "none" && lines.some((line) => line.top > edge.bottom || line.bottom < edge.top)) say(at, "cut off below");
    }
  }
  for (const el of document.querySelectorAll(".btn, button, .tag, select"))
    if (el.checkVisibility() && !isApart(el) && el.clientWidth > 1 && el.scrollWidth > el.clientWidth + 1) say(el, "words wider than it");
  return [...wrong];
}
