// <post-source>: what is pasted in its box fills the form around it at once. Without a
// script, its button does the same by a first submit.
class PostSource extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.box = this.querySelector("textarea");
    this.said = this.querySelector("[role=status]");
    this.box.addEventListener("paste", () => setTimeout(() => this.fill("_fill")));
    this.addEventListener("click", (event) => this.click(event));
  }

  click(event) {
    const button = event.target.closest("button[name]");
    if (!button) return;
    event.preventDefault();
    this.fill(button.name);
  }

  async fill(act) {
    const body = new FormData(this.form);
    body.set(act, "1");
    this.setAttribute("aria-busy", "true");
    const request = { method: "POST", body, headers: { Accept: "application/json" } };
    const response = await fetch(location.pathname, request).catch(() => null);
    this.removeAttribute("aria-busy");
    const isAnswer = response?.ok && response.headers.get("Content-Type").startsWith("application/json");
    if (!isAnswer) return void (this.said.textContent = this.dataset.failed);
    this.take(await response.json());
  }

  take({ values, labels, said }) {
    for (const [name, value] of Object.entries(values)) this.set(this.form.elements[name], value, labels[name]);
    this.said.replaceChildren(...new DOMParser().parseFromString(said, "text/html").body.childNodes);
  }

  set(input, value, label) {
    if (!input || input.value === value) return;
    const isChoice = input instanceof HTMLSelectElement;
    if (isChoice && ![...input.options].some((option) => option.value === value)) input.add(new Option(label, value));
    input.value = value;
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

customElements.define("post-source", PostSource);
