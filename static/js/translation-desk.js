// <translation-desk>: sends what is done to the passages, one act after the other, and
// shows what the server says of them all.
const WAIT = 3_000;
const MOST_WAIT = 30_000;
const isPassage = (row) => !row.dataset.picture;

class TranslationDesk extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector(".translating__rows");
    this.status = this.querySelector(".translating__status");
    this.addEventListener("translation-act", ({ target, detail }) => this.queue(target, detail));
    addEventListener("beforeunload", (event) => this.rows.some(({ isDirty }) => isDirty) && event.preventDefault());
  }

  get rows() {
    return [...this.list.querySelectorAll("translation-row")];
  }

  queue(row, act) {
    this.turn = Promise.resolve(this.turn).then(() => this.send(row, act));
  }

  async send(row, act, wait = WAIT) {
    const address = `${this.dataset.page}${this.route(row, act)}/`;
    if (act.verb === "draft") this.status.textContent = this.dataset.drafting;
    const about = { number: Math.max(0, this.rows.filter(isPassage).indexOf(row)), known: this.rows.map(({ dataset }) => dataset.key) };
    const response = await this.post(address, { ...act, ...about }).catch(() => null);
    if (response?.ok) {
      row.tell("translation-settled", act);
      this.show(await response.json());
      this.status.textContent = this.dataset.saved;
    } else if (response?.status === 409) this.refuse(row, await response.json());
    else if (response?.status === 401) await this.signIn(row, act);
    else await this.later(row, act, wait, Number(response?.headers.get("Retry-After")) * 1_000);
  }

  route(row, { verb }) {
    if (row.dataset.picture) return `caption/${row.dataset.picture}`;
    return { record: `record/${row.field?.dataset.record}`, draft: "draft" }[verb] ?? "act";
  }

  post(address, told) {
    const session = document.querySelector("desk-session");
    const token = session?.token ?? this.querySelector("[name=csrfmiddlewaretoken]").value;
    const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
    return fetch(address, { method: "POST", headers, body: JSON.stringify(told) });
  }

  async signIn(row, act) {
    if (await document.querySelector("desk-session").ask()) return this.send(row, act);
    this.status.textContent = this.dataset.signedOut;
    row.isDirty = true;
  }

  async later(row, act, wait, asked) {
    this.status.textContent = this.dataset.failed;
    await new Promise((resolve) => setTimeout(resolve, asked || wait));
    return this.send(row, act, Math.min(2 * wait, MOST_WAIT));
  }

  refuse(row, { error, theirs }) {
    this.status.textContent = "";
    if (theirs === undefined) return row.refuse(error);
    const choices = [...this.querySelector("template").content.cloneNode(true).children];
    choices[0].textContent = new DOMParser().parseFromString(theirs, "text/html").body.textContent;
    row.refuse(error, theirs, choices);
  }

  // The rows as the server has them; those it knows to be the same come without words.
  show({ rows, progress }) {
    const byKey = new Map(this.rows.map((row) => [row.dataset.key, row]));
    const free = new Set(this.rows.filter(({ dataset }) => !rows.some(({ key }) => key === dataset.key)));
    const shown = rows.map(({ key, html }) => (html ? this.renewed(html, free) : byKey.get(key)));
    free.forEach((row) => row.remove());
    shown.forEach((row, n) => this.list.children[n] !== row && this.list.insertBefore(row, this.list.children[n] ?? null));
    this.querySelector(".translating__progress").innerHTML = progress;
    this.dispatchEvent(new Event("translation-shown"));
  }

  // The row on the page that it renews, where one has the same source; else a new one.
  renewed(html, free) {
    const row = document.createRange().createContextualFragment(html).firstElementChild;
    const isSame = (one) => ["source", "tag", "picture"].every((name) => one.dataset[name] === row.dataset[name]);
    const known = [...free].find(isSame);
    known?.take(row);
    free.delete(known);
    return known ?? row;
  }
}

customElements.define("translation-desk", TranslationDesk);
