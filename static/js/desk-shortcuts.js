// <desk-shortcuts>: the keyboard's way to what the form does; its dialog lists them.
// Each key is the `data-key` of a row of that list, so that none is left unsaid.
const LANGUAGES = ["fr", "both", "en"];

class DeskShortcuts extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    this.querySelector("[data-opens]").addEventListener("click", () => this.dialog.showModal());
    this.querySelector("[data-closes]").addEventListener("click", () => this.dialog.close());
    document.addEventListener("focusin", (event) => (this.editor = event.target.closest(".prose-editor") ?? this.editor));
    document.addEventListener("keydown", (event) => this.press(event), { capture: true });
  }

  press(event) {
    const isMac = navigator.platform.startsWith("Mac");
    const command = isMac ? event.metaKey : event.ctrlKey;
    const chord = command && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "s" ? "save" : this.chord(event);
    if (!chord || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    event.stopPropagation();
    this[chord]();
  }

  chord(event) {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return "";
    const row = this.querySelector(`[data-code="${event.code}"]`);
    return row?.dataset.key ?? "";
  }

  save() {
    document.querySelector("[name=_continue]")?.click();
  }

  languages() {
    const next = LANGUAGES[(LANGUAGES.indexOf(document.body.dataset.languages) + 1) % LANGUAGES.length];
    document.querySelector(`language-view [value=${next}]`)?.click();
  }

  quote() {
    this.insert("quote");
  }

  post() {
    this.insert("post");
  }

  help() {
    this.dialog.showModal();
  }

  insert(kind) {
    const editor = this.editor?.isConnected ? this.editor : document.querySelector(".prose-editor");
    editor?.querySelector(`.embed-button--${kind}`)?.click();
  }
}

customElements.define("desk-shortcuts", DeskShortcuts);
