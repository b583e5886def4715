// <fact-checks>: beside the text, what the match record says against it. Shows the words
// in the form, dismisses a check with a reason, checks what is typed and not yet saved.
const session = () => document.querySelector("desk-session");

class FactChecks extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("[data-list]");
    this.status = this.querySelector("[role=status]");
    this.addEventListener("click", ({ target }) => {
      if (target.matches("[data-again]")) this.check();
      else if (target.matches("[data-show]")) this.show(target.closest("li").dataset);
      else if (target.matches("[data-dismiss]")) this.dismiss(target.closest("li"));
    });
    // A reason is no word of the article.
    for (const type of ["input", "change"]) this.addEventListener(type, (event) => event.stopPropagation());
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("input")) return;
      event.preventDefault();
      this.dismiss(event.target.closest("li"));
    });
  }

  field(name) {
    return this.closest("form").elements[`${name}_${this.dataset.language}`];
  }

  words() {
    const names = ["title", "standfirst", "body"];
    return Object.fromEntries(names.map((name) => [name, this.field(name)?.value]));
  }

  async check() {
    if (await this.ask(this.dataset.address, this.words())) this.say(this.dataset.done);
  }

  async dismiss(item) {
    const input = item.querySelector("input");
    if (!input.value.trim()) return input.focus();
    const asked = { ...this.words(), mark: item.dataset.mark, reason: input.value };
    if (await this.ask(this.dataset.dismiss, asked)) this.say("");
  }

  // Puts the list that the desk answers with in place; false when it has none.
  async ask(address, told) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": session().token };
    const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(told) }).catch(() => null);
    const found = await answer?.json().catch(() => null);
    if (!answer?.ok || !found) return this.say(found?.error ?? this.dataset.failed);
    this.list.innerHTML = found.html;
    return true;
  }

  say(text) {
    this.status.textContent = text;
    return false;
  }

  show({ field, words, nth }) {
    this.reveal();
    const control = this.field(field);
    const editor = control?.closest(".prose-editor")?.querySelector(".ProseMirror[contenteditable]");
    const isShown = editor ? this.select(editor, words, Number(nth)) : this.mark(control, words, Number(nth));
    this.say(isShown ? "" : this.dataset.gone);
  }

  // The words may stand in the language that the form does not show.
  reveal() {
    const shown = document.body.dataset.languages;
    if (shown && shown !== "both" && shown !== this.dataset.language)
      document.querySelector("language-view")?.show(this.dataset.language);
  }

  mark(control, words, nth) {
    const start = control ? place(control.value, words, nth) : -1;
    if (start < 0) return false;
    control.focus();
    control.setSelectionRange(start, start + words.length);
    control.scrollIntoView({ block: "center" });
    return true;
  }

  select(editor, words, nth) {
    const nodes = [...texts(editor)];
    const start = place(nodes.map((node) => node.data).join(""), words, nth);
    if (start < 0) return false;
    editor.focus();
    const [first, last] = [at(nodes, start), at(nodes, start + words.length - 1)];
    getSelection().setBaseAndExtent(first.node, first.offset, last.node, last.offset + 1);
    first.node.parentElement.scrollIntoView({ block: "center" });
    return true;
  }
}

// Where the nth of the same words begins; the last there is where some have gone.
function place(text, words, nth) {
  let start = text.indexOf(words);
  for (; nth > 0 && text.indexOf(words, start + words.length) >= 0; nth--) start = text.indexOf(words, start + words.length);
  return start;
}

// The texts of an editor; the cards of records are none of them.
function* texts(editor) {
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if (walker.currentNode.parentElement.closest("[contenteditable]") === editor) yield walker.currentNode;
}

function at(nodes, place) {
  for (const node of nodes) {
    if (place < node.length) return { node, offset: place };
    place -= node.length;
  }
}

customElements.define("fact-checks", FactChecks);
