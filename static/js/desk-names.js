// Gives each field of the stock admin a name that is read aloud: columns of inlines,
// the two halves of a moment, autocompletes and the search box have none of their own.
const text = (element) => element?.textContent.replace(/\s+/g, " ").replace(/\s*:$/, "").trim() ?? "";

const column = (field) => {
  const cell = field.closest("td");
  return text(cell?.closest("table")?.tHead?.rows[0]?.cells[cell.cellIndex]);
};

const row = (field) => text(field.closest(".form-row, .fieldBox")?.querySelector("label, legend"));

const half = (field) => (field.matches(".vDateField, .vTimeField") ? text(field.previousSibling) : "");

const named = (field) => field.labels?.length || field.getAttribute("aria-label");

const name = (root) => {
  for (const field of root.querySelectorAll("input:not([type=hidden], [type=submit]), select, textarea")) {
    const label = [column(field) || row(field), half(field)].filter(Boolean).join(", ");
    if (!named(field) && label) field.setAttribute("aria-label", label);
  }
  for (const select of root.querySelectorAll(".select2-hidden-accessible")) {
    const label = select.getAttribute("aria-label") ?? text(select.labels?.[0]);
    const shown = select.nextElementSibling?.querySelectorAll("[role=combobox], [role=textbox]") ?? [];
    for (const part of shown) part.setAttribute("aria-label", label);
  }
  const search = root.querySelector("#searchbar");
  search?.setAttribute("aria-label", search.form?.querySelector("[type=submit]")?.value ?? search.placeholder);
};

name(document);
document.addEventListener("formset:added", (event) => setTimeout(() => name(event.target)));
// An autocomplete takes the place of its field some time after the page is ready.
new MutationObserver((changes) => {
  const isPicker = (node) => node.classList?.contains("select2-container");
  if (changes.some((change) => [...change.addedNodes].some(isPicker))) name(document);
}).observe(document.body, { childList: true, subtree: true });
