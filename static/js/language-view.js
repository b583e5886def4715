// <language-view>: shows French, English or both in the form; the browser remembers.
const KEY = "tribune-languages";

class LanguageView extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.addEventListener("click", (event) => this.show(event.target.closest("button")?.value));
    const saved = localStorage.getItem(KEY);
    const narrow = matchMedia("(max-width: 56rem)").matches;
    this.show(saved ?? (narrow ? "fr" : "both"));
  }

  show(value) {
    if (!value) return;
    for (const button of this.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String(button.value === value));
    document.body.dataset.languages = value;
    localStorage.setItem(KEY, value);
  }
}

customElements.define("language-view", LanguageView);
