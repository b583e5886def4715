// <live-queue>: what was done and not yet sent, in this browser: it outlives the tab,
// goes in order once the server answers, and each act is done once by its key.
const PATIENCE = 8000;
const LONGEST_WAIT = 10_000;
const KEPT = 60;
const desk = () => document.querySelector("live-desk");
const session = () => document.querySelector("desk-session");

const uuid = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  [bytes[6], bytes[8]] = [(bytes[6] & 15) | 64, (bytes[8] & 63) | 128];
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
};

class LiveQueue extends HTMLElement {
  connectedCallback() {
    this.place = `tribune-live:${this.dataset.user}:${this.dataset.match}`;
    addEventListener("online", () => this.send());
    addEventListener("storage", (event) => event.key === this.place && this.told());
    document.addEventListener("visibilitychange", () => document.hidden || this.send());
    this.send();
  }

  read(place) {
    return (this.isFull ? this.memory[place] : JSON.parse(localStorage.getItem(place))) ?? [];
  }

  write(place, list) {
    this.memory = { ...this.memory, [place]: list };
    this.isFull = false;
    try { localStorage.setItem(place, JSON.stringify(list)); } catch { this.isFull = true; } // the page still has it
  }

  get items() {
    return this.place ? this.read(this.place) : [];
  }

  set items(list) {
    this.write(this.place, list);
    this.told();
  }

  told() {
    document.dispatchEvent(new CustomEvent("live:queue"));
  }

  // Keys of what was done, the last last: what one keystroke undoes.
  get done() {
    return this.read(`${this.place}:done`);
  }

  add(told) {
    const act = { key: uuid(), at: desk().now().toISOString(), ...told };
    this.items = [...this.items, { act, state: "waiting", tries: 0 }];
    this.send();
  }

  set(key, changed) {
    this.items = this.items.map((item) => (item.act.key === key ? { ...item, ...changed } : item));
  }

  drop(key) {
    this.items = this.items.filter((item) => item.act.key !== key);
  }

  async send() {
    if (this.isSending) return;
    this.isSending = true;
    clearTimeout(this.timer);
    const drain = async () => { while (await this.deliver(this.items.find((item) => item.state === "waiting"))); };
    try { await (navigator.locks ? navigator.locks.request(this.place, drain) : drain()); } finally { this.isSending = false; }
    if (this.items.some((item) => item.state === "waiting")) this.timer = setTimeout(() => this.send(), this.wait);
  }

  // Whether the next may go: an answer came, whatever it says.
  async deliver(item) {
    if (!item) return false;
    this.set(item.act.key, { tries: item.tries + 1 });
    let answer = await this.post(item.act);
    if (answer.status === 403 && (await session().refresh())) answer = await this.post(item.act);
    const { status } = answer;
    const told = await answer.json?.().catch(() => null);
    if (status === 401) return this.signIn();
    if (!status || status >= 500 || status === 429 || (status === 200 && !told)) return this.later();
    [this.isAway, this.isOut, this.wait] = [false, false, 1000];
    this.settle(item.act, status, told ?? {});
    if (told?.state) desk().take(told.state);
    return true;
  }

  settle(act, status, { said = "", event = null }) {
    const why = said || this.dataset.notAllowed;
    if (status === 409) return this.set(act.key, { state: "asked", said: why, other: event });
    if (status !== 200) return this.set(act.key, { state: "refused", said: why });
    const done = this.done.filter((key) => key !== act.target);
    if (act.kind !== "undo") done.push(act.key);
    this.write(`${this.place}:done`, done.slice(-KEPT));
    this.drop(act.key);
  }

  later() {
    [this.isAway, this.wait] = [true, Math.min(LONGEST_WAIT, 2 * (this.wait ?? 1000))];
    this.told();
  }

  signIn() {
    [this.isOut, this.wait] = [true, LONGEST_WAIT];
    this.told();
    return !session().isDeclined && session().ask();
  }

  post(act) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": session().token };
    const given = { method: "POST", headers, body: JSON.stringify(act), signal: AbortSignal.timeout(PATIENCE) };
    return fetch(this.dataset.address, given).catch(() => ({ status: 0 }));
  }
}

customElements.define("live-queue", LiveQueue);
