/* Invitations: pasted or dropped anywhere, and looked at with their words beside. */
"use strict";

(() => {
  const LARGEST = 5 * 1024 * 1024;
  const TOO_LARGE =
    "This is larger than 5 MB. Save the invitation as .ics or .eml, or copy its text.";
  /* More text than this goes as a file: a form takes only so much. */
  const LONGEST_TEXT = 1000000;
  /* Ours: shorter than this nobody means a whole invitation. */
  const SHORTEST = 40;

  /* --- handing one in ---------------------------------------------------------- */

  /* Send it as the form of the page would: the answer is a page. */
  function handIn(text, file) {
    if (text.length > LONGEST_TEXT) {
      handIn("", new File([text], "pasted.txt", { type: "text/plain" }));
      return;
    }
    if (file && file.size > LARGEST) {
      tell(TOO_LARGE);
      return;
    }
    const form = document.createElement("form");
    form.method = "post";
    form.action = document.body.dataset.readInvite;
    form.enctype = "multipart/form-data";
    form.hidden = true;
    const headers = JSON.parse(document.body.getAttribute("hx-headers"));
    add(form, "input", "csrfmiddlewaretoken", headers["x-csrftoken"]);
    add(form, "textarea", "text", text);
    if (file) {
      const files = new DataTransfer();
      files.items.add(file);
      const input = add(form, "input", "file", "");
      input.type = "file";
      input.files = files.files;
    }
    document.body.append(form);
    showReading();
    form.submit();
  }

  function add(form, kind, name, value) {
    const field = document.createElement(kind);
    field.name = name;
    field.value = value;
    form.append(field);
    return field;
  }

  const tell = (text) =>
    document.dispatchEvent(new CustomEvent("say", { detail: { text, kind: "error" } }));

  const typing = (element) =>
    element instanceof Element &&
    element.closest("input, select, textarea, [contenteditable='true'], dialog") !== null;

  document.addEventListener("paste", (event) => {
    const data = event.clipboardData;
    if (!data) return;
    const file = data.files[0];
    if (event.target instanceof Element && event.target.matches("#pasted")) {
      readOncePasted(event, file);
      return;
    }
    const text = data.getData("text/plain");
    if (typing(event.target) || (!file && text.trim().length < SHORTEST)) return;
    event.preventDefault();
    handIn(file ? "" : text, file);
  });

  /* In the box: what is pasted into it while it is empty is read at once. */
  function readOncePasted(event, file) {
    const box = event.target;
    const wasEmpty = !box.value.trim();
    if (file) {
      event.preventDefault();
      handIn("", file);
    } else if (wasEmpty) {
      box.dataset.pasted = "yes";
      setTimeout(() => {
        if (box.value.trim().length >= SHORTEST) box.form.requestSubmit();
      });
    }
  }

  /* Ctrl+Enter always reads it; Enter alone, where it was pasted and not typed. */
  document.addEventListener("keydown", (event) => {
    const box = event.target;
    if (!(box instanceof Element) || !box.matches("#pasted")) return;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (!event.ctrlKey && !event.metaKey && !box.dataset.pasted) return;
    event.preventDefault();
    box.form.requestSubmit();
  });

  document.addEventListener("submit", (event) => {
    const box = event.target.matches("[data-paste]") && event.target.elements.text;
    if (!box) return;
    if (box.value.length <= LONGEST_TEXT) {
      showReading();
      return;
    }
    event.preventDefault();
    handIn(box.value, null);
  });

  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof Element) || !input.matches("#pasted-file")) return;
    const file = input.files[0];
    if (file && file.size > LARGEST) {
      tell(TOO_LARGE);
      input.value = "";
    } else if (file) input.form.requestSubmit();
  });

  /* --- dropping ------------------------------------------------------------------ */

  let over = null;
  /* What is dragged about on the page itself, such as a card, is no invitation. */
  let isOurs = false;
  const brings = (event) => {
    const types = event.dataTransfer ? [...event.dataTransfer.types] : [];
    const isText = types.includes("text/plain") && !typing(event.target);
    return !isOurs && (types.includes("Files") || isText);
  };
  document.addEventListener("dragstart", () => { isOurs = true; });
  document.addEventListener("dragend", () => { isOurs = false; });

  function showOver(words) {
    if (!over) {
      over = document.createElement("div");
      over.className = "drop-here";
      over.setAttribute("role", "status");
      document.body.append(over);
    }
    over.textContent = words;
  }

  /* Until the answer stands; a page that comes back with Back has nothing over it. */
  function showReading() {
    showOver("Reading the invitation");
  }
  window.addEventListener("pageshow", hideOver);

  function hideOver() {
    if (over) over.remove();
    over = null;
  }

  document.addEventListener("dragenter", (event) => { if (brings(event)) showOver("Drop the invitation"); });
  document.addEventListener("dragover", (event) => {
    if (!over) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) hideOver();
  });
  document.addEventListener("dragend", hideOver);
  document.addEventListener("drop", (event) => {
    if (!over) return;
    event.preventDefault();
    hideOver();
    const [file, ...more] = event.dataTransfer.files;
    const text = event.dataTransfer.getData("text/plain");
    if (more.length) tell("These are several files. Drop one invitation at a time, please.");
    else if (file || text.trim()) handIn(file ? "" : text, file);
  });

  /* --- looking at what was read ----------------------------------------------------- */

  /* The words of the field that has the focus stand out in the text. */
  function pointAt(told) {
    const paths = told ? told.split(" ") : [];
    let first = null;
    for (const mark of document.querySelectorAll(".letter mark[data-told]")) {
      const on = mark.dataset.told.split(" ").some((path) => paths.includes(path));
      mark.classList.toggle("on", on);
      if (on && !first) first = mark;
    }
    const letter = first && first.closest(".letter");
    if (!letter || letter.scrollHeight <= letter.clientHeight) return;
    const away = first.getBoundingClientRect().top - letter.getBoundingClientRect().top;
    if (away < 0 || away > letter.clientHeight - 40) letter.scrollTop += away - 60;
  }

  document.addEventListener("focusin", (event) => {
    const field = event.target.closest ? event.target.closest("[data-told]") : null;
    if (document.querySelector(".letter mark")) pointAt(field ? field.dataset.told : "");
  });

  /* An answer to a question goes into its field. */
  document.addEventListener("change", (event) => {
    const answers = event.target.closest ? event.target.closest("[data-answers]") : null;
    if (!answers) return;
    const field = document.getElementById(answers.dataset.answers);
    if (!field) return;
    const value = event.target.value === "new" ? "" : event.target.value;
    if (field instanceof HTMLSelectElement && value &&
        ![...field.options].some((option) => option.value === value)) {
      field.add(new Option(value.replaceAll("_", " "), value));
    }
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });

  /* The eye goes to what is open; with nothing open, Enter saves. */
  document.addEventListener("DOMContentLoaded", () => {
    if (document.querySelector("[aria-invalid='true']")) return;
    const save = document.querySelector("[data-save]");
    if (!save) return;
    const open = [...document.querySelectorAll("[data-answers]")].find(
      (question) => !question.querySelector(":checked") && question.querySelector("input"));
    const needed = ["role", "company_name", "starts"]
      .map((name) => document.querySelector(`.of-letter [name="${name}"]`))
      .find((field) => field && !field.value && field.offsetParent);
    const first = open ? open.querySelector("input") : needed || save;
    first.focus({ preventScroll: first === save });
  });
})();
