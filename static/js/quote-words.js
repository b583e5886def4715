// <quote-words>: in the form of a quote, hides the translation into the language that
// was spoken, tells each field its language, and counts what a pull quote may hold.
const FIELDS = { translation_fr: "fr", translation_en: "en" };

class QuoteWords extends HTMLElement {
  connectedCallback() {
    const { elements } = this.closest("form");
    this.spoken = elements.language;
    this.text = elements.text;
    for (const name of ["text", ...Object.keys(FIELDS)]) if (elements[name]) this.follow(elements[name]);
    this.spoken?.addEventListener("change", () => this.show());
    this.show();
  }

  show() {
    const spoken = this.spoken?.value;
    if (!spoken) return;
    if (this.text) this.text.lang = spoken;
    for (const [name, language] of Object.entries(FIELDS)) {
      const box = this.closest("form").querySelector(`.fieldBox.field-${name}`);
      if (box) box.parentElement.hidden = language === spoken;
    }
  }

  follow(field) {
    const output = Object.assign(document.createElement("output"), { className: "measure" });
    output.htmlFor.add(field.id);
    field.closest(".fieldBox").append(output);
    const count = () => {
      const length = [...field.value.trim()].length;
      const isLong = length > Number(this.dataset.most);
      const said = this.dataset.length.replace("#n", length);
      output.textContent = !length ? "" : isLong ? `${said} · ${this.dataset.long.replace("#m", this.dataset.most)}` : said;
      output.classList.toggle("measure--long", isLong);
    };
    field.addEventListener("input", count);
    count();
  }
}

customElements.define("quote-words", QuoteWords);
