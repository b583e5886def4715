// <intake-search>: finds a person or a match by name and puts it among the choices.
class IntakeSearch extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.input = this.querySelector("input");
    this.status = this.querySelector("[role=status]");
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => event.key === "Enter" && (event.preventDefault(), this.search()));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), 200);
  }

  async search() {
    clearTimeout(this.timer);
    const words = this.input.value.trim();
    if (words.length < 2) return;
    const response = await fetch(this.dataset.address + encodeURIComponent(words), { credentials: "same-origin" });
    if (!response.ok || words !== this.input.value.trim()) return;
    const { results } = await response.json();
    this.status.textContent = results.length ? "" : this.dataset.none;
    if (this.dataset.adds === "radio") this.offerRadios(results.slice(0, 8));
    else this.offerOptions(results.slice(0, 20));
  }

  offerOptions(results) {
    const select = document.querySelector(`[name="${this.dataset.fills}"]`);
    select.querySelectorAll("[data-found]").forEach((option) => option.remove());
    const options = results.map(({ id, text }) => Object.assign(new Option(text, id), { selected: false }));
    for (const option of options) option.dataset.found = "";
    select.querySelector("option").after(...options);
    if (!options.length) return;
    select.value = options[0].value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  offerRadios(results) {
    const list = this.closest("fieldset").querySelector("[data-choices]");
    list.querySelectorAll("[data-found]:not(:has(:checked))").forEach((choice) => choice.remove());
    const known = new Set([...list.querySelectorAll("[name=match]")].map(({ value }) => value));
    const choices = results.filter(({ id }) => !known.has(String(id))).map((result) => this.radio(result));
    list.lastElementChild.before(...choices);
  }

  radio({ id, text }) {
    const label = Object.assign(document.createElement("label"), { className: "fixture" });
    label.dataset.found = "";
    const input = Object.assign(document.createElement("input"), { type: "radio", name: "match", value: id });
    label.append(input, Object.assign(document.createElement("span"), { className: "fixture__name", textContent: text }));
    return label;
  }
}

customElements.define("intake-search", IntakeSearch);
