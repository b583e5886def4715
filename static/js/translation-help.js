// <translation-help>: under the passage someone is in, the terms and names of its source
// and what was written before, each inserted by a key.
const token = () => document.querySelector("desk-session").token;

class TranslationHelp extends HTMLElement {
  connectedCallback() {
    if (this.known) return; // it moves from row to row
    this.known = new Map();
    this.desk = this.closest("translation-desk");
    this.desk.addEventListener("focusin", ({ target }) => this.follow(target.closest("translation-row")));
    this.desk.addEventListener("keydown", (event) => this.press(event));
    this.addEventListener("mousedown", (event) => event.preventDefault()); // the caret stays
    this.addEventListener("click", ({ target }) => target.dataset.insert && this.insert(target.textContent));
  }

  async follow(row) {
    if (!row || row === this.row) return;
    this.row = row;
    this.hidden = true;
    if (!row.text || !row.dataset.source) return;
    const html = await this.ask(row.dataset.source);
    if (row !== this.row || !html) return;
    this.innerHTML = html;
    row.querySelector(".passage__foot").before(this);
    this.hidden = !this.children.length;
  }

  // Once for each source: it says the same however often someone comes back to it.
  ask(source) {
    if (!this.known.has(source)) this.known.set(source, this.fetched(source));
    return this.known.get(source);
  }

  async fetched(source) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": token() };
    const answer = await fetch(this.dataset.address, { method: "POST", headers, body: JSON.stringify({ source }) }).catch(() => null);
    if (answer?.ok) return answer.text();
    this.known.delete(source);
    return "";
  }

  press(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey || !/^Digit\d$/.test(event.code) || this.hidden) return;
    const number = event.code.slice(-1);
    const form = this.querySelector(`[data-insert="${number === "0" ? "memory" : number}"]`);
    if (!form) return;
    event.preventDefault();
    this.insert(form.textContent);
  }

  // Undone like typing; apart from the word it follows.
  insert(words) {
    const { text } = this.row;
    text.focus();
    const { anchorNode, anchorOffset } = getSelection();
    const before = text.value?.slice(0, text.selectionStart) ?? anchorNode?.data?.slice(0, anchorOffset) ?? "";
    document.execCommand("insertText", false, /[\p{L}\p{N}]$/u.test(before) ? ` ${words}` : words);
  }
}

customElements.define("translation-help", TranslationHelp);
