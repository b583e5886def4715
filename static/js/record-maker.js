// <record-maker>: make(kind, source, place) opens the form that makes a quote or a post,
// and gives the id made, null when refused. What was filled in stays until it is made.
class RecordMaker extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    this.dialog.addEventListener("submit", (event) => this.submit(event));
    this.dialog.addEventListener("click", (event) => event.target.value === "close" && this.close());
    this.dialog.addEventListener("input", (event) => this.search(event.target));
    for (const type of ["cancel", "close"]) this.dialog.addEventListener(type, () => this.answer?.(this.made));
  }

  // Answers first: closing gives the text its focus back, and what is typed then must
  // find the record in its place; the event that tells of it comes later.
  close() {
    this.answer?.(this.made);
    this.dialog.close();
  }

  // One at a time: what is pasted meanwhile waits for its turn.
  make(kind, source, place) {
    return (this.turn = Promise.resolve(this.turn).then(() => this.ask(kind, source, place)));
  }

  async ask(kind, source, place) {
    Object.assign(this, { kind, made: null });
    const response = await this.post("propose", this.fields({ source, ...place })).catch(() => null);
    if (response?.status === 204) return null; // nothing to be made of it
    response?.ok ? this.show(await response.text()) : this.fail();
    this.dialog.showModal();
    this.dialog.querySelector(".maker__field :invalid, [type=submit]")?.focus(); // what is missing, else the deed
    return new Promise((resolve) => (this.answer = resolve));
  }

  fail() {
    const button = Object.assign(document.createElement("button"), { value: "close", className: "verb" });
    const said = Object.assign(document.createElement("p"), { role: "alert", textContent: this.dataset.failed });
    button.textContent = this.dataset.close;
    this.dialog.replaceChildren(said, button);
  }

  fields(values) {
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...values, linked: this.linked() }))
      for (const one of [value].flat()) data.append(name, one ?? "");
    return data;
  }

  // The matches of the form as it stands, saved or not, the main one first.
  linked() {
    const chosen = [...document.querySelectorAll("select[name^=links-][name$=-match]")].filter(({ value }) => value);
    const box = (select, name) => document.querySelector(`[name="${select.name.replace(/match$/, name)}"]`)?.checked;
    const kept = chosen.filter((select) => !box(select, "DELETE"));
    return kept.sort((a, b) => box(b, "is_primary") - box(a, "is_primary")).map(({ value }) => value);
  }

  // Signed out meanwhile: the person signs in over the dialog, and what they did goes on.
  async post(act, body, isSecond = false) {
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    const request = { method: "POST", body, headers: { "X-CSRFToken": token }, redirect: "manual" };
    const response = await fetch(`${this.dataset.address}${this.kind}/${act}/`, request);
    const session = document.querySelector("desk-session");
    if (response.ok || isSecond || !session) return response;
    const isSignedOut = response.type === "opaqueredirect";
    const isBack = await (isSignedOut ? session.ask() : response.status === 403 && session.refresh());
    return isBack ? this.post(act, body, true) : response;
  }

  show(html) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    this.dialog.replaceChildren(...body.childNodes);
  }

  async submit(event) {
    event.preventDefault();
    const button = this.dialog.querySelector("[type=submit]");
    if (button.disabled) return;
    button.disabled = true;
    try {
      await this.read(await this.post("make", new FormData(event.target)));
    } catch {
      this.dialog.querySelector("[role=status]").textContent = this.dataset.failed;
    }
    button.disabled = false;
  }

  async read(response) {
    if (!response.ok) throw new Error(response.status);
    if (response.headers.get("Content-Type").startsWith("application/json")) {
      this.made = (await response.json()).id;
      this.close();
    } else {
      this.show(await response.text());
      this.dialog.querySelector(".errors :is(input, select, textarea)")?.focus();
    }
  }

  // Finds people by name and lists them where one is chosen.
  search({ dataset: { fills, address }, value }) {
    clearTimeout(this.timer);
    if (!fills || value.trim().length < 2) return;
    this.timer = setTimeout(async () => {
      const response = await fetch(address + encodeURIComponent(value.trim()), { credentials: "same-origin" });
      if (response.ok) this.offer(this.dialog.querySelector(`[name=${fills}]`), (await response.json()).results);
    }, 200);
  }

  offer(select, people) {
    select.querySelectorAll("[data-found]").forEach((option) => option.remove());
    const options = people.map(({ id, text }) => new Option(text, id));
    for (const option of options) option.dataset.found = "";
    select.querySelector("option").after(...options);
    if (options.length) select.value = options[0].value;
  }
}

customElements.define("record-maker", RecordMaker);
