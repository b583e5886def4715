// <live-status>: whether everything is sent, and how much waits.
class LiveStatus extends HTMLElement {
  connectedCallback() {
    document.addEventListener("live:queue", () => this.say());
    this.say();
  }

  say() {
    const queue = document.querySelector("live-queue");
    const waiting = (queue.items ?? []).filter((item) => item.state === "waiting").length;
    const state = !waiting ? "sent" : queue.isOut ? "signedOut" : queue.isAway ? "away" : "sending";
    const text = this.dataset[state].replace("{n}", waiting);
    if (this.textContent !== text) this.textContent = text;
    this.dataset.state = state;
  }
}

customElements.define("live-status", LiveStatus);
