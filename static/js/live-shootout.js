// <live-shootout>: one keystroke a kick; the sides take turns.
const BOUNCE = 400;

class LiveShootout extends HTMLElement {
  connectedCallback() {
    [this.desk, this.queue] = ["live-desk", "live-queue"].map((name) => document.querySelector(name));
    document.addEventListener("live:now", (event) => this.show(event.detail));
    this.addEventListener("click", (event) => this.press(event));
    if (this.desk.shown) this.show(this.desk.shown);
  }

  show({ kick }) {
    this.hidden = !kick;
    this.kick = kick;
    if (!kick) return;
    const side = kick.side || this.first;
    const team = side && document.querySelector(`[data-team=${side}]`).textContent.trim();
    const text = side ? this.dataset.turn.replace("{n}", kick.number).replace("{team}", team) : this.dataset.toss;
    const place = this.querySelector("[data-turn]");
    if (place.textContent !== text) place.textContent = text;
    this.querySelectorAll("[data-first]").forEach((button) => (button.hidden = Boolean(kick.side)));
    this.querySelectorAll("[data-kick]").forEach((button) => (button.disabled = !side || this.isResting));
  }

  press(event) {
    const button = event.target.closest("button");
    if (!button || event.detail > 1) return;
    if (button.dataset.first) this.first = button.dataset.first;
    else if (button.dataset.kick) this.take(button.dataset.kick);
    this.show(this.desk.shown);
  }

  // A key that bounces is no second kick.
  take(type) {
    if (this.isResting) return;
    this.isResting = true;
    setTimeout(() => {
      this.isResting = false;
      this.show(this.desk.shown);
    }, BOUNCE);
    const { side, number } = this.kick;
    this.queue.add({ kind: "event", type, side: side || this.first, number, minute: "" });
  }
}

customElements.define("live-shootout", LiveShootout);
