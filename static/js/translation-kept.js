// <translation-kept>: keeps in this browser what is typed in a passage until the desk has
// it, and gives it back to who opens the page again.
class TranslationKept extends HTMLElement {
  connectedCallback() {
    this.desk = this.closest("translation-desk");
    this.desk.addEventListener("translation-typed", ({ target }) => this.keep(target));
    this.desk.addEventListener("translation-settled", ({ target, detail }) => this.forget(target.dataset.source, detail?.target));
    this.addEventListener("click", ({ target }) => target.matches("button") && this.discard());
    const rows = [...this.desk.querySelectorAll("translation-row")];
    this.orphans = this.passages.filter(([source]) => !rows.some(({ dataset }) => dataset.source === source));
    this.passages.forEach(([source, words]) => this.restore(rows.find(({ dataset, text }) => text && dataset.source === source), words));
    if (this.orphans.length) this.show();
  }

  // [[source, words]]: there are two of the same words at times, in titles.
  get passages() {
    return JSON.parse(localStorage.getItem(this.desk.dataset.page) ?? "[]");
  }

  set passages(passages) {
    if (passages.length) localStorage.setItem(this.desk.dataset.page, JSON.stringify(passages));
    else localStorage.removeItem(this.desk.dataset.page);
  }

  keep({ dataset: { source }, value }) {
    this.passages = [...this.passages.filter(([known]) => known !== source), [source, value]];
  }

  // Not what was typed since it was sent.
  forget(source, words) {
    this.passages = this.passages.filter(([known, typed]) => known !== source || (words !== undefined && typed !== words));
  }

  restore(row, words) {
    if (!row || words === row.value) return row && this.forget(row.dataset.source);
    row.value = words;
    row.typed();
    this.textContent = this.dataset.restored;
  }

  // Typed for words that the source no longer says: to be copied, then discarded.
  show() {
    const words = this.orphans.map(([, html]) => new DOMParser().parseFromString(html, "text/html").body.textContent);
    const quotes = words.map((text) => Object.assign(document.createElement("q"), { textContent: text }));
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: this.dataset.discard });
    this.append(this.dataset.orphans, " ", ...quotes, " ", button);
  }

  discard() {
    this.orphans.forEach(([source]) => this.forget(source));
    this.replaceChildren();
  }
}

customElements.define("translation-kept", TranslationKept);
