// <live-board>: score, clock and the steps that may follow.
class LiveBoard extends HTMLElement {
  connectedCallback() {
    [this.desk, this.queue] = ["live-desk", "live-queue"].map((name) => document.querySelector(name));
    document.addEventListener("live:now", (event) => this.show(event.detail));
    this.addEventListener("click", (event) => this.press(event));
    if (this.desk.shown) this.show(this.desk.shown);
    this.ticking = setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
  }

  show(now) {
    const score = now.score?.join("–") ?? "–";
    this.put("score", now.shootout ? `${score} (${now.shootout.join("–")})` : score);
    this.put("status", [now.status, now.decided].filter(Boolean).join(", "));
    this.put("warnings", now.warnings.join(" "));
    this.querySelector("[data-recount]").hidden = !now.warnings.length;
    this.tick();
    this.dataset.phase = now.phase;
    const told = [now.isUnsure, ...now.next].join();
    if (this.told === told) return;
    this.told = told;
    const steps = this.querySelector("[data-steps]");
    const isFocused = steps.contains(document.activeElement);
    steps.replaceChildren(...now.next.map((step, index) => this.button(step, !index && !now.isUnsure && step !== "suspend")));
    // Not to the next step: a second Enter would take it.
    if (isFocused) document.querySelector("live-log [data-lines]").focus({ preventScroll: true });
  }

  put(name, text) {
    const place = this.querySelector(`[data-${name}]`);
    if (place.textContent !== text) place.textContent = text;
  }

  button(step, hasKey) {
    const { label } = this.desk.wording.steps[step] ?? { label: this.dataset[step] };
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "live-button live-button--step" });
    button.dataset.step = step;
    if (hasKey) button.append(Object.assign(document.createElement("kbd"), { textContent: "k" }), " ");
    if (hasKey) button.dataset.keys = "k";
    button.append(label);
    return button;
  }

  // A double click is one: its second comes with a detail of 2.
  press(event) {
    const button = event.target.closest("button");
    if (!button || event.detail > 1) return;
    if (button.dataset.step) this.queue.add({ kind: "step", step: button.dataset.step });
    if ("recount" in button.dataset) this.queue.add({ kind: "recount" });
    if (button.dataset.shift) this.shift(60_000 * Number(button.dataset.shift));
  }

  // The kick-off was told late, or early: the clock goes by what the stadium’s says.
  shift(later) {
    const { clock, phase } = this.desk.shown;
    const since = Math.min(Date.parse(clock.since) - later, this.desk.now());
    this.queue.add({ kind: "clock", step: phase, since: new Date(since).toISOString() });
  }

  // 10:30 on the clock is in the eleventh minute.
  minute() {
    const { since, before, last, minute } = this.desk.shown.clock;
    if (!since) return minute;
    const running = before + 1 + Math.max(0, Math.floor((this.desk.now() - Date.parse(since)) / 60_000));
    return running > last ? `${last}+${running - last}` : String(running);
  }

  tick() {
    const isRunning = Boolean(this.desk.shown?.clock.since);
    for (const button of this.querySelectorAll("[data-shift]")) button.hidden = !isRunning;
    this.put("clock", isRunning ? `${this.minute()}${this.dataset.mark}` : "");
  }
}

customElements.define("live-board", LiveBoard);
