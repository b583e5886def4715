// <live-keys>: everything by keyboard: a side, then what it did. Each key stands on its
// button as `data-keys`, so that none is left unsaid.
const FIELDS = "input, select, textarea, [contenteditable]";

class LiveKeys extends HTMLElement {
  connectedCallback() {
    [this.form, this.log] = ["live-form", "live-log"].map((name) => document.querySelector(name));
    this.help = this.querySelector("dialog");
    document.addEventListener("keydown", (event) => this.press(event));
    this.addEventListener("click", (event) => this.click(event));
  }

  press(event) {
    const isForUs = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat && !event.defaultPrevented;
    // The field of a form just closed keeps the focus until the next frame.
    const isTyped = event.target.matches(FIELDS) && event.target.checkVisibility();
    if (!isForUs || isTyped || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") return this.arm("");
    const button = event.key.length === 1 && this.found(CSS.escape(event.key.toLowerCase()));
    this.arm("");
    if (!button) return;
    event.preventDefault();
    if (button.dataset.arms) this.arm(button.dataset.arms);
    else button.click();
  }

  // After a side its own keys; the kicks of a shoot-out; steps; sides; then the rest.
  found(key) {
    const places = [`live-shootout:not([hidden]) [data-keys~="${key}"]:not([hidden])`, `live-board [data-keys~="${key}"]`, `[data-arms][data-keys~="${key}"]`, `[data-alone] [data-keys~="${key}"]`];
    if (this.side) places.unshift(`[data-side=${this.side}] [data-type][data-keys~="${key}"]`);
    return places.map((place) => document.querySelector(place)).find(Boolean);
  }

  arm(side) {
    this.side = side;
    for (const part of this.querySelectorAll("[data-side]")) part.classList.toggle("is-armed", part.dataset.side === side);
  }

  click(event) {
    const button = event.target.closest("button");
    if (!button || event.detail > 1) return;
    const { type, act, arms } = button.dataset;
    if (type) this.form.open(type, button.closest("[data-side]")?.dataset.side ?? "");
    if (arms) this.arm(arms);
    if (act === "undo") this.log.undoLast();
    if (act === "help") this.help.showModal();
    if (act === "close") this.help.close();
  }
}

customElements.define("live-keys", LiveKeys);
