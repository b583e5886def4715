// <name-picker>: a field that finds a player by name or shirt number; Enter takes the
// first found, a tap any. Left empty, the name can come later.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

class NamePicker extends HTMLElement {
  connectedCallback() {
    [this.input, this.list] = [this.querySelector("input"), this.querySelector("[role=listbox]")];
    this.input.addEventListener("input", () => this.search());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("focus", () => this.search(this.value !== null));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.tap(event));
    this.addEventListener("focusout", (event) => this.contains(event.relatedTarget) || this.close());
  }

  set label(text) {
    this.querySelector("label").firstElementChild.textContent = text;
  }

  offer(people, chosen) {
    this.people = people;
    const person = people.find(({ id }) => id === chosen);
    [this.value, this.input.value] = [chosen, person?.name ?? ""];
    this.close();
  }

  // A thumb takes a name from the list: the keyboard of a phone would hide it.
  ask() {
    if (matchMedia("(pointer: coarse)").matches) this.search(this.value !== null);
    else this.input.focus();
  }

  found(text) {
    const typed = fold(text.trim());
    if (!typed) return this.people;
    const isNumber = /^\d+$/.test(typed);
    const starts = (person) => fold(`${person.name} ${person.full}`).split(/[\s-]+/).some((word) => word.startsWith(typed));
    return this.people.filter((p) => (isNumber ? String(p.number) === typed : starts(p) || fold(p.full).startsWith(typed)));
  }

  // `isChosen`: everybody is shown, the one chosen first in mind.
  search(isChosen = false) {
    if (!isChosen) this.value = null;
    this.shown = this.found(isChosen ? "" : this.input.value);
    const isTyped = !isChosen && this.input.value.trim();
    this.at = isTyped && this.shown.length ? 0 : -1;
    this.list.replaceChildren(...this.shown.map((person, index) => this.option(person, index)));
    this.list.hidden = !this.shown.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.input.setAttribute("aria-invalid", String(Boolean(isTyped) && !this.shown.length));
    this.mark();
  }

  option(person, index) {
    const option = document.createElement("li");
    Object.assign(option, { id: `${this.dataset.name}-${index}`, className: `name-picker__option name-picker__option--${person.part}` });
    option.setAttribute("role", "option");
    const number = Object.assign(document.createElement("span"), { className: "name-picker__number", textContent: person.number ?? "" });
    option.append(number, " ", person.name);
    return option;
  }

  mark() {
    [...this.list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === this.at)));
    const option = this.list.children[this.at];
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.shown.length) {
      event.preventDefault();
      this.at = (this.at + step + this.shown.length) % this.shown.length;
      this.mark();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (event.repeat || event.isComposing) return;
      if (this.at >= 0) this.take(this.at, false);
      else if (!this.input.value.trim() || this.value !== null) this.tell(false);
    } else if (event.key === "Tab" && this.at >= 0) this.put(this.at);
  }

  tap(event) {
    const option = event.target.closest("[role=option]");
    if (option) this.take([...this.list.children].indexOf(option), true);
  }

  put(index) {
    const person = this.shown[index];
    [this.value, this.input.value] = [person.id, person.name];
    this.close();
  }

  take(index, isTap) {
    this.put(index);
    this.tell(isTap);
  }

  tell(isTap) {
    this.dispatchEvent(new CustomEvent("name:picked", { bubbles: true, detail: { isTap } }));
  }

  close() {
    [this.at, this.list.hidden] = [-1, true];
    this.input.setAttribute("aria-expanded", "false");
  }
}

customElements.define("name-picker", NamePicker);
