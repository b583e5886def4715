// Makes records out of the text: the words selected a quote, a pasted post a club post.
import { Extension, Plugin, pm } from "django-prose-editor/editor";

const { NodeSelection, TextSelection } = pm.state;
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
  const after = doc.textBetween(to, doc.resolve(to).end(), "\n");
  return { before: doc.textBetween(Math.max(0, from - 400), from, "\n"), after, previous, written_in: language(view) };
};

const record = (state, type, id) => state.schema.nodes.newsroomEmbed.create({ type, id });

// One step to undo: it gives the words back. Writing goes on in the paragraph below.
const replace = (view, from, to, node) => {
  const tr = closeHistory(view.state.tr).replaceRangeWith(from, to, node);
  let below = 0;
  tr.doc.descendants((child, position) => { if (child === node) below = position + child.nodeSize; });
  const next = tr.doc.resolve(below).nodeAfter;
  if (!next?.isTextblock) tr.insert(below, view.state.schema.nodes.paragraph.create());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, below + 1)).scrollIntoView());
};

const quote = async ({ view, state }) => {
  const { from, to } = marked(state);
  const source = state.doc.textBetween(from, to, "\n", "\n");
  const id = await maker().make("quote", source, place(view, from, to));
  if (id) replace(view, from, to, record(state, "quote", id));
  view.focus();
};

const post = async (view, source) => {
  const { from, to } = view.state.selection;
  const id = await maker().make("post", source, place(view, from, to));
  if (id) replace(view, from, to, record(view.state, "post", id));
  else view.dispatch(view.state.tr.insertText(source, from, to).scrollIntoView());
  view.focus();
};

const canQuote = ({ state, isEditable }) => {
  const { selection } = state;
  const isText = !selection.empty && !(selection instanceof NodeSelection);
  return Boolean(maker() && isEditable && isText && !holdsRecord(state, selection.from, selection.to));
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
    "Mod-Shift-e": ({ editor }) => {
      if (canQuote(editor)) quote(editor);
      return true;
    },
  }),

  addProseMirrorPlugins() {
    const handlePaste = (view, { clipboardData }) => {
      const source = clipboardData.getData("text/plain").trim();
      const isPost = maker() && view.editable && (STATUS.test(source) || CODE.test(source));
      if (isPost) post(view, source);
      return Boolean(isPost);
    };
    return [new Plugin({ props: { handlePaste } })];
  },
});
