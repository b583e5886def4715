// <live-status>: whether everything is sent, and how much waits.
class LiveStatus extends HTMLElement {
  connectedCallback() {
    for (const type of ["live:queue", "live:now"]) document.addEventListener(type, () => this.say());
    this.say();
  }

  say() {
    const queue = document.querySelector("live-queue");
    const waiting = (queue.items ?? []).filter((item) => item.state === "waiting").length;
    const rest = document.querySelector("live-desk").isAway ? "stale" : "sent";
    const state = !waiting ? rest : queue.isOut ? "signedOut" : queue.isAway ? "away" : "sending";
    const text = this.dataset[state].replace("{n}", waiting);
    if (this.textContent !== text) this.textContent = text;
    this.dataset.state = state;
  }
}

customElements.define("live-status", LiveStatus);
