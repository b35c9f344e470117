/* The table: a row is edited where it stands, by a click into it or by E. Without it the
   pencil leads to a page that does the same. */
"use strict";

(() => {
  const FIELDS = { Stage: "stage", "Next step": "own_step" };
  /* What stood in the place of a row that is edited; Escape brings it back. */
  const kept = new Map();
  let wanted = "";

  const linkOf = (row) => row && row.querySelector(".ed a");

  function open(row, field) {
    const link = linkOf(row);
    kept.set(link.id, row);
    wanted = field;
    htmx.ajax("GET", link.href, { source: link, target: row, swap: "outerHTML" });
  }

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const row = event.target.closest(".sheet tbody tr:not(.editing)");
    if (!linkOf(row)) return;
    const cell = event.target.closest("td");
    const pencil = event.target.closest(".ed a");
    if (!pencil && (event.target.closest("a, button, label") || !getSelection().isCollapsed)) return;
    const field = cell && FIELDS[cell.dataset.label];
    if (!pencil && !field) return;
    event.preventDefault();
    open(row, field || "stage");
  });

  document.addEventListener("keydown", (event) => {
    const editing = event.target.closest("tr.editing");
    if (editing && event.key === "Escape") return restore(editing);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.body.dataset.keys === "off" || event.key.toLowerCase() !== "e") return;
    if (event.target.closest("input:not([type='checkbox']), select, textarea")) return;
    const row = event.target.closest(".sheet tbody tr:not(.editing)");
    if (!linkOf(row)) return;
    event.preventDefault();
    open(row, "own_step");
  });

  document.addEventListener("click", (event) => {
    const cancel = event.target.closest("tr.editing [data-restore]");
    if (cancel && restore(cancel.closest("tr"))) event.preventDefault();
  });

  function restore(row) {
    const id = row.dataset.edits;
    const old = kept.get(id);
    if (!old) return false;
    row.replaceWith(old);
    linkOf(old).focus();
    return true;
  }

  /* The field that was pointed at; and after saving, the row again. */
  document.addEventListener("htmx:afterSettle", (event) => {
    const part = event.detail.elt;
    if (part.matches("tr.editing")) {
      const field = part.querySelector("[aria-invalid='true']") ||
        part.querySelector(`[name="${wanted}"]`);
      if (field) field.focus();
    } else if (part.id === "results") {
      const pencil = document.getElementById(wanted);
      if (pencil) pencil.focus();
      wanted = "";
      kept.clear();
    }
  });
  document.addEventListener("pipeline-changed", () => {
    const row = document.activeElement && document.activeElement.closest("tr.editing");
    wanted = row ? row.dataset.edits : "";
  });
})();
