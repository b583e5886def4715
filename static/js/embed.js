// A record in the text: one atom, shown as the card its readers will see.
import { Node } from "django-prose-editor/editor";

const picker = () => document.querySelector("embed-picker");
const language = (editor) =>
  editor.view.dom.closest(".prose-editor").querySelector("textarea").name.match(/_(fr|en)$/)?.[1] ?? "fr";

const element = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });

// "quote/4" → its card: null where it is gone, undefined where the network was.
const cards = new Map();
const MOST = 100;
let batch = null;

// All records of a text are asked for at once.
const newBatch = (address, wanted = []) => {
  const ask = async (isOver) => {
    batch = await isOver;
    const answer = await fetch(`${address}cards/?${new URLSearchParams(wanted)}`);
    return answer.ok ? answer.json() : Promise.reject(answer.status);
  };
  return { wanted, found: ask(new Promise((next) => setTimeout(next, 0, null))) };
};

const card = (address, type, id) => {
  const key = `${type}/${id}`;
  if (!cards.has(key)) {
    if (!(batch?.wanted.length < MOST)) batch = newBatch(address);
    batch.wanted.push([type, id]);
    cards.set(key, batch.found.then((found) => found[key] ?? null, () => void cards.delete(key)));
  }
  return cards.get(key);
};

const fill = (dom, type, found, code) => {
  const kind = element("span", "embed-card__kind", picker()?.dataset[type] ?? type);
  if (!found) {
    dom.classList.add("embed-card--missing");
    dom.replaceChildren(kind, element("span", "embed-card__text", picker()?.dataset.missing ?? "?"));
    return;
  }
  const { heading, text, lang, detail, image, warnings } = found[code];
  const words = Object.assign(element("span", "embed-card__text", text), { lang });
  const parts = [kind, element("strong", "embed-card__heading", heading), words];
  if (image) parts.splice(1, 0, Object.assign(element("img", "embed-card__image"), { loading: "lazy", alt: "", src: image }));
  if (detail) parts.push(element("span", "embed-card__detail", detail));
  for (const warning of warnings) parts.push(element("span", "embed-card__warning", warning));
  const edit = element("a", "embed-card__edit", picker()?.dataset.edit ?? "→");
  parts.push(Object.assign(edit, { href: found.url, target: "_blank" }));
  dom.replaceChildren(...parts);
};

export const NewsroomEmbed = Node.create({
  name: "newsroomEmbed",
  group: "block",
  atom: true,
  draggable: true,
  selectable: true,

  addOptions: () => ({ types: [], address: "" }),

  addAttributes: () => ({
    type: {
      default: null,
      parseHTML: (e) => e.getAttribute("data-type"),
      renderHTML: (a) => ({ "data-type": a.type }),
    },
    id: {
      default: null,
      parseHTML: (e) => e.getAttribute("data-id"),
      renderHTML: (a) => ({ "data-id": a.id }),
    },
  }),

  parseHTML() {
    const isValid = (e) =>
      this.options.types.includes(e.getAttribute("data-type")) && /^\d+$/.test(e.getAttribute("data-id") ?? "");
    return [{ tag: "newsroom-embed", getAttrs: (e) => (isValid(e) ? null : false) }];
  },

  renderHTML: ({ HTMLAttributes }) => ["newsroom-embed", HTMLAttributes],

  addNodeView() {
    return ({ node, editor }) => {
      const { type, id } = node.attrs;
      const dom = element("div", `embed-card embed-card--${type}`, "…");
      dom.contentEditable = "false";
      card(this.options.address, type, id).then((found) => found !== undefined && fill(dom, type, found, language(editor)));
      // A click on the link goes to the record; any other selects the card.
      const stopEvent = (event) => event.type !== "dragstart" && Boolean(event.target.closest?.("a"));
      return { dom, stopEvent, ignoreMutation: () => true };
    };
  },

  addCommands: () => ({
    insertEmbed:
      (attrs) =>
      ({ chain }) =>
        chain()
          .insertContent([{ type: "newsroomEmbed", attrs }, { type: "paragraph" }])
          .run(),
  }),

  addMenuItems({ buttons, menu }) {
    for (const type of this.options.types) {
      const button = buttons.text(picker()?.dataset[type] ?? type);
      button.classList.add("embed-button", `embed-button--${type}`);
      menu.defineItem({
        name: `embed:${type}`,
        groups: "nodes embeds",
        button,
        enabled: (editor) => editor.isEditable,
        command: async (editor) => {
          const id = await picker()?.pick(type, language(editor));
          if (id) editor.chain().focus().insertEmbed({ type, id: String(id) }).run();
        },
      });
    }
  },
});
