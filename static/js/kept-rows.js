// <kept-rows>: inside a form, what <auto-save> and <kept-work> know of its inlines. A row
// is known by its number in the database, a new one by its place: others may have added
// or removed rows when it is taken back.
class KeptRows extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    const tell = (target) => target.dispatchEvent(new Event("change", { bubbles: true }));
    // An autocomplete tells jQuery alone what was chosen, a row that comes or goes nobody.
    // What they do to a page that starts is no one's work.
    const listen = () => {
      django.jQuery(this.form).on("change", "select", ({ originalEvent, target }) => originalEvent || tell(target));
      for (const type of ["formset:added", "formset:removed"]) document.addEventListener(type, () => tell(this.form));
    };
    if (document.readyState === "complete") listen();
    else addEventListener("load", () => setTimeout(listen));
  }

  // "links-1-role" → "links:5:role", or "links:+1:role" of a row that is not saved.
  key({ name }) {
    const [, prefix, place, field] = name.match(/^(\w+)-(\d+)-(\w+)$/) ?? [];
    const id = this.form.elements[`${prefix}-${place}-id`];
    return id ? `${prefix}:${id.value || `+${place}`}:${field}` : name;
  }

  // The controls that what is offered goes into, with their values: none where a row is
  // gone; a row that was added is added again, as people add it.
  controls(offered) {
    if (!("row" in offered)) return [offered];
    const place = offered.row ? this.place(offered.row) : null;
    return place ? offered.row.values.map((one) => ({ ...one, name: `${place}-${one.name}` })) : [];
  }

  place({ prefix, id }) {
    if (id) return this.nameOf([...this.form.elements].find((e) => this.isId(e, prefix) && e.value === id));
    const count = this.form.elements[`${prefix}-TOTAL_FORMS`];
    const before = count?.value;
    document.querySelector(`#${prefix}-group .add-row a`)?.click();
    return count && count.value !== before ? `${prefix}-${before}` : null;
  }

  isId({ name }, prefix) {
    return name.startsWith(`${prefix}-`) && /-\d+-id$/.test(name);
  }

  nameOf(id) {
    return id?.name.replace(/-id$/, "") ?? null;
  }
}

customElements.define("kept-rows", KeptRows);
