// <auto-save>: inside a form, keeps unsaved work on the server, at most five seconds
// behind the typing; in this browser while the server cannot be asked.
const [PACE, PATIENCE] = [3000, 8000];
const LAST_WORDS = 60_000; // bytes that a request outliving its page may have

const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
const session = () => document.querySelector("desk-session");
const rows = () => document.querySelector("kept-rows");
// An answer cut short, or from a wall that answers for everyone, is none.
const whole = async (answer) => {
  const { status, headers } = answer;
  return { status, headers, told: [200, 409].includes(status) ? await answer.json() : {} };
};

class AutoSave extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.tab = this.form.elements.kept_as;
    this.tab.value ||= newKey();
    this.turn = Math.floor(Date.now() / 1000); // beyond those of the page before a refusal
    this.store = `tribune-kept:${this.dataset.user}:`;
    // Editors tidy their text once when they start: what counts is what people do.
    this.opened = "refused" in this.dataset ? {} : null;
    for (const type of ["focusin", "keydown", "pointerdown", "drop"])
      this.form.addEventListener(type, () => (this.opened ??= this.typed()), { capture: true, once: true });
    for (const type of ["input", "change"]) this.form.addEventListener(type, () => this.later(PACE));
    this.form.addEventListener("focusout", () => this.isPending && !this.isAway && this.keep());
    document.addEventListener("visibilitychange", () => document.hidden && this.lastWords());
    addEventListener("pagehide", () => this.lastWords());
    addEventListener("online", () => this.isPending && this.keep());
    this.flush().then(() => document.querySelector("kept-work").load(this));
  }

  typed() {
    const isWords = (e) => e.name && e !== this.tab && !/file|submit|button|password/.test(e.type);
    const value = (e) => (e.type === "checkbox" ? (e.checked ? "on" : "") : e.value);
    return Object.fromEntries([...this.form.elements].filter(isWords).map((e) => [rows().key(e), value(e)]));
  }

  copy() {
    const changed = Object.entries(this.typed()).filter(([name, value]) => this.opened && value !== this.opened[name]);
    const [tab, seen_version] = [this.tab.value, Number(this.form.elements.seen_version?.value || 0)];
    return JSON.stringify({ tab, turn: ++this.turn, seen_version, fields: Object.fromEntries(changed) });
  }

  later(wait) {
    this.isPending = true;
    this.timer ??= setTimeout(() => this.keep(), wait);
  }

  // Keeps the words as they are now. Resolves to the status of the answer, 0: none.
  async keep() {
    clearTimeout(this.timer);
    this.timer = null;
    while (this.asking) await this.asking;
    this.isPending = false;
    return (this.asking = this.send(this.copy()).finally(() => (this.asking = null)));
  }

  async send(body, isSecond = false) {
    const answer = await this.post(this.dataset.address, body);
    const { status } = answer;
    if (!isSecond && status === 410) return this.startAnew(), this.send(this.copy(), true);
    if (!isSecond && status === 403 && (await session().refresh())) return this.send(body, true);
    this.isAway = status !== 200 && status !== 409;
    if (this.isAway) this.hold(body);
    else localStorage.removeItem(this.store + this.tab.value);
    this.say(status, answer.told);
    if (this.isAway) this.tryAgain(status, answer);
    return status;
  }

  tryAgain(status, answer) {
    if (status === 401 && !session().isDeclined) session().ask().then((isBack) => isBack && this.keep());
    const seconds = status === 401 ? 30 : Number(answer.headers?.get("Retry-After")) || 5;
    if (status !== 413) this.later(1000 * seconds);
  }

  post(address, body, options = {}) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": session().token };
    const given = { method: "POST", headers, body, signal: AbortSignal.timeout(PATIENCE), ...options };
    return fetch(address, given).then(whole).catch(() => ({ status: 0, told: {} }));
  }

  hold(body) {
    const held = JSON.stringify({ address: this.dataset.address, body });
    try { localStorage.setItem(this.store + this.tab.value, held); } catch { /* full: the page still has it */ }
  }

  // What this browser held for the same person goes to the server.
  async flush() {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(this.store))) {
      const { address, body } = JSON.parse(localStorage.getItem(key));
      const { status } = await this.post(address, body);
      if ([200, 409, 410, 404].includes(status)) localStorage.removeItem(key);
    }
  }

  lastWords() {
    if (!this.isPending && !this.asking) return;
    const body = this.copy();
    this.hold(body);
    this.post(this.dataset.address, body, { keepalive: new Blob([body]).size < LAST_WORDS });
  }

  startAnew(opened = this.opened) {
    [this.tab.value, this.opened] = [newKey(), opened];
  }

  say(status, { at = "" }) {
    const { kept, stale, signedOut, slowDown, tooLong, offline, notKept } = this.dataset;
    const told = { 200: kept, 409: stale, 401: signedOut, 429: slowDown, 413: tooLong, 0: offline };
    const said = (told[status] ?? notKept).replace("{at}", at);
    const [quiet, loud] = this.querySelectorAll("p");
    quiet.textContent = status === 200 ? said : "";
    if (status === 200 || loud.textContent !== said) loud.textContent = status === 200 ? "" : said;
  }
}

customElements.define("auto-save", AutoSave);
