/* Long words save themselves: the half of accounts/autosave that runs in the page.
   What is typed is kept on the device first, and saved a moment later. It is dropped
   there only once the server has it. Every form works without this file. */
"use strict";

(() => {
  const OWNER = document.body.dataset.owner || "";
  const KEPT = "callback:words:";
  const SENT = "callback:sent";
  const PAUSE = 1500; // after the last key
  const LONGEST = 15000; // while somebody types without a pause
  const RETRIES = [2000, 4000, 8000, 15000, 30000, 60000];
  const BESIDE = /^(csrfmiddlewaretoken|opened|autosave|chosen|(choice|seen)-.*)$/;
  const COUNTS = /-(TOTAL|INITIAL)_FORMS$/;

  /* --- words: the entries of a form, [[name, text], …] ------------------------- */

  const tidy = (text) => text.replace(/\r\n?/g, "\n").trim();
  function wordsOf(form) {
    return [...new FormData(form)]
      .filter(([name, value]) => typeof value === "string" && !BESIDE.test(name))
      .map(([name, value]) => [name, value.replace(/\r\n?/g, "\n")]);
  }
  /* What a form holds before anybody types: also when the browser has put back what
     was typed before this file ran. */
  function wordsAtFirst(form) {
    const twin = form.cloneNode(true);
    HTMLFormElement.prototype.reset.call(twin);
    return wordsOf(twin);
  }
  /* By name, without what is empty: rows added meanwhile make no difference. */
  function told(words) {
    const found = {};
    for (const [name, value] of words) {
      if (COUNTS.test(name) || !tidy(value)) continue;
      (found[name] ||= []).push(tidy(value));
    }
    return found;
  }
  function same(one, other) {
    const [a, b] = [told(one), told(other)];
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every((name) => String(a[name]) === String(b[name]));
  }

  /* --- the device: one entry for each form of each open page --------------------- */

  const device = {
    put(key, value) {
      try {
        localStorage.setItem(key, JSON.stringify(value));
        return true;
      } catch {
        return false; // full, or switched off
      }
    },
    drop(key) {
      try { localStorage.removeItem(key); } catch { /* switched off: nothing is kept */ }
    },
    all(start) {
      try {
        return Object.keys(localStorage)
          .filter((key) => key.startsWith(start))
          .map((key) => [key, JSON.parse(localStorage.getItem(key))])
          .sort((a, b) => (a[1].at < b[1].at ? 1 : -1));
      } catch {
        return [];
      }
    },
  };

  const clock = (at) =>
    at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  function since(iso) {
    const at = new Date(iso);
    const day = at.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" });
    const today = at.toDateString() === new Date().toDateString();
    return today ? clock(at) : `${day}, ${clock(at)}`;
  }
  const announce = (value) =>
    document.dispatchEvent(new CustomEvent("announce", { detail: { value } }));
  function made(tag, className, text) {
    const element = document.createElement(tag);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  }
  function button(text, act) {
    const element = made("button", "btn slim", text);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }
  const numbers = crypto.getRandomValues(new Uint32Array(2));
  let forms = 0;

  /* --- one form ------------------------------------------------------------------ */

  function watch(form) {
    const opened = form.querySelector("[data-autosave]");
    // A control may be called "action": form.action would be that control.
    const address = new URL(form.getAttribute("action") || location.href, location.href);
    address.hash = "";
    const which = form.dataset.keepWords || ""; // of several that go to one address
    const place = `${KEPT}${OWNER}:${address.pathname}:${which}:`;
    const key = `${place}${numbers.join("-")}-${forms++}`;
    const line = made("p", "kept small soft", "");
    let base = wordsAtFirst(form); // what the server has, as far as this page knows
    let pending = null; // sent, and not answered yet: perhaps there, perhaps not
    let state = "";
    let timer = null;
    let firstKey = 0; // when the words began to differ
    let tries = 0;
    let saving = null;
    let isKept = true;
    let isLeft = false; // some of them cannot be saved as they are
    let leaving = false;
    form.setAttribute("autocomplete", "off"); // or "back" puts old words beside new marks

    const isStuck = () => ["offline", "server", "signed-out", "other", "clash"].includes(state);
    const isDirty = () => pending !== null || !same(wordsOf(form), base);

    /* The line beside the field. It is said aloud only when something is new. */
    function say(now, text, ...more) {
      line.dataset.state = now;
      line.replaceChildren(text, ...more);
      if (!line.isConnected) form.append(line);
      if (now !== state && now !== "waiting") announce(text);
      if (now !== "waiting") state = now;
    }
    const onDevice = () => (isKept ? "kept on this device" : "leave this page open");
    function stand(control) {
      const beside = control && control.closest(".field");
      if (!beside || control.nextElementSibling === line) return;
      if (control.matches("textarea, select, input:not([type='checkbox'], [type='radio'])")) control.after(line);
      else beside.append(line);
    }

    function keep() {
      const words = wordsOf(form);
      const sent = pending ? [base, pending] : [base];
      isKept = Boolean(OWNER) && device.put(key, {
        at: new Date().toISOString(), words, sent, opened: opened ? opened.value : "",
      });
    }

    function typed(event) {
      if (event && event.target.closest("#clashes")) return;
      if (event) stand(event.target);
      if (!isDirty() && !isLeft) {
        device.drop(key);
        clearTimeout(timer);
        line.replaceChildren();
        return;
      }
      keep();
      if (!opened) {
        say("device", isKept ? "Kept on this device until you save it." : "Not saved yet");
        return;
      }
      if (["clash", "gone", "other"].includes(state)) return;
      if (!tries) say("waiting", "Not saved yet");
      soon();
    }
    function soon() {
      if (tries) return; // it has its own time
      firstKey ||= Date.now();
      clearTimeout(timer);
      const longest = Math.max(0, firstKey + LONGEST - Date.now());
      timer = setTimeout(save, Math.min(PAUSE, longest));
    }
    function later() {
      clearTimeout(timer);
      timer = setTimeout(save, RETRIES[Math.min(tries++, RETRIES.length - 1)]);
    }

    /* A year is typed digit by digit, and each of them makes a day. */
    const isHalfADay = () =>
      form.contains(document.activeElement) &&
      document.activeElement.matches("input[type='date'], input[type='time'], input[type='datetime-local']");

    /* What may have arrived is sent again as it was, until there is an answer: were it
       changed, the server could not tell it from the words of another page. */
    function save({ now = false, parting = false } = {}) {
      clearTimeout(timer);
      if (saving || !opened || !isDirty() || ["clash", "gone"].includes(state)) return saving;
      if (isHalfADay() && !now && !parting) return saving;
      pending ||= wordsOf(form);
      firstKey = 0;
      keep();
      saving = send(parting)
        .then(understand)
        .catch(() => trouble("offline"))
        .finally(() => { saving = null; });
      return saving;
    }
    function send(parting) {
      const body = new URLSearchParams(pending);
      body.set("csrfmiddlewaretoken", form.querySelector("[name='csrfmiddlewaretoken']").value);
      body.set("opened", opened.value);
      body.set("autosave", "1");
      // A browser lets no more than this leave with a page that is closed.
      const keepalive = parting && String(body).length < 60000;
      return fetch(address, { method: "POST", body, keepalive, redirect: "manual" });
    }

    async function understand(answer) {
      if (answer.ok) return arrived(await answer.json());
      if (answer.type === "opaqueredirect" || answer.status === 401) return signedOut();
      if (answer.status === 403 || answer.status === 404) return lookAgain(answer.status);
      if (answer.status === 409) return compare(await answer.text());
      if (answer.status === 422) {
        const { left } = await answer.json();
        pending = null;
        tries = 0;
        return say("left", `Not saved: ${Object.values(left)[0]} It is ${onDevice()}.`);
      }
      return trouble("server");
    }

    function arrived({ at, opened: marks, left, elsewhere }) {
      opened.value = marks;
      const wasTrouble = tries > 0;
      base = pending;
      pending = null;
      tries = 0;
      if (wasTrouble) state = "";
      const notThere = Object.entries(left);
      isLeft = notThere.length > 0;
      if (isDirty() || isLeft) keep();
      else device.drop(key);
      if (isDirty()) {
        soon();
        return say("waiting", "Not saved yet");
      }
      if (isLeft) {
        const [name, why] = notThere[0];
        return say("left", `Saved ${at}, but not “${name}”: ${why} It is ${onDevice()}.`);
      }
      const others = elsewhere.map((name) => `“${name}”`).join(", ");
      const more = others && ` ${others} was changed in another place: load the page again to see it.`;
      return say("saved", `Saved ${at}.${more}`);
    }

    function trouble(kind) {
      keep();
      if (kind === "offline") {
        say("offline", `Offline: ${onDevice()}, will be saved when you are back.`);
      } else {
        say("server", `Not saved yet: the server is in trouble. It is ${onDevice()}, and tried again.`);
      }
      later();
    }
    function signedOut() {
      const link = made("a", "", "Sign in in a new tab");
      link.href = opened.dataset.signIn;
      link.target = "_blank";
      say("signed-out", `You are signed out. Your words are ${onDevice()}. `, link,
        ", then come back: they are saved by themselves.");
      later();
    }
    function gone() {
      pending = null;
      keep();
      say("gone", `This was deleted, so it cannot be saved. Your words are ${onDevice()}.`);
    }

    /* Refused: the token of a page is worth nothing after a new sign-in. Take that of a
       new page, if it is still the same person's. */
    async function lookAgain(status) {
      const page = await fetch(location.href, { redirect: "manual" });
      if (page.type === "opaqueredirect") return signedOut();
      const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
      if ((fresh.body.dataset.owner || "") !== OWNER) {
        say("other", `Somebody else is signed in now. Your words are ${onDevice()} for you.`);
        return later();
      }
      const token = fresh.querySelector("[name='csrfmiddlewaretoken']");
      if (page.status === 404) return gone();
      if (!token || status === 404) return trouble("server");
      for (const field of document.querySelectorAll("[name='csrfmiddlewaretoken']")) {
        field.value = token.value;
      }
      document.body.setAttribute("hx-headers", fresh.body.getAttribute("hx-headers"));
      const again = await send(false);
      return [403, 404].includes(again.status) ? trouble("server") : understand(again);
    }

    function compare(part) {
      pending = null;
      tries = 0;
      keep();
      const fresh = new DOMParser().parseFromString(part, "text/html");
      const both = fresh.getElementById("clashes");
      document.getElementById("clashes")?.remove();
      // Below the field, so that nothing moves under the hands of who is typing.
      const beside = line.closest("fieldset:not(.field)") || line.closest(".field");
      if (beside) beside.after(document.adoptNode(both));
      else form.prepend(document.adoptNode(both));
      const link = made("a", "", "Compare both");
      link.href = "#clashes";
      say("clash", "Changed in another place while you wrote. Nothing was overwritten. ", link);
    }

    /* A press of "Save" waits for the words to arrive, so that it never leads to a page
       that cannot be reached; what is pressed there is said by the server as ever. */
    function pressed(event) {
      const choosing = event.submitter && event.submitter.name === "chosen";
      if (leaving || choosing || !opened || !isDirty() || ["clash", "gone"].includes(state)) {
        leave();
        return;
      }
      event.preventDefault();
      finish(event.submitter);
    }
    async function finish(submitter) {
      tries = 0;
      state = "";
      await saving;
      // Twice: first what may have arrived, then what was typed since.
      for (let turn = 0; turn < 2 && isDirty() && !isStuck(); turn++) await save({ now: true });
      if (isStuck()) {
        line.scrollIntoView({ block: "nearest" });
        return;
      }
      leaving = true;
      HTMLFormElement.prototype.requestSubmit.call(form, submitter);
      leaving = false;
    }
    function leave() {
      leaving = true;
      clearTimeout(timer);
      if (device.all(key).length) {
        const keys = JSON.parse(sessionStorage.getItem(SENT) || "[]");
        sessionStorage.setItem(SENT, JSON.stringify([...keys, key]));
      }
    }

    form.addEventListener("input", typed);
    form.addEventListener("change", typed);
    form.addEventListener("focusout", () => { if (!tries && isDirty()) save(); });
    form.addEventListener("submit", pressed);
    document.addEventListener("visibilitychange", () => {
      if (document.hidden && !leaving) save({ parting: true });
      else if (tries) save();
    });
    window.addEventListener("pagehide", () => { if (!leaving) save({ parting: true }); });
    window.addEventListener("pageshow", () => { leaving = false; });
    for (const name of ["online", "focus"]) {
      window.addEventListener(name, () => { if (tries) save(); });
    }
    window.addEventListener("beforeunload", (event) => {
      if (!leaving && !isKept && isDirty()) event.preventDefault();
    });

    /* --- what an earlier page has kept ------------------------------------------- */

    function offer([old, { at, words, sent, opened: marks }]) {
      const box = made("section", "warn unsaved");
      box.setAttribute("aria-label", "Unsaved words");
      const acts = made("div", "acts");
      const read = made("details", "");
      const list = made("dl", "known");
      const now = told(wordsOf(form));
      for (const [name, value] of words) {
        const shown = told([[name, value]])[name];
        if (!shown || (now[name] || []).includes(shown[0])) continue;
        const label = form.querySelector(`[name="${CSS.escape(name)}"]`)?.labels?.[0];
        list.append(made("dt", "", label ? label.textContent : ""), made("dd", "own-words", value));
      }
      read.append(made("summary", "", "Read them"), list);
      const away = () => { device.drop(old); box.remove(); };
      acts.append(
        button("Put them back", () => {
          // Saved since then, and not by that page: both will be compared.
          if (opened && !sent.some((each) => same(each, base))) opened.value = marks;
          const without = putBack(form, words);
          typed();
          if (!without) return away();
          acts.firstChild.remove();
          box.append(made("p", "small", "Some of them have no box any more. Read and copy them here."));
        }),
        button("Discard", away),
      );
      box.append(made("p", "", `You have unsaved words from ${since(at)}.`), read, acts);
      form.prepend(box);
      announce(`You have unsaved words from ${since(at)}.`);
    }
    /* What a refused form shows again is what was typed: it is not stored anywhere. */
    const wasRefused = form.querySelector("[aria-invalid='true'], .errorlist") !== null;
    for (const kept of OWNER ? device.all(place) : []) {
      if (same(kept[1].words, wordsOf(form))) device.drop(kept[0]);
      else offer(kept);
    }
    if (wasRefused) base = [];
    if (isDirty()) typed();
  }

  /* Give back to each box its words; true if some have none. */
  function putBack(form, words) {
    let without = false;
    const named = new Map();
    for (const [name, value] of words) named.set(name, [...(named.get(name) || []), value]);
    for (const control of form.elements) {
      if (control.matches("[type='checkbox'], [type='radio']")) {
        control.checked = (named.get(control.name) || []).includes(control.value);
      }
    }
    for (const [name, values] of named) {
      if (COUNTS.test(name)) continue;
      const controls = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
      if (!controls.length) without ||= values.some((value) => tidy(value));
      else if (!controls[0].matches("[type='hidden'], [type='checkbox'], [type='radio']")) {
        controls[0].value = values[0];
        controls[0].dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
    return without;
  }

  /* --- the page ------------------------------------------------------------------ */

  const watched = new WeakSet();
  function watchAll() {
    for (const mark of document.querySelectorAll("[data-autosave], form[data-keep-words]")) {
      const form = mark.closest("form");
      if (watched.has(form)) continue;
      watched.add(form);
      watch(form);
    }
  }
  /* The first page after a press of a button says whether it went well. If it does not
     say so (signed out, refused, no page at all) the words stay on the device. */
  function landed() {
    if (document.querySelector("main .clashes")) return; // the next page will say
    const keys = JSON.parse(sessionStorage.getItem(SENT) || "[]");
    sessionStorage.removeItem(SENT);
    if (document.querySelector(".toast.success")) keys.forEach(device.drop);
  }
  /* Signing out leaves nothing behind but what only this device has. */
  function tellWaiting() {
    const note = document.querySelector("[data-words-waiting]");
    const kept = note && OWNER ? device.all(`${KEPT}${OWNER}:`) : [];
    if (!kept.length) return;
    note.hidden = false;
    note.querySelector("button").addEventListener("click", () => {
      kept.forEach(([key]) => device.drop(key));
      note.hidden = true;
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    landed();
    watchAll();
    tellWaiting();
  });
  document.addEventListener("htmx:afterSettle", () => { landed(); watchAll(); });
  for (const name of ["htmx:responseError", "htmx:sendError"]) {
    document.addEventListener(name, () => sessionStorage.removeItem(SENT));
  }
})();
