// <editor-labels>: says which language an editor writes, and names it and its buttons,
// which it only has in English.
class EditorLabels extends HTMLElement {
  connectedCallback() {
    // The editor makes its toolbar a moment after it says that it is ready.
    document.addEventListener("prose-editor:ready", ({ target }) => setTimeout(() => this.label(target)));
    for (const textarea of document.querySelectorAll(".prose-editor textarea")) this.label(textarea);
  }

  label(textarea) {
    const editor = textarea.closest(".prose-editor");
    const text = editor.querySelector(".ProseMirror[contenteditable]");
    text.lang = textarea.lang;
    text.setAttribute("role", "textbox");
    text.setAttribute("aria-multiline", "true");
    text.setAttribute("aria-label", textarea.labels[0]?.textContent ?? textarea.name);
    for (const button of editor.querySelectorAll("button[data-name]")) this.name(button, button.dataset.name);
    const chosen = editor.querySelector(".prose-menubar__selected");
    if (!chosen) return;
    new MutationObserver(() => this.nameChosen(chosen)).observe(chosen, { childList: true });
    this.nameChosen(chosen);
  }

  // What the cursor stands in: another button each time, called "heading 2".
  nameChosen(chosen) {
    for (const button of chosen.querySelectorAll("button")) this.name(button, button.title.replace(" ", ""));
  }

  name(button, key) {
    const text = this.dataset[key];
    if (!text) return;
    button.title = text;
    button.setAttribute("aria-label", text);
    const option = button.querySelector("h2, h3, p, span");
    if (option) option.textContent = text;
  }
}

customElements.define("editor-labels", EditorLabels);
