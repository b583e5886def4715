// <translation-kept>: keeps in this browser what is typed in a passage until the desk has
// it, and gives it back to who opens the page again.
class TranslationKept extends HTMLElement {
  connectedCallback() {
    this.desk = this.closest("translation-desk");
    this.desk.addEventListener("translation-typed", ({ target }) => this.keep(target));
    this.desk.addEventListener("translation-settled", ({ target, detail }) => this.forget(target.place, detail?.target));
    this.addEventListener("click", ({ target }) => target.matches("button") && this.discard());
    const rows = [...this.desk.querySelectorAll("translation-row")];
    this.orphans = this.passages.filter(([known]) => !rows.some(({ place }) => place === known));
    this.passages.forEach(([known, words]) => this.restore(rows.find(({ place, field }) => field && place === known), words));
    if (this.orphans.length) this.show();
  }

  // [[place, words]]: there are two of the same words at times, in titles.
  get passages() {
    return JSON.parse(localStorage.getItem(this.desk.dataset.page) ?? "[]");
  }

  set passages(passages) {
    if (passages.length) localStorage.setItem(this.desk.dataset.page, JSON.stringify(passages));
    else localStorage.removeItem(this.desk.dataset.page);
  }

  keep({ place, value }) {
    this.passages = [...this.passages.filter(([known]) => known !== place), [place, value]];
  }

  // Not what was typed since it was sent.
  forget(place, words) {
    this.passages = this.passages.filter(([known, typed]) => known !== place || (words !== undefined && typed !== words));
  }

  restore(row, words) {
    if (!row || words === row.value) return row && this.forget(row.place);
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
    this.orphans.forEach(([place]) => this.forget(place));
    this.replaceChildren();
  }
}

customElements.define("translation-kept", TranslationKept);
