// Makes records out of the text: the words selected a quote, a pasted post a club post.
import { Extension, Plugin, pm } from "django-prose-editor/editor";

const { NodeSelection, PluginKey, TextSelection } = pm.state;
const { closeHistory } = pm.history;
// What may be a post's address or embed code; the desk reads it for good, or gives it back.
const STATUS =
  /^https?:\/\/(?:(?:www\.|mobile\.|m\.)?(?:(?:twitter|x|fxtwitter|vxtwitter|fixupx|xcancel)\.com|nitter\.net)\/\S*status(?:es)?\/\d|bsky\.app\/profile\/\S+\/post\/|(?:www\.)?(?:instagram\.com\/(?:\S+\/)?(?:p|reel)\/|threads\.(?:net|com)\/(?:@\S+\/post|t)\/|tiktok\.com\/@\S+\/video\/)|(?:www\.|m\.)?facebook\.com\/\S+\/posts\/|[^\s/@]+\/@[^\s/]+\/\d{15})\S*$/i;
const CODE =
  /<(?:blockquote|div|iframe)[^>]*\bclass="[^"]*\b(?:twitter-tweet|twitter-video|bluesky-embed|mastodon-embed|instagram-media|text-post-media|fb-post|tiktok-embed)\b/i;

const maker = () => document.querySelector("record-maker");
const language = (view) => view.dom.closest(".prose-editor").querySelector("textarea").lang;

const holdsRecord = ({ doc }, from, to) => {
  let found = false;
  doc.nodesBetween(from, to, ({ type }) => { found ||= type.name === "newsroomEmbed"; });
  return found;
};

// The selection with the quotation marks that stand against it.
const marked = ({ doc, selection: { $from, $to, from, to } }) => {
  const before = $from.parent.textBetween(0, $from.parentOffset, "\n", "\ufffc").match(/[«“"]\s*$/);
  const after = $to.parent.textBetween($to.parentOffset, $to.parent.content.size, "\n", "\ufffc").match(/^\s*[»”"]/);
  return before && after ? { from: from - before[0].length, to: to + after[0].length } : { from, to };
};

// What stands around, and the quote embedded last before.
const place = (view, from, to) => {
  const { doc } = view.state;
  let previous = "";
  doc.nodesBetween(0, from, ({ type, attrs }) => { if (type.name === "newsroomEmbed" && attrs.type === "quote") previous = attrs.id; });
  const [before, after] = [doc.textBetween(Math.max(0, from - 400), from, "\n"), doc.textBetween(to, doc.resolve(to).end(), "\n")];
  return { before, after, previous, written_in: language(view) };
};

// The places that wait for their record, kept true while the text is written on.
const waiting = new PluginKey("recordsWaiting");
const moved = ({ mapping }, { from, to }) => {
  const start = mapping.map(from, from === to ? -1 : 1); // what is typed at a caret comes after
  return { from: start, to: Math.max(start, mapping.map(to, -1)) };
};
const places = {
  init: () => new Map(),
  apply(tr, held) {
    const next = new Map([...held].map(([key, range]) => [key, moved(tr, range)]));
    const { key, range } = tr.getMeta(waiting) ?? {};
    range ? next.set(key, range) : next.delete(key);
    return next;
  },
};

// Gives the id of the record made, or null, and where its place is by then.
const make = async (view, type, source, { from, to }) => {
  const key = Symbol(type);
  const hold = (range) => view.dispatch(view.state.tr.setMeta(waiting, { key, range }));
  hold({ from, to });
  const id = await maker().make(type, source, place(view, from, to));
  const range = waiting.getState(view.state).get(key);
  hold(null);
  return { id, ...range };
};

// One step to undo gives the words back. Writing goes on below, or where it is by then.
const replace = (view, from, to, type, id) => {
  const { selection, schema } = view.state;
  const node = schema.nodes.newsroomEmbed.create({ type, id });
  const tr = closeHistory(view.state.tr).replaceRangeWith(from, to, node);
  let below = 0;
  tr.doc.descendants((child, position) => { if (child === node) below = position + child.nodeSize; });
  if (!tr.doc.resolve(below).nodeAfter?.isTextblock) tr.insert(below, schema.nodes.paragraph.create());
  if (from <= selection.from && selection.to <= to) tr.setSelection(TextSelection.create(tr.doc, below + 1));
  view.dispatch(tr.scrollIntoView());
};

const quote = async ({ view, state }) => {
  const range = marked(state);
  const { id, from, to } = await make(view, "quote", state.doc.textBetween(range.from, range.to, "\n", "\n"), range);
  if (id) replace(view, from, to, "quote", id);
  view.focus();
};

const post = async (view, source) => {
  const { id, from, to } = await make(view, "post", source, view.state.selection);
  if (id) replace(view, from, to, "post", id);
  else view.dispatch(view.state.tr.insertText(source, from, to).scrollIntoView());
  view.focus();
};

const canQuote = ({ state, isEditable }) => {
  const { selection } = state;
  if (selection.empty || selection instanceof NodeSelection) return false;
  return Boolean(maker() && isEditable && !holdsRecord(state, selection.from, selection.to));
};

export const RecordsFromText = Extension.create({
  name: "recordsFromText",

  addMenuItems({ buttons, menu }) {
    if (!maker()) return;
    const button = buttons.text(maker().dataset.label, maker().dataset.quote);
    button.classList.add("embed-button", "embed-button--from-text");
    menu.defineItem({ name: "quote:selection", groups: "nodes embeds", button, enabled: canQuote, command: quote });
  },

  addKeyboardShortcuts: () => ({
    "Mod-Shift-e": ({ editor }) => (canQuote(editor) && quote(editor), true), // ours, either way
  }),

  addProseMirrorPlugins() {
    const handlePaste = (view, { clipboardData }) => {
      const source = clipboardData.getData("text/plain").trim();
      const isPost = maker() && view.editable && (STATUS.test(source) || CODE.test(source));
      if (isPost) post(view, source);
      return Boolean(isPost);
    };
    return [new Plugin({ key: waiting, state: places, props: { handlePaste } })];
  },
});
