// <toolbar-labels>: names the editor's buttons, which it only has in English.
class ToolbarLabels extends HTMLElement {
  connectedCallback() {
    document.addEventListener("prose-editor:ready", ({ target }) => this.label(target));
    for (const editor of document.querySelectorAll(".prose-editor textarea")) this.label(editor);
  }

  label(textarea) {
    const buttons = textarea.closest(".prose-editor").querySelectorAll("button[data-name]");
    for (const button of buttons) {
      const text = this.dataset[button.dataset.name];
      if (!text) continue;
      button.title = text;
      button.setAttribute("aria-label", text);
      const option = button.querySelector("h2, h3, p, span");
      if (option) option.textContent = text;
    }
  }
}

customElements.define("toolbar-labels", ToolbarLabels);
