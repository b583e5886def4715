// <kept-work>: offers unsaved work back: when it was kept and what differs, to take or
// to discard.
const element = (tag, text = "", className = "") =>
  Object.assign(document.createElement(tag), { textContent: text, className });

class KeptWork extends HTMLElement {
  async load(work) {
    this.work = work;
    const found = await document.querySelector("desk-session").found(work.tab.value).catch(() => null);
    this.replaceChildren(...(found?.offers ?? []).map((offer, index) => this.offer(offer, index === 0)));
    this.hidden = !this.childElementCount;
  }

  offer(offer, isOpen) {
    const box = element("section", "", "kept-work__offer");
    const title = element("h2", this.dataset.title.replace("{at}", offer.at));
    const details = Object.assign(element("details"), { open: isOpen });
    const names = offer.fields.map((field) => field.label).join(", ");
    details.append(element("summary", `${this.dataset.differences} – ${names}`));
    for (const field of offer.fields) details.append(...this.difference(field));
    const status = Object.assign(element("p"), { role: "status" });
    const buttons = element("p", "", "kept-work__buttons");
    buttons.append(
      this.button("take", () => this.take(offer, box, status)),
      this.button("discard", () => this.discard(offer, buttons, status)),
    );
    box.append(title, details, buttons, status);
    return box;
  }

  button(name, act) {
    const button = Object.assign(element("button", this.dataset[name], "verb"), { type: "button" });
    button.addEventListener("click", act);
    return button;
  }

  difference({ label, pieces }) {
    const text = element("div", "", "diff");
    for (const [kind, words] of pieces) text.append(kind === "same" ? words : element(kind, words));
    return [element("h3", label), text];
  }

  // The words go into the form with the version they were written on, so that saving
  // merges them with what others saved since.
  async take(offer, box, status) {
    this.work.opened ??= this.work.typed();
    const rows = document.querySelector("kept-rows");
    for (const field of offer.fields.flatMap((given) => rows.controls(given))) this.fill(field);
    const { seen_version } = this.work.form.elements;
    if (seen_version) seen_version.value = offer.seen_version;
    const answer = await this.work.keep();
    if (answer === 200 || answer === 409) await this.close(offer, true);
    box.replaceChildren(status);
    status.textContent = this.dataset.taken;
  }

  fill({ name, value, text }) {
    const control = this.work.form.elements[name];
    if (!control) return;
    const editor = control.closest(".prose-editor")?.querySelector(".ProseMirror[contenteditable]")?.editor;
    if (editor) return editor.commands.setContent(value, { emitUpdate: true });
    if (control.type === "checkbox") control.checked = Boolean(value);
    else if (control.tagName === "SELECT" && ![...control.options].some((option) => option.value === value))
      control.add(new Option(text, value));
    if (control.type !== "checkbox") control.value = value;
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  }

  async discard(offer, buttons, status) {
    if (!(await this.close(offer, true))) return (status.textContent = this.dataset.failed);
    const given = [...buttons.children];
    const undo = this.button("undo", async () => {
      if (!(await this.close(offer, false))) return (status.textContent = this.dataset.failed);
      buttons.replaceChildren(...given);
      status.textContent = "";
      given[0].focus();
    });
    buttons.replaceChildren(undo);
    status.textContent = this.dataset.discarded;
    undo.focus();
  }

  async close(offer, isClosed) {
    const address = this.dataset.address.replace(/0\/$/, `${offer.id}/`);
    return (await this.work.post(address, JSON.stringify(isClosed))).status === 200;
  }
}

customElements.define("kept-work", KeptWork);
