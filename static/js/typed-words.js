// <typed-words>: sets what is typed in French and English fields as printers do, and
// tells the editors how (typography.js). Each correction is its own step to undo.
const NARROW = "\u202f";
const WIDE = "\u00a0";
const SPACE = "[ \u00a0\u202f\u2009]";
const ENDS = "[\\p{L}\\p{N}_»”’)\\]%€°…]";
const OPENS = "(?:^|[\\s(\\[—–“‘])";
const rule = (pattern, replacement) => [new RegExp(`${pattern}$`, "u"), replacement];

// The last rules of a text that ends where the caret stands.
const RULES = {
  fr: [
    rule("(?<=[\\p{L}\\p{N}_])'", "’"),
    rule("(?<!\\.)\\.{3}", "…"),
    rule("«", `«${NARROW}`),
    rule(`«${NARROW} `, `«${NARROW}`),
    rule(`${SPACE}*»`, `${NARROW}»`),
    rule(`(?<=${ENDS})${SPACE}*([;!?])`, `${NARROW}$1`),
    rule(`(?<=${ENDS})${SPACE}+:`, `${WIDE}:`),
    rule(`(?<=${ENDS}): `, `${WIDE}: `),
    rule(`(?<=\\p{N})${SPACE}([%€])`, `${WIDE}$1`),
  ],
  en: [
    rule("(?<!\\.)\\.{3}", "…"),
    rule(`(?<=${OPENS})"`, "“"),
    rule('"', "”"),
    rule(`(?<=${OPENS})'`, "‘"),
    rule("'", "’"),
    rule(`(?<=${OPENS})‘(\\p{N})`, "’$1"), // ’90s
  ],
};
// Never inside an address.
const ADDRESS = /(?:https?:\/\/|www\.)\S*$|[\w.+-]+@[\w.-]+$/;

const isOpen = (text, opening, closing) => text.lastIndexOf(opening) > text.lastIndexOf(closing);

// The text of `target` up to the caret, its lines apart.
const before = (target, { focusNode, focusOffset }) => {
  const range = new Range();
  range.setStart(target, 0);
  range.setEnd(focusNode, focusOffset);
  const copy = range.cloneContents();
  copy.querySelectorAll("br, li, div").forEach((line) => line.before("\n"));
  return copy.textContent;
};

// « » outside, “ ” inside them.
const guillemet = (text) => {
  const inside = isOpen(text, "«", "»");
  if (/(?:^|[\s(\[—–“])$/.test(text)) return inside ? "“" : `«${NARROW}`;
  return inside && isOpen(text, "“", "”") ? "”" : `${NARROW}»`;
};

class TypedWords extends HTMLElement {
  connectedCallback() {
    document.addEventListener("input", (event) => this.set(event));
  }

  // `text` up to the caret, the character just typed included → what to put in the
  // place of its last `length` characters; null: nothing.
  correction(text, language) {
    if (!RULES[language] || ADDRESS.test(text)) return null;
    if (language === "fr" && text.endsWith('"')) return { length: 1, text: guillemet(text.slice(0, -1)) };
    for (const [pattern, replacement] of RULES[language]) {
      const found = text.match(pattern);
      if (!found) continue;
      const set = text.replace(pattern, replacement).slice(found.index);
      return found[0] === set ? null : { length: found[0].length, text: set };
    }
    return null;
  }

  set({ target, inputType, isComposing, data }) {
    const isTyped = !isComposing && inputType === "insertText" && data?.length === 1;
    if (target.matches?.("[contenteditable][data-text]")) return this.setText(target, inputType, isTyped && data);
    if (!target.matches?.("input[type=text][lang], textarea[lang]")) return;
    // Undoing selects what it gives back: the next character would take its place.
    if (inputType === "historyUndo") target.setSelectionRange(target.selectionEnd, target.selectionEnd);
    if (!isTyped) return;
    const caret = target.selectionStart;
    const found = this.correction(target.value.slice(0, caret), target.lang);
    if (!found) return;
    target.setSelectionRange(caret - found.length, caret);
    document.execCommand("insertText", false, found.text); // the one way that undo knows
  }

  // The same where a passage is written with its markup; `data` was just typed.
  setText(target, inputType, data) {
    const caret = getSelection();
    if (inputType === "historyUndo") caret.collapseToEnd();
    if (!data) return;
    const found = this.correction(before(target, caret).slice(0, -1) + data, target.lang);
    if (!found) return;
    for (let left = found.length; left; left -= 1) caret.modify("extend", "backward", "character");
    document.execCommand("insertText", false, found.text);
  }
}

customElements.define("typed-words", TypedWords);
