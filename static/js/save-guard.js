// <save-guard>: a form leaves for the server only when the server is there and knows who
// sends it; else it stays, with every word, and says why. A double click saves once.
class SaveGuard extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.form.addEventListener("submit", (event) => this.ask(event), { capture: true });
    addEventListener("pageshow", () => (this.isPassed = false));
  }

  async ask(event) {
    if (this.isPassed || event.submitter?.formTarget) return; // a preview leaves the form
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.isAsking) return;
    this.isAsking = true;
    this.textContent = "";
    const status = await this.answer();
    this.isAsking = false;
    if (status === 0 || status >= 500) this.textContent = this.dataset.notSent;
    else if (status !== 401) this.pass(event.submitter);
  }

  async answer() {
    const [work, session] = [this.form.querySelector("auto-save"), document.querySelector("desk-session")];
    const status = await work.keep();
    if (status !== 401) return status;
    return (await session.ask()) ? work.keep() : status;
  }

  pass(submitter) {
    const work = this.form.querySelector("auto-save");
    this.isPassed = true;
    this.form.requestSubmit(submitter);
    work.startAnew(work.typed()); // what is typed while the form is on its way
  }
}

customElements.define("save-guard", SaveGuard);
