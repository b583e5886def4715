// <translation-keys>: the keys that lead from passage to passage, and say one is done.
const BLOCKS = ["ul", "ol", "blockquote"]; // where Enter makes a line
const isLeft = ({ dataset }) => !["done", "left_out", "added"].includes(dataset.state);

class TranslationKeys extends HTMLElement {
  connectedCallback() {
    this.desk = this.closest("translation-desk");
    this.desk.addEventListener("keydown", (event) => this.press(event, event.target.closest("translation-row")));
    if (matchMedia("(pointer: fine)").matches) this.desk.rows.find(isLeft)?.enter();
  }

  press(event, row) {
    if (!row) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const isEnter = event.key === "Enter" && !event.isComposing;
    const isNext = event.target === row.text && !event.shiftKey && !BLOCKS.includes(row.dataset.tag);
    if (isEnter && (event.ctrlKey || event.metaKey)) this.finish(event, row);
    else if (event.altKey && step) this.go(event, row, step);
    else if (isEnter && isNext) this.go(event, row, 1);
  }

  // Done, by the first thing that can be said of it; then what is left to do.
  finish(event, row) {
    const written = row.value && (row.text ? "done" : "record");
    const verb = row.field ? written : row.querySelector(".verb[data-verb]")?.dataset.verb;
    if (verb) row.act(verb);
    this.go(event, row, 1, isLeft);
  }

  go(event, row, step, isWanted = ({ text }) => text) {
    event.preventDefault();
    const rows = step > 0 ? this.desk.rows : this.desk.rows.reverse();
    const below = rows.slice(rows.indexOf(row) + 1);
    (below.find(isWanted) ?? row).enter();
  }
}

customElements.define("translation-keys", TranslationKeys);
