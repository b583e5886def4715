// <intake-paste>: keeps what a web page's words came with, sends on Ctrl+Enter, takes a
// file that is dropped. Words typed after make the page's own useless: they are let go.
class IntakePaste extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector("[name=copy]");
    this.html = this.querySelector("[name=html]");
    this.file = this.querySelector("[name=file]");
    this.status = this.querySelector("[role=status]");
    this.text.addEventListener("paste", (event) => this.paste(event));
    this.text.addEventListener("input", (event) => event.inputType !== "insertFromPaste" && this.keep(""));
    this.addEventListener("keydown", (event) => this.key(event));
    this.addEventListener("dragover", (event) => event.preventDefault());
    this.addEventListener("drop", (event) => this.drop(event));
    this.text.focus();
  }

  paste({ clipboardData }) {
    const replacesAll = this.text.selectionEnd - this.text.selectionStart === this.text.value.length;
    this.keep(replacesAll ? clipboardData.getData("text/html") : "");
  }

  keep(html) {
    this.html.value = html;
    this.status.textContent = html ? this.dataset.withPage : "";
  }

  key(event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.closest("form").requestSubmit();
  }

  drop(event) {
    const { files } = event.dataTransfer;
    if (!files.length) return;
    event.preventDefault();
    this.file.files = files;
  }
}

customElements.define("intake-paste", IntakePaste);
