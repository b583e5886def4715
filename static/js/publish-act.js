// <publish-act>: Ctrl+Enter anywhere on the page does what its button does, once. A
// day or an hour that is typed chooses "at a day and hour" by itself.
class PublishAct extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    document.addEventListener("keydown", (event) => this.key(event));
    this.form.addEventListener("submit", () => this.done());
    this.form.elements.publish_at?.addEventListener("input", () => this.later());
  }

  key(event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    if (!this.button.disabled) this.form.requestSubmit(this.button);
  }

  later() {
    const choice = this.form.querySelector("[name=when][value=later]");
    if (choice) choice.checked = true;
  }

  done() {
    setTimeout(() => (this.button.disabled = true));
    addEventListener("pageshow", () => (this.button.disabled = false), { once: true });
  }

  get button() {
    return this.form.querySelector("[type=submit]");
  }
}

customElements.define("publish-act", PublishAct);
