// <desk-session>: the page's CSRF token, and the dialog that signs a person in again
// over their work when the session has ended: password, then code when one is asked for.
class DeskSession extends HTMLElement {
  connectedCallback() {
    this.token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    this.isDeclined = false;
  }

  // A session begun since, in this page or another, gives the page its new token.
  async refresh() {
    const found = await this.found().catch(() => null);
    if (String(found?.user) !== this.dataset.user) return false;
    this.token = found.token;
    for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = found.token;
    return true;
  }

  async found(tab = "") {
    const answer = await fetch(`${this.dataset.address}?tab=${tab}`);
    return answer.ok ? answer.json() : null;
  }

  // Resolves to whether the person is back, as who signed in elsewhere is already.
  async ask() {
    if (!this.dialog?.open && (await this.refresh())) return true;
    if (!this.dialog) this.build();
    if (!this.dialog.open) {
      this.back = new Promise((resolve) => (this.resolve = resolve));
      this.isBack = false;
      this.error.textContent = "";
      this.dialog.showModal();
      this.askFor("password");
    }
    return this.back;
  }

  build() {
    document.body.append(this.querySelector("template").content.cloneNode(true));
    this.dialog = document.body.lastElementChild;
    this.error = this.dialog.querySelector("[role=alert]");
    this.dialog.querySelector("form").addEventListener("submit", (event) => this.submit(event));
    this.dialog.querySelector("[type=button]").addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => {
      this.isDeclined = !this.isBack;
      this.resolve(this.isBack);
    });
  }

  // Shows one step of the sign-in, empty, and has it answered.
  askFor(name) {
    this.step = name;
    for (const step of this.dialog.querySelectorAll("[data-step]")) {
      const input = step.querySelector("input");
      step.hidden = input.disabled = step.dataset.step !== name;
      input.value = "";
      if (!step.hidden) input.focus();
    }
  }

  async submit(event) {
    event.preventDefault();
    try {
      const page = await this.signIn(new FormData(event.target));
      this.isBack = await this.refresh();
      if (this.isBack) this.error.textContent = "";
      else this.goOn(page);
    } catch {
      this.error.textContent = this.dataset.failed;
    }
    if (this.isBack) this.dialog.close();
  }

  // What the server answered: another step, or what was wrong with this one.
  goOn(page) {
    const step = page.querySelector("[name=code]") ? "code" : "password";
    const said = page.querySelector("[role=alert], .errorlist")?.textContent.trim();
    this.error.textContent = step === this.step ? said || this.dataset.wrong : "";
    this.askFor(step);
  }

  // As the page of that step would do it, with that page's token; the page that follows.
  async signIn(form) {
    const address = this.step === "code" ? this.dataset.code : this.dataset.login;
    const page = await this.read(await fetch(address));
    form.set("csrfmiddlewaretoken", page.querySelector("[name=csrfmiddlewaretoken]").value);
    form.set("next", this.dataset.address);
    return this.read(await fetch(address, { method: "POST", body: new URLSearchParams(form) }));
  }

  async read(answer) {
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }
}

customElements.define("desk-session", DeskSession);
