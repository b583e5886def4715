// <intake-copy>: the copy, marked up again whenever a finding moves. Offsets count code
// points, as everywhere in intake; `offsetOf` gives them for a place in the page.
const SPACE = /\s/u;

class IntakeCopy extends HTMLElement {
  connectedCallback() {
    const segments = [...this.querySelectorAll("[data-start]")];
    this.points = Array.from(segments.map(({ textContent }) => textContent).join(""));
    this.entities = (this.dataset.entities || "").split(";").filter(Boolean).map((one) => {
      const [start, end, kind] = one.split(",");
      return { start: Number(start), end: Number(end), kind };
    });
    document.addEventListener("intake:changed", () => this.render());
  }

  get findings() {
    return [...document.querySelectorAll("intake-finding")].filter(({ start, end }) => start < end);
  }

  slice(start, end) {
    return this.points.slice(start, end).join("");
  }

  // The next place in direction `by` where a line (or a word) begins, or ends.
  next(place, by, unit, edge) {
    const { points } = this;
    const isBreak = (point) => point === undefined || (unit === "line" ? point === "\n" : SPACE.test(point));
    const isEdge = (at) => {
      const [outside, inside] = edge === "start" ? [points[at - 1], points[at]] : [points[at], points[at - 1]];
      return isBreak(outside) && !isBreak(inside);
    };
    let at = place + by;
    while (at > 0 && at < points.length && !isEdge(at)) at += by;
    return Math.min(Math.max(at, 0), points.length);
  }

  // Where a word begins or ends nearest to `place`.
  snap(place, edge) {
    const after = this.next(place - 1, 1, "word", edge);
    const before = this.next(place + 1, -1, "word", edge);
    return after - place < place - before ? after : before;
  }

  offsetOf(node, offset) {
    const segment = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("[data-start]");
    if (!segment || !this.contains(segment)) return null;
    const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : "";
    return Number(segment.dataset.start) + Array.from(before).length;
  }

  get selected() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    const [start, end] = [this.offsetOf(startContainer, startOffset), this.offsetOf(endContainer, endOffset)];
    return start !== null && end !== null && start < end ? { start, end } : null;
  }

  // The first stretch of a line after `place` that nothing has taken, or null.
  free(place = 0) {
    const taken = this.marks.filter(({ of, kind }) => of || kind === "title");
    const lines = this.points.flatMap((point, at) => (point === "\n" ? [at, at + 1] : []));
    const edges = [place, this.points.length, ...lines, ...taken.flatMap(({ start, end }) => [start, end])];
    const places = [...new Set(edges)].filter((edge) => edge >= place).sort((a, b) => a - b);
    const isTaken = (start, end) => taken.some((one) => one.start < end && start < one.end);
    const index = places.findIndex((start, at) => !isTaken(start, places[at + 1]) && /\p{L}{2}/u.test(this.slice(start, places[at + 1] ?? start)));
    return index < 0 ? null : { start: places[index], end: places[index + 1] };
  }

  get marks() {
    return [...this.findings.flatMap((finding) => this.marksOf(finding)), ...this.entities];
  }

  render() {
    const { marks } = this;
    const edges = new Set([0, this.points.length, ...marks.flatMap(({ start, end }) => [start, end])]);
    const places = [...edges].sort((a, b) => a - b);
    const active = document.querySelector("intake-finding.is-active")?.id;
    const nodes = places.slice(0, -1).flatMap((start, index) => {
      const within = marks.filter((mark) => mark.start <= start && start < mark.end);
      return this.segment(start, places[index + 1], within, active);
    });
    this.querySelector("intake-handles").replaceChildren(...nodes);
  }

  // The words of a finding, and the passage that goes with a quote: the first one has the name.
  marksOf({ id: of, start, end, kind, label, passage }) {
    if (!passage) return [{ start, end, kind, of, label }];
    return [{ start: passage[0], end: passage[1], kind: "passage", of, label }, { start, end, kind, of }];
  }

  segment(start, end, within, active) {
    const { of } = within.find((mark) => mark.of) ?? {};
    const span = document.createElement("span");
    span.dataset.start = start;
    span.className = ["seg", ...within.filter((mark) => !mark.of || mark.of === of).map(({ kind }) => kind)].join(" ");
    span.textContent = this.slice(start, end);
    if (!of) return [span];
    span.dataset.of = of;
    span.classList.toggle("is-active", of === active);
    const words = within.find((mark) => mark.of === of && mark.kind !== "passage");
    const opens = within.filter((mark) => mark.of === of && mark.label && mark.start === start).map((mark) => this.chip(mark));
    const handle = (edge, place) => (of === active && words?.[edge] === place ? [this.handle(edge)] : []);
    return [...opens, ...handle("start", start), span, ...handle("end", end)];
  }

  handle(edge) {
    return Object.assign(document.createElement("span"), { className: `handle handle--${edge}` });
  }

  chip({ of, kind, label }) {
    const chip = Object.assign(document.createElement("a"), { className: `chip chip--${kind === "passage" ? "quote" : kind}`, id: `in-${of}`, href: `#${of}` });
    chip.lang = document.documentElement.lang;
    chip.textContent = label;
    return chip;
  }
}

customElements.define("intake-copy", IntakeCopy);
