// What Word and Google Docs write as looks, pasted as the tags it means: bold, italic,
// superscript, lists.
import { Extension, Plugin } from "django-prose-editor/editor";

const TAG = /<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const ATTRIBUTE = /([^\s"'>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?/g;

const renamed = (attribute, name, value = "") => {
  if (/^style$/i.test(name)) return `data-look${value}`;
  return /^on/i.test(name) ? `data-on${value}` : attribute;
};

// Before any parser sees it: our policy would report every style and handler.
const disarmed = (html) =>
  html
    .replace(/<(style|script|xml|head)\b[\s\S]*?<\/\1>/gi, "")
    .replace(TAG, (tag) => tag.replace(ATTRIBUTE, renamed));

const look = (element) => element.getAttribute("data-look")?.toLowerCase() ?? "";
const all = (root, selector) => [...root.querySelectorAll(selector)];
const unwrap = (element) => element.replaceWith(...element.childNodes);

const rename = (element, name) => {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
};

const wrapInside = (element, name) => {
  const mark = element.ownerDocument.createElement(name);
  mark.append(...element.childNodes);
  element.append(mark);
};

// Bold, italic and superscript that a program wrote as looks.
const marks = (body) => {
  for (const element of all(body, "[data-look]")) {
    const isHeading = element.closest("h1, h2, h3, h4, h5, h6");
    if (/(?<!-)font-weight\s*:\s*(?:normal|[1-4]00)/.test(look(element)) && element.matches("b, strong")) unwrap(element);
    if (!element.matches("span, font, p")) continue;
    if (/(?<!-)font-weight\s*:\s*(?:bold|[6-9]00)/.test(look(element)) && !isHeading) wrapInside(element, "strong");
    if (/(?<!-)font-style\s*:\s*italic/.test(look(element))) wrapInside(element, "em");
    if (/vertical-align\s*:\s*super/.test(look(element))) wrapInside(element, "sup");
  }
  for (const element of all(body, "b[id^=docs-internal-guid]")) unwrap(element);
  for (const element of all(body, ":is(h1, h2, h3, h4, h5, h6) :is(b, strong)")) unwrap(element);
};

const spaces = (body) => {
  for (const span of all(body, "span")) {
    const isProgram = span.matches(".Apple-converted-space") || /mso-(?:spacerun|tab-count)/.test(look(span));
    if (isProgram) span.textContent = " ";
  }
};

// Word writes its lists as paragraphs that carry a level and a printed marker.
const wordLists = (body) => {
  let open = [];
  for (const item of all(body, "p")) {
    const level = Number(look(item).match(/mso-list\s*:[^;]*\blevel(\d)/)?.[1] ?? 0);
    const follows = open.length && open[0].list.nextElementSibling === item;
    if (!follows) open = [];
    if (!level) continue;
    const marker = all(item, "[data-look]").find((e) => /mso-list\s*:\s*ignore/.test(look(e)));
    const name = /^\s*(?:\d+|[a-z]{1,4})[.)]/i.test(marker?.textContent ?? "") ? "ol" : "ul";
    marker?.remove();
    while (open.length && open.at(-1).level > level) open.pop();
    if (open.at(-1)?.level === level && open.at(-1).list.localName !== name) open.pop();
    if (open.at(-1)?.level !== level) {
      const list = body.ownerDocument.createElement(name);
      const parent = open.at(-1)?.list.lastElementChild;
      parent ? parent.append(list) : item.before(list);
      open.push({ level, list });
    }
    open.at(-1).list.append(rename(item, "li"));
  }
};

// Google Docs lays an inner list beside the item it belongs to.
const innerLists = (body) => {
  for (const list of all(body, ":is(ul, ol) > :is(ul, ol)")) list.previousElementSibling?.append(list);
};

export const PasteLooks = Extension.create({
  name: "pasteLooks",
  priority: 200, // before what drops every attribute

  addProseMirrorPlugins() {
    const transformPastedHTML = (html) => {
      const { body } = new DOMParser().parseFromString(disarmed(html), "text/html");
      for (const step of [spaces, marks, wordLists, innerLists]) step(body);
      return body.innerHTML;
    };
    return [new Plugin({ props: { transformPastedHTML } })];
  },
});
