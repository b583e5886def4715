// <intake-pairs>: a card and its passage light up together, whichever is pointed at or
// holds the focus; the last one stays the one that handles and selections act on.
class IntakePairs extends HTMLElement {
  connectedCallback() {
    this.addEventListener("mouseover", ({ target }) => this.light(this.idOf(target)));
    this.addEventListener("mouseleave", () => this.light(null));
    this.addEventListener("focusin", ({ target }) => this.activate(this.idOf(target)));
    this.addEventListener("click", (event) => this.follow(event));
    this.querySelectorAll("intake-finding").forEach((card) => card.classList.toggle("is-left", !card.isKept));
    const refused = this.querySelector("[aria-invalid=true]:not([type=hidden])") ?? this.querySelector(".errors .chip");
    refused?.focus();
  }

  idOf(target) {
    const passage = target.closest("intake-copy [data-of]")?.dataset.of;
    const chip = target.closest("intake-copy .chip")?.hash.slice(1);
    return passage ?? chip ?? target.closest("intake-finding")?.id ?? null;
  }

  parts(id) {
    return id ? this.querySelectorAll(`#${CSS.escape(id)}, [data-of="${CSS.escape(id)}"]`) : [];
  }

  light(id) {
    this.querySelectorAll(".is-lit").forEach((part) => part.classList.remove("is-lit"));
    this.parts(id).forEach((part) => part.classList.add("is-lit"));
  }

  activate(id) {
    const card = id && document.getElementById(id);
    if (!card || card.classList.contains("is-active")) return;
    this.querySelectorAll("intake-finding.is-active").forEach((other) => other.classList.remove("is-active"));
    card.classList.add("is-active");
    const chip = document.activeElement?.closest("intake-copy .chip")?.id;
    card.dispatchEvent(new CustomEvent("intake:changed", { bubbles: true }));
    if (chip) document.getElementById(chip)?.focus({ preventScroll: true });
    this.reveal(document.getElementById(`in-${id}`), !chip);
  }

  // A press on a passage leads to its card, on a card's name to its passage.
  follow(event) {
    const chip = event.target.closest(".chip");
    const id = this.idOf(event.target);
    if (!id || !getSelection().isCollapsed) return;
    if (chip) event.preventDefault();
    this.activate(id);
    const isInCopy = event.target.closest("intake-copy");
    if (isInCopy) this.reveal(document.getElementById(id), true);
    if (chip) (isInCopy ? document.getElementById(id).querySelector(".chip") : document.getElementById(`in-${id}`)).focus({ preventScroll: true });
  }

  reveal(element, isWanted) {
    if (!element || !isWanted) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }
}

customElements.define("intake-pairs", IntakePairs);
