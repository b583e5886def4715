// <live-log>: what happened, the last first, each with its undoing and its changes; and
// above it what the operator must settle: a question, a refusal.
const element = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });

class LiveLog extends HTMLElement {
  connectedCallback() {
    [this.desk, this.queue] = ["live-desk", "live-queue"].map((name) => document.querySelector(name));
    [this.list, this.asked, this.news] = ["lines", "settle", "news"].map((name) => this.querySelector(`[data-${name}]`));
    document.addEventListener("live:now", (event) => this.show(event.detail.lines));
    document.addEventListener("live:queue", () => this.settle());
    this.addEventListener("click", (event) => this.press(event));
    if (this.desk.shown) this.show(this.desk.shown.lines);
    this.settle();
  }

  show(lines) {
    const told = JSON.stringify(lines);
    if (told === this.told) return;
    this.told = told;
    const { activeElement } = document;
    const [id, name] = [activeElement.closest?.("[data-id]")?.dataset.id, activeElement.dataset?.do];
    this.lines = lines;
    this.list.replaceChildren(...lines.map((line) => this.line(line)));
    if (id) (this.list.querySelector(`[data-id="${id}"] [data-do=${name}]`) ?? this.list).focus();
    const news = lines.length ? [lines[0].clock, lines[0].label, lines[0].who].filter(Boolean).join(" ") : "";
    if (this.news.textContent !== news) this.news.textContent = news;
  }

  line(line) {
    const item = element("li", `live-line live-line--${line.type}`);
    Object.assign(item.dataset, { id: line.id, side: line.side });
    item.classList.toggle("is-struck", Boolean(line.is_struck || line.isGoing));
    item.classList.toggle("is-waiting", Boolean(line.isWaiting || line.isGoing));
    const names = line.with && line.type === "substitution" ? `${line.who || "?"} → ${line.with}` : [line.who, line.with && `(${line.with})`].filter(Boolean).join(" ");
    const what = element("p", "live-line__what");
    what.append(element("strong", "", line.label), " ", names || this.missing(line), line.details ? ` – ${line.details}` : "");
    const state = line.isGoing ? this.dataset.going : line.isWaiting ? this.dataset.waiting : line.by;
    item.append(element("span", "live-line__clock", line.clock), what, element("span", "live-line__by", state), this.buttons(line));
    return item;
  }

  missing(line) {
    return line.side && !line.type.startsWith("var") ? this.dataset.nameless : "";
  }

  buttons(line) {
    const place = element("span", "live-line__buttons");
    if (line.isGoing) return place;
    const isEvent = line.type !== "step";
    if (isEvent && !line.isWaiting) place.append(this.button("edit"));
    if (this.queue.dataset.overturns.split(" ").includes(line.type) && !line.isWaiting && !line.is_struck) place.append(this.button("overturn"));
    if (isEvent || line.act) place.append(this.button("undo"));
    return place;
  }

  button(name) {
    const button = element("button", "live-small", this.dataset[name]);
    button.type = "button";
    button.dataset.do = name;
    return button;
  }

  settle() {
    const items = this.queue.items?.filter((item) => item.state !== "waiting") ?? [];
    const told = JSON.stringify(items);
    if (told === this.open) return;
    this.open = told;
    this.asked.replaceChildren(...items.map((item) => this.question(item)));
  }

  question({ act, state, said }) {
    const box = element("div", "live-question");
    box.dataset.key = act.key;
    const { types, steps } = this.desk.wording;
    const what = [act.minute, types[act.type] ?? steps[act.step]?.label].filter(Boolean).join(" ");
    const names = state === "asked" ? ["same", "another"] : ["again", "drop"];
    box.append(element("p", "", [what, said].filter(Boolean).join(" – ")), ...names.map((name) => this.button(name)));
    return box;
  }

  press(event) {
    const button = event.target.closest("[data-do]");
    if (!button || event.detail > 1) return;
    const key = button.closest("[data-key]")?.dataset.key;
    if (key) this.answer(key, button.dataset.do);
    else this.act(this.lines.find((line) => String(line.id) === button.closest("[data-id]").dataset.id), button.dataset.do);
  }

  answer(key, name) {
    const { act, other } = this.queue.items.find((item) => item.act.key === key);
    if (name === "drop") return this.queue.drop(key);
    const more = { same: { event: other }, another: { is_another: true }, again: {} }[name];
    this.queue.set(key, { state: "waiting", act: { ...act, ...more } });
    this.queue.send();
  }

  act(line, name) {
    if (name === "edit") document.querySelector("live-form").open(line.type, line.side, line);
    if (name === "overturn") this.queue.add({ kind: "change", event: line.id, cancelled_by: "var" });
    if (name === "undo") this.undo(line.act, line.id);
  }

  // What was never tried is simply not sent.
  undo(key, id) {
    const item = this.queue.items.find(({ act }) => act.key === key);
    if (item && (item.state !== "waiting" || !item.tries)) return this.queue.drop(key);
    this.queue.add(key ? { kind: "undo", target: key } : { kind: "undo", event: id });
  }

  // The last thing that this operator did.
  undoLast() {
    const { items } = this.queue;
    const undone = items.map(({ act }) => act.target);
    const mine = [...this.queue.done, ...items.filter(({ act }) => act.kind !== "undo").map(({ act }) => act.key)];
    const last = mine.filter((key) => !undone.includes(key)).at(-1);
    if (last) this.undo(last);
  }
}

customElements.define("live-log", LiveLog);
