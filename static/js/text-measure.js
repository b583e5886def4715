// <text-measure>: says how long the titles are and how long the texts take to read.
// A title past its `warn` length is flagged: search pages and phones cut it there.
const WORDS_A_MINUTE = 230;

const plain = (html) => new DOMParser().parseFromString(html.replaceAll("</", " </"), "text/html").body.textContent;

class TextMeasure extends HTMLElement {
  connectedCallback() {
    for (const field of document.querySelector(".cockpit").closest("form").elements) {
      if (/^(social_)?title_(fr|en)$/.test(field.name)) this.follow(field, () => this.length(field));
      if (/^body_(fr|en)$/.test(field.name)) this.follow(field, () => this.reading(field));
    }
  }

  follow(field, say) {
    const output = Object.assign(document.createElement("output"), { className: "measure" });
    output.htmlFor.add(field.id);
    field.closest(".fieldBox").append(output);
    const show = () => {
      const { text, isLong } = say();
      if (output.textContent !== text) output.textContent = text;
      output.classList.toggle("measure--long", isLong);
    };
    // Editors write into their field without an event: it is looked at now and then.
    field.addEventListener("input", show);
    setInterval(show, 1000);
    show();
  }

  length(field) {
    const count = [...field.value].length;
    const warn = Number(field.name.startsWith("social") ? this.dataset.socialWarn : this.dataset.titleWarn);
    const said = `${count} / ${field.maxLength > 0 ? field.maxLength : warn}`;
    const isLong = count > warn;
    return { text: count === 0 ? "" : isLong ? `${said} · ${this.dataset.long}` : said, isLong };
  }

  reading(field) {
    const words = plain(field.value).match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
    const minutes = Math.max(1, Math.round(words / WORDS_A_MINUTE));
    const text = this.dataset.reading.replace("#w", words.toLocaleString()).replace("#m", minutes);
    return { text: words === 0 ? "" : text, isLong: false };
  }
}

customElements.define("text-measure", TextMeasure);
