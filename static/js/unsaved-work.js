// <unsaved-work>: inside a form, keeps what was typed from being lost or left behind.
// While the form holds unsaved work, leaving asks first, and the buttons of other
// forms (the verbs, which act on the saved words) wait with the reason shown.
class UnsavedWork extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.saved = null;
    this.setAttribute("role", "status");
    // Editors tidy their text once when they start: what counts is what people do.
    for (const type of ["keydown", "pointerdown", "paste", "drop"])
      this.form.addEventListener(type, () => (this.saved ??= this.state()), { capture: true, once: true });
    for (const type of ["input", "change"]) this.form.addEventListener(type, () => this.check());
    // A preview opens in a tab of its own: the form stays.
    this.form.addEventListener("submit", ({ submitter }) => (this.leaving = !submitter?.formTarget));
    addEventListener("beforeunload", (event) => this.isDirty && !this.leaving && event.preventDefault());
    if (this.form.querySelector(".errornote")) this.saved = "";
    this.check();
  }

  state() {
    return JSON.stringify([...new FormData(this.form)].map(([name, value]) => [name, value.name ?? value]));
  }

  get isDirty() {
    return this.saved !== null && this.saved !== this.state();
  }

  check() {
    const isDirty = this.isDirty;
    for (const button of this.form.querySelectorAll("button[form]")) button.disabled = isDirty;
    this.textContent = isDirty ? this.dataset.warning : "";
    this.form.classList.toggle("has-unsaved-work", isDirty);
  }
}

customElements.define("unsaved-work", UnsavedWork);
