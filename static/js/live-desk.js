// <live-desk>: the match as the server last told it, with what waits to be sent laid
// over it. Tells the parts of the page by the event `live:now`.
const PACE = 3000;
const UNSEEN = 15_000;
const read = (id) => JSON.parse(document.getElementById(id).textContent);

class LiveDesk extends HTMLElement {
  connectedCallback() {
    [this.wording, this.people] = [read("live-wording"), read("live-people")];
    this.take(read("live-state"));
    document.addEventListener("live:queue", () => this.show());
    document.addEventListener("visibilitychange", () => document.hidden || this.poll());
    addEventListener("online", () => this.poll());
    this.timer = setTimeout(() => this.poll(), PACE);
  }

  // The server’s clock: those of two operators’ machines differ.
  now() {
    return new Date(Date.now() + this.ahead);
  }

  async poll() {
    clearTimeout(this.timer);
    this.asking ??= this.ask().finally(() => (this.asking = null));
    await this.asking;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.poll(), document.hidden ? UNSEEN : PACE);
  }

  async ask() {
    const headers = this.tag ? { "If-None-Match": this.tag } : {};
    const given = { headers, cache: "no-store", signal: AbortSignal.timeout(8000) };
    const answer = await fetch(this.dataset.address, given).catch(() => null);
    this.heard(answer?.status ?? 0);
    if (answer?.status !== 200) return;
    const state = await answer.json().catch(() => null);
    if (state && this.take(state)) this.tag = answer.headers.get("ETag");
  }

  heard(status) {
    const isAway = ![200, 304].includes(status);
    if (isAway === Boolean(this.isAway)) return;
    this.isAway = isAway;
    this.show();
    if (status === 401) document.querySelector("desk-session").ask().then((isBack) => isBack && this.poll());
  }

  // False for an answer that a later one overtook.
  take(state) {
    if (this.state && state.now < this.state.now) return false;
    this.state = state;
    this.tag = null;
    this.ahead = Date.parse(state.now) - Date.now();
    this.show();
    return true;
  }

  show() {
    const now = structuredClone(this.state);
    const waiting = document.querySelector("live-queue").items?.filter((item) => item.state === "waiting") ?? [];
    for (const { act } of waiting) this[act.kind]?.(now, act);
    this.shown = now;
    document.dispatchEvent(new CustomEvent("live:now", { detail: now }));
  }

  step(now, act) {
    const step = this.wording.steps[act.step];
    if (!step) return;
    const { phase, status, next, label, minute, before, last } = step;
    const clock = before === null ? { minute } : { since: act.at, before, last };
    // Which of two steps is the likely one, the server will say.
    Object.assign(now, { phase, status, next, clock, isUnsure: next.length > 1 });
    now.kick = phase === "shootout" ? { side: "", number: 1 } : null;
    if (act.step === "kick_off") now.score ??= [0, 0];
    if (phase === "shootout") now.shootout ??= [0, 0];
    now.lines.unshift({ id: act.key, act: act.key, type: "step", label, side: "", clock: "", isWaiting: true });
  }

  clock(now, act) {
    if (now.phase === act.step && now.clock.since) now.clock.since = act.since;
  }

  event(now, act) {
    if (act.event) return;
    now.lines.unshift({ id: act.key, isWaiting: true, ...this.line(act) });
    this.count(now, act, 1);
    if (now.kick && act.number) now.kick = { side: act.side === "home" ? "away" : "home", number: act.number + 1 };
  }

  line(act) {
    const everybody = Object.values(this.people).flat();
    const name = (id) => everybody.find((person) => person.id === id)?.name ?? "";
    const reason = this.wording.reasons[act.type]?.[act.reason] ?? "";
    const details = [reason, this.wording.outcomes[act.outcome], act.announced && `+${act.announced}`, act.note].filter(Boolean).join(", ");
    const said = { who: name(act.person), with: name(act.second_person), details, clock: act.minute ?? "" };
    return { act: act.key, ...act, ...said, label: this.wording.types[act.type] };
  }

  count(now, { type, side }, goals) {
    const score = type === "shootout_scored" ? now.shootout : this.wording.goals.includes(type) ? now.score : null;
    if (score) score[side === "home" ? 0 : 1] += goals;
  }

  change(now, act) {
    const line = now.lines.find((one) => one.id === act.event);
    if (!line) return;
    if (!line.is_struck) this.count(now, line, -1);
    Object.assign(line, act.cancelled_by ? { is_struck: true } : this.line(act), { id: line.id, act: line.act, isWaiting: true });
    if (!line.is_struck) this.count(now, line, 1);
  }

  undo(now, act) {
    const line = now.lines.find((one) => (act.target ? one.act === act.target : one.id === act.event));
    if (!line || line.isGoing) return;
    line.isGoing = true;
    if (!line.is_struck) this.count(now, line, -1);
  }
}

customElements.define("live-desk", LiveDesk);
