// <desk-session>: the page's CSRF token, and the dialog that signs a person in again
// over their work when the session has ended.
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
      this.password.value = this.error.textContent = "";
      this.dialog.showModal();
      this.password.focus();
    }
    return this.back;
  }

  build() {
    document.body.append(this.querySelector("template").content.cloneNode(true));
    this.dialog = document.body.lastElementChild;
    this.password = this.dialog.querySelector("[type=password]");
    this.error = this.dialog.querySelector("[role=alert]");
    this.dialog.querySelector("form").addEventListener("submit", (event) => this.submit(event));
    this.dialog.querySelector("[type=button]").addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => {
      this.isDeclined = !this.isBack;
      this.resolve(this.isBack);
    });
  }

  async submit(event) {
    event.preventDefault();
    try {
      await this.signIn(new FormData(event.target));
      this.isBack = await this.refresh();
      this.error.textContent = this.isBack ? "" : this.dataset.wrong;
    } catch {
      this.error.textContent = this.dataset.failed;
    }
    if (this.isBack) this.dialog.close();
  }

  // As the page of the sign-in would do it, with that page's token.
  async signIn(form) {
    const page = await fetch(this.dataset.login);
    const parsed = new DOMParser().parseFromString(await page.text(), "text/html");
    form.set("csrfmiddlewaretoken", parsed.querySelector("[name=csrfmiddlewaretoken]").value);
    form.set("next", this.dataset.address);
    await fetch(this.dataset.login, { method: "POST", body: new URLSearchParams(form) });
  }
}

customElements.define("desk-session", DeskSession);
