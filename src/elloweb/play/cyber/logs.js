// A log in a table: filters above it, and a box to tick at each row that is out of place.

/** Return a text without capitals and accents, so that a search finds it anyhow. */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function render({ model, el }) {
  const { heading, columns, rows, choices, marking, labels } = model.get("settings");
  const root = frame(el, labels.title);
  const search = make("input", { type: "search" });
  const filters = columns.map((column, i) =>
    choices[i]
      ? make(
          "select",
          {},
          make("option", { value: "" }, labels.all),
          ...choices[i].map((value) => make("option", { value: `=${value}` }, value)),
        )
      : make("input", { type: "search" }),
  );
  const boxes = rows.map((_, i) =>
    make("input", {
      type: "checkbox",
      "aria-label": labels.mark.replace("{number}", i + 1),
    }),
  );
  const lines = rows.map((row, i) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, String(i + 1)),
      marking ? make("td", {}, make("label", {}, boxes[i])) : null,
      ...row.map((cell) => make("td", {}, cell)),
    ),
  );
  const named = (name, field) => {
    field.id = uniqueId("filter");
    return make("div", { class: "elloweb-filter" }, make("label", { for: field.id }, name), field);
  };
  const count = make("p", { role: "status" });
  const marked = () => boxes.flatMap((box, i) => (box.checked ? [i + 1] : []));

  const tell = () => {
    const shown = lines.filter((line) => !line.hidden).length;
    const some = shown === 1 ? labels.shownOne : labels.shown;
    const parts = [
      (shown ? some : labels.shownNone).replace("{shown}", shown).replace("{all}", rows.length),
    ];
    if (marking) {
      const many = marked().length;
      const said = [labels.markedNone, labels.markedOne][many] ?? labels.marked;
      parts.push(said.replace("{marked}", many));
    }
    const sentence = parts.join(" ");
    if (count.textContent !== sentence) count.textContent = sentence;
  };
  const fits = (row) => {
    const everywhere = plain(search.value.trim());
    if (!row.some((cell) => plain(cell).includes(everywhere))) return false;
    return filters.every(({ value }, i) =>
      value.startsWith("=")
        ? row[i] === value.slice(1)
        : plain(row[i]).includes(plain(value.trim())),
    );
  };
  const filter = () => {
    lines.forEach((line, i) => (line.hidden = !fits(rows[i])));
    tell();
  };
  const refresh = () => {
    if (settled(model)) {
      const answer = answerOf(model, []);
      boxes.forEach((box, i) => (box.checked = answer.includes(i + 1)));
    }
    lines.forEach((line, i) => line.classList.toggle("elloweb-marked", boxes[i].checked));
    tell();
  };
  [search, ...filters].forEach((field) => field.addEventListener("input", filter));
  boxes.forEach((box) =>
    box.addEventListener("change", () => {
      send(model, marked(), false);
      refresh();
    }),
  );
  const clear = make(
    "button",
    {
      type: "button",
      onclick: () => {
        [search, ...filters].forEach((field) => (field.value = ""));
        filter();
      },
    },
    labels.clear,
  );
  root.append(
    make(
      "div",
      { class: "elloweb-filters" },
      named(labels.search, search),
      ...columns.map((column, i) => named(column, filters[i])),
      clear,
    ),
    count,
    make(
      "div",
      { class: "elloweb-log", role: "region", "aria-label": heading, tabindex: 0 },
      make(
        "table",
        {},
        make("caption", {}, heading),
        make(
          "thead",
          {},
          make(
            "tr",
            {},
            make("th", { scope: "col" }, labels.number),
            marking ? make("th", { scope: "col" }, labels.suspicious) : null,
            ...columns.map((column) => make("th", { scope: "col" }, column)),
          ),
        ),
        make("tbody", {}, ...lines),
      ),
    ),
  );
  if (marking) {
    const check = make(
      "button",
      { class: "elloweb-main", type: "button", onclick: () => send(model, marked(), true) },
      labels.check,
    );
    root.append(make("p", {}, check), verdictLine(model));
  }
  filter();
  refresh();
  model.on("change:state", refresh);
}

export default { render };
