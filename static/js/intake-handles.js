// <intake-handles>: drags the start or the end of the active finding through the copy.
class IntakeHandles extends HTMLElement {
  connectedCallback() {
    this.addEventListener("pointerdown", (event) => this.grasp(event));
  }

  grasp(event) {
    const handle = event.target.closest(".handle");
    const card = document.querySelector("intake-finding.is-active");
    if (!handle || !card) return;
    event.preventDefault();
    const edge = handle.classList.contains("handle--start") ? "start" : "end";
    const drag = new AbortController();
    const options = { signal: drag.signal };
    document.addEventListener("pointermove", (moved) => this.drag(card, edge, moved), options);
    document.addEventListener("pointerup", () => drag.abort(), options);
    document.addEventListener("pointercancel", () => drag.abort(), options);
  }

  drag(card, edge, { clientX, clientY }) {
    const copy = this.closest("intake-copy");
    const [node, offset] = this.placeAt(clientX, clientY);
    const place = node && copy.offsetOf(node, offset);
    if (place !== null && place !== undefined) card.move(edge, copy.snap(place, edge));
  }

  placeAt(x, y) {
    if (document.caretPositionFromPoint) {
      const place = document.caretPositionFromPoint(x, y);
      return place ? [place.offsetNode, place.offset] : [];
    }
    const range = document.caretRangeFromPoint(x, y);
    return range ? [range.startContainer, range.startOffset] : [];
  }
}

customElements.define("intake-handles", IntakeHandles);
