// <embed-picker>: pick(type, language) opens the dialog and gives the id chosen, or null.
class EmbedPicker extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    this.input = this.querySelector("input");
    this.list = this.querySelector("ul");
    this.status = this.querySelector("[role=status]");
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.keydown(event));
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("button")));
    this.list.addEventListener("keydown", (event) => this.arrow(event));
    this.dialog.addEventListener("close", () => this.answer?.(null));
  }

  pick(type, language) {
    Object.assign(this, { type, language, isEntered: false });
    this.querySelector("h2").textContent = this.dataset[type];
    this.input.value = "";
    this.list.replaceChildren();
    this.dialog.showModal();
    this.input.focus();
    this.search();
    return new Promise((resolve) => (this.answer = resolve));
  }

  later() {
    this.isBehind = true; // the list is of other words than those typed
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), 180);
  }

  async search() {
    const { type, language } = this;
    const query = new URLSearchParams({ kind: type, language, q: this.input.value });
    if (this.dataset.article) query.set("article", this.dataset.article);
    const asked = (this.asked = query.toString());
    try {
      const response = await fetch(`${this.dataset.search}?${query}`, { credentials: "same-origin" });
      const { results } = await response.json();
      if (asked === this.asked) this.show(results);
    } catch {
      this.status.textContent = this.dataset.failed;
    }
  }

  show(results) {
    this.isBehind = false;
    this.status.textContent = results.length ? "" : this.dataset.none;
    this.list.replaceChildren(...results.map((result) => this.row(result)));
    if (this.isEntered) this.choose(this.list.querySelector("button"));
    this.isEntered = false;
  }

  row({ id, own, heading, text, lang, detail, image, warnings }) {
    const button = Object.assign(document.createElement("button"), { type: "button", value: id });
    if (image) button.append(Object.assign(document.createElement("img"), { loading: "lazy", alt: "", src: image }));
    const add = (className, content, language = "") => {
      const span = Object.assign(document.createElement("span"), { className, textContent: content });
      if (language) span.lang = language;
      if (content) button.append(span);
    };
    add("picker__heading", heading);
    add("picker__text", text, lang);
    add("picker__detail", detail);
    if (own) add("picker__own", this.dataset.own);
    for (const warning of warnings) add("embed-card__warning", warning);
    const item = document.createElement("li");
    item.append(button);
    return item;
  }

  keydown(event) {
    const first = this.list.querySelector("button");
    if (event.key === "Enter") {
      event.preventDefault();
      if (this.isBehind) this.isEntered = true;
      else this.choose(first);
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      first?.focus();
    }
  }

  arrow(event) {
    const item = event.target.closest("li");
    const next = { ArrowDown: item?.nextElementSibling, ArrowUp: item?.previousElementSibling }[event.key];
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    (next ? next.querySelector("button") : this.input).focus();
  }

  choose(button) {
    if (!button) return;
    this.answer(button.value); // first: what is typed once it is closed comes after
    this.dialog.close();
  }
}

customElements.define("embed-picker", EmbedPicker);
