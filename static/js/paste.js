// What is pasted, with its sense and not its looks: headings, lists, links, bold, italic
// and superscript stay; nothing empty, nothing styled does.
import { Extension, Plugin, pm } from "django-prose-editor/editor";

const { closeHistory } = pm.history;

const KEPT = "p, h2, h3, ul, ol, li, blockquote, strong, em, sup, a[href], br, hr, newsroom-embed";
const BLOCKS = "p, h2, h3, ul, ol, li, blockquote, hr, newsroom-embed";
const LOOSE = "address, article, aside, caption, center, dd, div, dt, figcaption, footer, header, main, nav, pre, section";
const DROPPED = "applet, audio, button, canvas, iframe, img, input, link, meta, noscript, object, select, style, script, svg, textarea, title, video";
const NAMES = { b: "strong", i: "em", cite: "em", h1: "h2", h4: "h3", h5: "h3", h6: "h3", "p.MsoTitle": "h2" };

const all = (root, selector) => [...root.querySelectorAll(selector)];
const unwrap = (element) => element.replaceWith(...element.childNodes);

const rename = (element, name) => {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
};

const rows = (body) => {
  for (const row of all(body, "tr")) {
    for (const cell of [...row.cells].slice(1)) cell.prepend(" | ");
    rename(row, "p").querySelectorAll("p, div").forEach(unwrap);
  }
};

const links = (body) => {
  for (const link of all(body, "a[href]")) {
    const address = link.getAttribute("href").trim();
    const through = address.match(/^https:\/\/www\.google\.com\/url\?(?:.*&)?q=([^&]+)/);
    link.setAttribute("href", through ? decodeURIComponent(through[1]) : address);
    if (!/^(?:https?:\/\/|mailto:)/i.test(link.getAttribute("href"))) unwrap(link);
  }
};

const paragraphs = (body) => {
  for (const element of all(body, LOOSE).reverse())
    element.querySelector(BLOCKS) ? unwrap(element) : rename(element, "p");
  for (const line of all(body, "br")) {
    const isLast = !line.nextSibling && line.parentElement.matches(BLOCKS);
    if (isLast || line.previousElementSibling?.matches(BLOCKS) || line.nextElementSibling?.matches(BLOCKS)) line.remove();
  }
};

const plain = (body) => {
  for (const element of all(body, `:not(${KEPT})`)) unwrap(element);
  for (const element of all(body, ":not(br, hr, newsroom-embed, :has(hr, newsroom-embed))").reverse())
    if (!element.textContent.trim()) element.matches(BLOCKS) ? element.remove() : unwrap(element);
  for (const element of all(body, ":not(newsroom-embed)"))
    for (const { name } of [...element.attributes]) if (name !== "href") element.removeAttribute(name);
};

const clean = (html) => {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of all(body, DROPPED)) element.remove();
  rows(body);
  for (const [from, to] of Object.entries(NAMES)) for (const element of all(body, from)) rename(element, to);
  for (const step of [links, paragraphs, plain]) step(body);
  return body.innerHTML;
};

export const PasteCleaner = Extension.create({
  name: "pasteCleaner",

  addProseMirrorPlugins() {
    // What comes from an editor is clean, and tells which blocks were cut open.
    const transformPastedHTML = (html) => (html.includes("data-pm-slice") ? html : clean(html));
    // A step of its own to undo.
    const handlePaste = (view) => view.dispatch(closeHistory(view.state.tr));
    return [new Plugin({ props: { transformPastedHTML, handlePaste } })];
  },
});
