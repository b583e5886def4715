// <translation-row>: a passage and the field of its translation. What is done to it goes
// to <translation-desk> as an event; `take` gives it what the server says of it now.
const PAUSE = 4_000;
const BLOCKS = ["ul", "ol", "blockquote"]; // where Enter makes a line

const wrapped = (tag, words) => {
  if (!words || tag === "p" || words.startsWith(`<${tag}`)) return words;
  const lines = words.replaceAll("<div>", "<br>").replaceAll("</div>", "");
  return `<${tag}>${tag.endsWith("l") ? `<li>${lines.replaceAll("<br>", "</li><li>")}</li>` : lines}</${tag}>`;
};

class TranslationRow extends HTMLElement {
  constructor() {
    super();
    this.addEventListener("input", ({ target }) => target === this.text && this.typed());
    this.addEventListener("focusout", () => this.save());
    this.addEventListener("keydown", (event) => this.press(event));
    this.addEventListener("paste", (event) => this.paste(event));
    this.addEventListener("click", ({ target }) => target.dataset.verb && this.act(target.dataset.verb));
  }

  get text() {
    return this.querySelector("[data-text]");
  }

  // The HTML of the passage, or the plain words of a title.
  get value() {
    const { text } = this;
    if (!text || text.value !== undefined) return text?.value ?? this.dataset.before;
    return wrapped(this.dataset.tag, text.textContent.trim() ? text.innerHTML : "");
  }

  set value(words) {
    if (this.text.value !== undefined) this.text.value = words;
    else this.text.innerHTML = words; // cleaned by the server, or kept by this browser
  }

  typed() {
    this.isDirty = true;
    this.tell("translation-typed");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  save() {
    if (this.isDirty && !this.isRefused) this.act("write");
  }

  act(verb) {
    if (verb === "theirs") return this.takeTheirs();
    clearTimeout(this.timer);
    this.isDirty = this.isRefused = false;
    const { source, before } = this.dataset;
    const quote = this.querySelector("[data-quote]");
    const place = !this.text && verb === "done" ? before || source : this.value;
    const target = verb === "quote" ? quote.value : place;
    this.tell("translation-act", { verb, source, before, target, quote: quote?.dataset.quote });
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }

  press(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const isEnter = event.key === "Enter" && !event.isComposing;
    const isNext = event.target === this.text && !event.shiftKey && !BLOCKS.includes(this.dataset.tag);
    if (isEnter && (event.ctrlKey || event.metaKey)) this.finish(event);
    else if (event.altKey && step) this.go(event, step);
    else if (isEnter && isNext) this.go(event, 1);
  }

  // Done, by the first thing that can be said of it; then what is left to do.
  finish(event) {
    const verb = this.text ? this.value && "done" : this.querySelector(".verb[data-verb]")?.dataset.verb;
    if (verb) this.act(verb);
    this.go(event, 1, true);
  }

  go(event, step, isOpen) {
    event.preventDefault();
    this.tell("translation-go", { step, isOpen });
  }

  enter() {
    (this.text ?? this.querySelector("textarea, button") ?? this).focus();
  }

  paste(event) {
    if (this.text !== event.target.closest("[contenteditable]") || !this.text) return;
    event.preventDefault();
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
  }

  // A field that someone is in stays as it is: what is said around it changes.
  take(fresh) {
    const isKept = this.text && fresh.querySelector("[data-text]") && (this.isDirty || this.contains(document.activeElement));
    Object.assign(this.dataset, fresh.dataset);
    this.className = fresh.className;
    const isEmpty = isKept && !this.isDirty && !this.value; // it takes what was written for it
    if (isEmpty) this.value = fresh.querySelector("[data-text]").value ?? fresh.querySelector("[data-text]").innerHTML;
    if (isKept) [".passage__source", ".passage__foot", ".passage__refusal"].forEach((part) => this.querySelector(part).replaceWith(fresh.querySelector(part)));
    else this.replaceChildren(...fresh.childNodes);
  }

  // Someone else wrote it too: nothing is sent until a person has chosen.
  refuse(said, theirs, choices) {
    this.isDirty = this.isRefused = Boolean(choices);
    this.querySelector(".passage__refusal").replaceChildren(said, ...(choices ?? []));
    if (choices) [this.theirs, this.dataset.before] = [theirs, theirs];
  }

  takeTheirs() {
    this.value = new DOMParser().parseFromString(this.theirs, "text/html").body.firstElementChild?.innerHTML ?? "";
    this.refuse("");
    this.tell("translation-settled");
  }
}

customElements.define("translation-row", TranslationRow);
