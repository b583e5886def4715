// What <typed-words> corrects in a field, corrected in an editor.
import { Extension, Plugin, pm } from "django-prose-editor/editor";

const { closeHistory } = pm.history;

const language = (view) => view.dom.closest(".prose-editor").querySelector("textarea").lang;

// The character stands first, as typed: undoing the correction gives it back.
const typed = (view, from, to, character) => {
  if (view.composing || character.length !== 1) return false;
  const { parent, parentOffset } = view.state.doc.resolve(from);
  const text = parent.textBetween(0, parentOffset, "\n", "\ufffc") + character;
  const found = document.querySelector("typed-words")?.correction(text, language(view));
  if (!found) return false;
  view.dispatch(view.state.tr.insertText(character, from, to));
  const caret = from + character.length;
  const correction = view.state.tr.insertText(found.text, caret - found.length, caret);
  view.dispatch(closeHistory(correction).scrollIntoView());
  view.dispatch(closeHistory(view.state.tr));
  return true;
};

export const Typography = Extension.create({
  name: "typography",

  addProseMirrorPlugins() {
    return [new Plugin({ props: { handleTextInput: typed } })];
  },
});
