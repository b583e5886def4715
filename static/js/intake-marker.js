// <intake-marker>: marks by hand what was missed, or sets a finding to the words selected.
class IntakeMarker extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.lead = this.querySelector("[role=status]");
    this.sets = this.querySelector("[data-sets]");
    this.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
    this.addEventListener("click", (event) => this.press(event.target.closest("button")));
    document.addEventListener("selectionchange", () => this.look());
    document.addEventListener("intake:changed", () => this.look());
    this.look();
  }

  get copy() {
    return document.querySelector("intake-copy");
  }

  get active() {
    return document.querySelector("intake-finding.is-active");
  }

  look() {
    const { selected } = this.copy;
    const said = selected ? this.dataset.chosen : this.dataset.next;
    if (this.lead.textContent !== said) this.lead.textContent = said;
    this.sets.hidden = !(selected && this.active);
    if (this.active) this.sets.textContent = this.dataset.set.replace("#name", this.active.label);
  }

  press(button) {
    if (!button) return;
    const { selected, active } = { selected: this.copy.selected, active: this.active };
    const { start, end } = selected ?? this.copy.free(active?.end) ?? this.copy.free() ?? {};
    if (!end) return;
    if (button === this.sets) active.set(start, end);
    else this.add(button.dataset.makes, start, end);
    getSelection().removeAllRanges();
  }

  add(kind, start, end) {
    const total = document.querySelector(`[name=${kind}-TOTAL_FORMS]`);
    const most = Number(document.querySelector(`[name=${kind}-MAX_NUM_FORMS]`).value);
    if (Number(total.value) >= most) return;
    const card = this.blank(kind, total.value);
    total.value = Number(total.value) + 1;
    const list = document.querySelector(`[data-cards=${kind}]`);
    list.querySelector(".none")?.remove();
    list.append(card);
    const chip = card.querySelector(".chip");
    chip.textContent = chip.textContent.replace("0", total.value);
    card.field("keep").checked = true;
    card.set(start, end);
    (card.querySelector("select") ?? chip).focus();
  }

  blank(kind, number) {
    const template = document.querySelector(`template[data-blank^=${kind}]`).cloneNode(true);
    template.innerHTML = template.innerHTML.replaceAll("__prefix__", number);
    return document.importNode(template.content, true).firstElementChild;
  }
}

customElements.define("intake-marker", IntakeMarker);
