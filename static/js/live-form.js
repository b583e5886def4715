// <live-form>: the dialog that says the rest of an event: its minute, who, why.
const LABELS = ["person", "second_person"];

class LiveForm extends HTMLElement {
  connectedCallback() {
    [this.desk, this.queue] = ["live-desk", "live-queue"].map((name) => document.querySelector(name));
    [this.dialog, this.form] = [this.querySelector("dialog"), this.querySelector("form")];
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.addEventListener("name:picked", (event) => this.picked(event));
    this.querySelector("[data-closes]").addEventListener("click", () => this.dialog.close());
  }

  // `line`: of an event already entered, to change it.
  open(type, side, line = null) {
    const isPenalty = this.desk.wording.penalties.includes(type);
    this.told = { type, side, line };
    this.querySelector("[data-title]").textContent = this.title(type, side);
    for (const field of this.form.querySelectorAll("[data-for]"))
      field.hidden = !field.dataset.for.split(" ").includes(type);
    const { minute, result, announced, note, outcome } = this.form.elements;
    minute.value = line?.minute ?? document.querySelector("live-board").minute();
    minute.closest("label").hidden = line?.minute === "";
    if (isPenalty) result.value = type;
    [announced.value, note.value, outcome.value] = [line?.announced ?? "", line?.note ?? "", line?.outcome ?? ""];
    this.choose(type, line?.reason);
    this.name(type, side, line);
    if (!this.dialog.open) this.dialog.showModal();
    const first = this.form.querySelector("[data-first]:not([hidden])");
    if (first?.ask) first.ask();
    else (first?.querySelector("input, select") ?? minute).focus();
  }

  title(type, side) {
    const team = side && document.querySelector(`[data-team=${side}]`).textContent.trim();
    return [this.desk.wording.types[type], team].filter(Boolean).join(", ");
  }

  choose(type, chosen = "") {
    const reasons = Object.entries(this.desk.wording.reasons[type] ?? {});
    const options = reasons.map(([value, label]) => new Option(label, value, false, value === chosen));
    this.form.elements.reason.replaceChildren(new Option("–", ""), ...options);
    this.form.elements.reason.closest("label").hidden = !reasons.length;
  }

  // The scorer of an own goal plays for the other side.
  name(type, side, line) {
    const labels = this.desk.wording.people[type] ?? this.desk.wording.people.penalty_goal;
    const from = type === "own_goal" ? { home: "away", away: "home" }[side] : side;
    const isNamed = Boolean(side);
    LABELS.forEach((name, index) => {
      const picker = this.querySelector(`name-picker[data-name=${name}]`);
      picker.hidden = !isNamed || !labels[index];
      picker.label = labels[index] ?? "";
      picker.offer(this.desk.people[from] ?? [], line?.[name] ?? null);
    });
  }

  picker(name) {
    return this.querySelector(`name-picker[data-name=${name}]`);
  }

  // Enter on a name enters the act; a substitution asks for two; a tap only chooses.
  picked(event) {
    const isFirst = event.target === this.picker("person");
    if (isFirst && this.told.type === "substitution") return this.picker("second_person").ask();
    if (!event.detail.isTap) return this.form.requestSubmit();
    this.form.querySelector("[type=submit]").focus();
  }

  submit(event) {
    event.preventDefault();
    if (!this.dialog.open) return;
    const { minute, result, announced, note, outcome, reason } = this.form.elements;
    const { side, line } = this.told;
    const type = this.desk.wording.penalties.includes(this.told.type) ? result.value : this.told.type;
    const act = { kind: line ? "change" : "event", type, side, minute: minute.value.trim(), note: note.value.trim() };
    for (const name of LABELS) act[name] = this.picker(name).hidden ? null : this.picker(name).value;
    act.announced = announced.value ? Number(announced.value) : null;
    if (type in this.desk.wording.reasons) act.reason = reason.value;
    if (type === "var_check") act.outcome = outcome.value;
    if (line) [act.event, act.number] = [line.id, line.number];
    this.dialog.close();
    this.queue.add(act);
  }
}

customElements.define("live-form", LiveForm);
