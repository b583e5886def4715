// <translation-checks>: what the checks say of the translation; leads to each passage,
// and answers a check with a reason.
class TranslationChecks extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("[data-list]");
    this.status = this.querySelector("[role=status]");
    this.addEventListener("click", ({ target }) => {
      if (target.matches("[data-again]")) this.ask();
      else if (target.matches("[data-show]")) this.show(target.closest("li"));
      else if (target.matches("[data-dismiss]")) this.dismiss(target.closest("li"));
    });
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("input")) return;
      event.preventDefault();
      this.dismiss(event.target.closest("li"));
    });
    this.closest("translation-desk").addEventListener("translation-shown", () => this.ask());
    this.ask();
  }

  dismiss(item) {
    const input = item.querySelector("input");
    if (!input.value.trim()) return input.focus();
    this.ask({ mark: item.dataset.mark, reason: input.value });
  }

  // The last asked is the one shown.
  async ask(told) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const headers = { "Content-Type": "application/json", "X-CSRFToken": document.querySelector("desk-session").token };
    const request = told ? { method: "POST", headers, body: JSON.stringify(told) } : {};
    const answer = await fetch(this.dataset.address, request).catch(() => null);
    const found = await answer?.json().catch(() => null);
    if (turn !== this.turn) return;
    if (answer?.ok && found) this.list.innerHTML = found.html;
    this.status.textContent = answer?.ok ? "" : (found?.error ?? this.dataset.failed);
  }

  show({ dataset }) {
    document.querySelectorAll("translation-row:not([data-picture])")[Number(dataset.row)]?.enter();
  }
}

customElements.define("translation-checks", TranslationChecks);
