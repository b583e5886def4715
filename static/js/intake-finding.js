// <intake-finding>: a card that knows where its finding begins and ends, and moves it.
const EXCERPT = 220;
const KEYS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

class IntakeFinding extends HTMLElement {
  connectedCallback() {
    this.querySelector(".bounds").hidden = false;
    this.addEventListener("click", (event) => this.press(event));
    this.addEventListener("keydown", (event) => this.key(event));
    this.addEventListener("change", (event) => this.chosen(event));
  }

  field(name) {
    return this.querySelector(`[name$="-${name}"]`);
  }

  get kind() {
    return this.dataset.kind;
  }

  get start() {
    return Number(this.field("start").value);
  }

  get end() {
    return Number(this.field("end").value);
  }

  get label() {
    return this.querySelector(".chip").textContent;
  }

  get isKept() {
    return this.field("keep").checked;
  }

  // What goes with the words of a quote that was not moved.
  get passage() {
    return this.dataset.passage && !this.isMoved ? this.dataset.passage.split(",").map(Number) : null;
  }

  get isMoved() {
    return this.field("origin").value !== `${this.start}-${this.end}`;
  }

  get copy() {
    return document.querySelector("intake-copy");
  }

  move(edge, place) {
    const [start, end] = edge === "start" ? [place, this.end] : [this.start, place];
    if (start < end) this.set(start, end);
  }

  set(start, end) {
    this.field("start").value = start;
    this.field("end").value = end;
    this.classList.toggle("is-moved", this.isMoved);
    const words = this.copy.slice(start, end).trim().replace(/\s+/gu, " ");
    this.querySelector("[data-words]").textContent = words.length > EXCERPT ? `${words.slice(0, EXCERPT - 1)}…` : words;
    this.dispatchEvent(new CustomEvent("intake:changed", { bubbles: true }));
  }

  step(edge, by, unit) {
    this.move(edge, this.copy.next(this[edge], by, unit, edge));
  }

  press({ target, shiftKey }) {
    const { edge, by } = target.closest("[data-edge]")?.dataset ?? {};
    if (edge) this.step(edge, Number(by), shiftKey ? "word" : "line");
  }

  key(event) {
    const { edge } = event.target.closest("[data-edge]")?.dataset ?? {};
    if (!edge || !KEYS[event.key]) return;
    event.preventDefault();
    this.step(edge, KEYS[event.key], event.shiftKey ? "word" : "line");
  }

  // Who says it was chosen: it can be kept.
  chosen({ target }) {
    if (target.name.endsWith("-speaker")) this.field("keep").checked = Boolean(target.value);
    this.classList.toggle("is-left", !this.isKept);
  }
}

customElements.define("intake-finding", IntakeFinding);
