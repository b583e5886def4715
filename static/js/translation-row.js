// <translation-row>: a passage and the field of its translation. What is done to it goes
// to <translation-desk> as an event; `take` gives it what the server says of it now.
const PAUSE = 4_000;

const wrapped = (tag, words) => {
  if (!words || tag === "p" || words.startsWith(`<${tag}`)) return words;
  const lines = words.replaceAll("<div>", "<br>").replaceAll("</div>", "");
  return `<${tag}>${tag.endsWith("l") ? `<li>${lines.replaceAll("<br>", "</li><li>")}</li>` : lines}</${tag}>`;
};

class TranslationRow extends HTMLElement {
  constructor() {
    super();
    this.addEventListener("input", ({ target }) => target === this.field && this.typed());
    this.addEventListener("focusout", () => this.save());
    this.addEventListener("paste", (event) => this.paste(event));
    this.addEventListener("click", ({ target }) => target.dataset.verb && this.act(target.dataset.verb));
  }

  get text() {
    return this.querySelector("[data-text]");
  }

  // The same, or where what a quote or a post says is asked for.
  get field() {
    return this.text ?? this.querySelector("[data-record]");
  }

  // What tells it from the others, however often the page is opened.
  get place() {
    return this.dataset.picture ?? (this.dataset.source || this.dataset.before);
  }

  // The HTML of the passage, or the plain words of a title.
  get value() {
    const { field } = this;
    if (!field || field.value !== undefined) return field?.value ?? this.dataset.before;
    return wrapped(this.dataset.tag, field.textContent.trim() ? field.innerHTML : "");
  }

  set value(words) {
    if (this.field.value !== undefined) this.field.value = words;
    else this.field.innerHTML = words; // cleaned by the server, or kept by this browser
  }

  // What records say is read everywhere at once: it is sent when its writer has ended.
  typed() {
    this.tell("translation-typed");
    clearTimeout(this.timer);
    this.isDirty = Boolean(this.text);
    if (this.text && !this.dataset.picture) this.timer = setTimeout(() => this.save(), PAUSE);
  }

  save() {
    if (this.isDirty && !this.isRefused) this.act("write");
  }

  act(verb) {
    if (verb === "theirs") return this.takeTheirs();
    clearTimeout(this.timer);
    this.isDirty = this.isRefused = false;
    const { source, before } = this.dataset;
    const target = !this.text && verb === "done" ? before || source : this.value;
    this.tell("translation-act", { verb, source, before, target });
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
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
    const field = fresh.querySelector(this.text ? "[data-text]" : "[data-record]");
    const isAtWork = this.isDirty || this.contains(document.activeElement) || (!this.text && this.value);
    const isKept = this.field && field && isAtWork;
    Object.assign(this.dataset, fresh.dataset);
    this.className = fresh.className;
    const isEmpty = isKept && !this.isDirty && !this.value; // it takes what was written for it
    if (isEmpty) this.value = field.value ?? field.innerHTML;
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
    const { body } = new DOMParser().parseFromString(this.theirs, "text/html");
    this.value = this.text.value === undefined ? (body.firstElementChild?.innerHTML ?? "") : body.textContent;
    this.refuse("");
    this.tell("translation-settled");
  }
}

customElements.define("translation-row", TranslationRow);
