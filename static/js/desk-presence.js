// <desk-presence>: tells that this form is open, and says who else has it open. Nothing
// shown is older than 45 s: the server forgets after 25 s, this page after 20.
const BEAT = 15_000;
const BELIEVED = 20_000;
const SOON = 1_000;

class DeskPresence extends HTMLElement {
  connectedCallback() {
    this.tab = crypto.getRandomValues(new Uint32Array(4)).join("-").slice(0, 36);
    this.form = this.closest("form");
    this.field = "";
    this.form.addEventListener("input", ({ target }) => this.write(target.name));
    document.addEventListener("visibilitychange", () => (document.hidden ? this.leave() : this.beat()));
    addEventListener("pagehide", () => this.leave());
    addEventListener("pageshow", (event) => event.persisted && this.beat());
    this.beat();
  }

  // The name of a field goes with the next sign, and with no other unless typing goes on.
  write(name) {
    const isNew = name && name !== this.last;
    [this.field, this.last] = [name ?? "", name];
    if (isNew) this.next(SOON);
  }

  next(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.beat(), wait);
  }

  async beat() {
    if (document.hidden) return;
    this.next(BEAT);
    const told = { tab: this.tab, field: this.field };
    this.field = "";
    const signal = AbortSignal.timeout(BEAT);
    const found = await this.post(told, { signal }).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
    if (found) this.show(found.others);
    if (!told.field) this.last = "";
  }

  show(others) {
    const said = others.join(" ");
    if (this.textContent !== said) this.textContent = said;
    clearTimeout(this.doubt);
    this.doubt = setTimeout(() => (this.textContent = ""), BELIEVED);
  }

  leave() {
    clearTimeout(this.timer);
    this.post({ tab: this.tab, leaving: true }, { keepalive: true }).catch(() => null);
  }

  post(told, options) {
    const token = this.form.elements.csrfmiddlewaretoken.value;
    const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
    return fetch(this.dataset.address, { method: "POST", headers, body: JSON.stringify(told), ...options });
  }
}

customElements.define("desk-presence", DeskPresence);
