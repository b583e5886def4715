// <live-match>: keeps the page of a match as fresh as the match. It asks with the mark of
// what it shows, replaces only what reads otherwise, and says a goal once, politely.
const [PACE, SLOW, HOUR, SOON, PATIENCE] = [10_000, 60_000, 3_600_000, 300_000, 8000];
const FOLLOWED = ["scheduled", "delayed", "live", "suspended"];

const parts = (root) => root.querySelectorAll("[data-part]");
const served = new WeakMap(); // an element → its markup as the server wrote it
const note = (root) => [root, ...root.querySelectorAll("[data-key]")].forEach((e) => served.set(e, e.outerHTML));

// Puts `fresh` in the place of `old`; the focus stays where it was.
function swap(old, fresh) {
  const isFocused = old.contains(document.activeElement);
  old.replaceWith(fresh);
  note(fresh);
  if (isFocused) fresh.querySelector("a[href], summary")?.focus({ preventScroll: true });
}

// Makes `old` read as `fresh`: children with a key are matched by it, all else is swapped.
function renew(old, fresh) {
  if (served.get(old) === fresh.outerHTML) return;
  const children = [...fresh.children];
  if (!children.length || !children.every((child) => child.dataset.key)) return swap(old, fresh);
  served.set(old, fresh.outerHTML);
  for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
  const keys = new Set(children.map((child) => child.dataset.key));
  const known = new Map([...old.children].map((child) => [child.dataset.key, child]));
  known.forEach((child, key) => keys.has(key) || child.remove());
  let place = old.firstElementChild;
  for (const child of children) {
    const same = known.get(child.dataset.key);
    if (same && same === place) place = place.nextElementSibling;
    else old.insertBefore(same ?? child, place);
    same ? renew(same, child) : note(child);
  }
}

class LiveMatch extends HTMLElement {
  connectedCallback() {
    parts(document).forEach(note);
    this.mark = `"${this.dataset.mark}"`;
    this.said = new Set(this.news().map((e) => e.dataset.news));
    [this.freshAt, this.failures, this.skew] = [Date.now(), 0, 0];
    setInterval(() => this.tick(), 1000);
    for (const type of ["visibilitychange", "online"])
      addEventListener(type, () => this.wait() === null || this.later(0));
    this.later(0);
  }

  news() {
    return [...document.querySelectorAll("[data-news]")];
  }

  // Milliseconds until the next question; null when nothing is to be expected.
  wait() {
    const { status, kickoff } = document.querySelector("[data-part=score]").dataset;
    if (!FOLLOWED.includes(status)) return null;
    if (this.failures) return Math.min(PACE * 2 ** (this.failures - 1), SLOW);
    const ahead = status === "scheduled" ? Date.parse(kickoff) - this.now() : 0;
    if (!(ahead <= 24 * HOUR)) return null;
    if (ahead > HOUR) return ahead - HOUR;
    return Math.abs(ahead + 2 * HOUR) < 2 * HOUR + SOON ? PACE * (0.9 + Math.random() / 10) : SLOW;
  }

  now() {
    return Date.now() + this.skew;
  }

  later(wait) {
    clearTimeout(this.timer);
    if (!document.hidden && wait !== null) this.timer = setTimeout(() => this.ask(), wait);
  }

  async ask() {
    if (this.isAsking) return;
    this.isAsking = true;
    const headers = { "If-None-Match": this.mark };
    const options = { headers, credentials: "omit", signal: AbortSignal.timeout(PATIENCE) };
    const answer = await fetch(this.dataset.address, options).catch(() => null);
    const text = answer?.ok ? await answer.text().catch(() => null) : "";
    this.isAsking = false;
    if (answer?.status === 404) return;
    if (text === null || !(answer?.ok || answer?.status === 304)) this.doubt();
    else this.trust(answer, text);
    this.later(this.wait());
  }

  trust(answer, text) {
    [this.freshAt, this.failures, this.lastElementChild.textContent] = [Date.now(), 0, ""];
    this.skew = Date.parse(answer.headers.get("Date") ?? new Date()) - Date.now();
    if (!answer.ok) return;
    this.mark = answer.headers.get("ETag");
    for (const fresh of parts(new DOMParser().parseFromString(text, "text/html")))
      renew(document.querySelector(`[data-part=${fresh.dataset.part}]`), fresh);
    const unsaid = this.news().filter((e) => !this.said.has(e.dataset.news));
    unsaid.forEach((e) => this.said.add(e.dataset.news));
    if (unsaid.length) this.firstElementChild.textContent = unsaid.map((e) => e.dataset.sentence).join(" ");
    this.tick();
  }

  doubt() {
    this.failures += 1;
    const at = new Date(this.freshAt);
    const [hour, minute] = [String(at.getHours()), String(at.getMinutes()).padStart(2, "0")];
    const said = this.dataset.stale.replace("{hour}", hour).replace("{minute}", minute);
    if (this.lastElementChild.textContent !== said) this.lastElementChild.textContent = said;
  }

  tick() {
    const clock = document.querySelector("[data-part] [data-since]");
    if (!clock) return;
    const { since, before, last, patterns } = clock.dataset;
    const minute = Number(before) + Math.max(0, Math.floor((this.now() - Date.parse(since)) / 60_000)) + 1;
    const words = JSON.parse(patterns);
    const kind = minute > last ? "added" : new Intl.PluralRules(document.documentElement.lang, { type: "ordinal" }).select(minute);
    const said = words[kind].replace("{minute}", Math.min(minute, last)).replace("{added}", minute - last);
    if (clock.textContent !== said) clock.textContent = said;
  }
}

customElements.define("live-match", LiveMatch);
