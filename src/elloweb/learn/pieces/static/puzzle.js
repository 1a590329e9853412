// Lines to place on one side, the program on the other; a line moves over, up, down and sideways.

const SIGNS_OF_MOVES = { up: "↑", down: "↓", left: "←", right: "→", remove: "✕" };
const KEYS = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Delete: "remove",
  Backspace: "remove",
};

/** A line of code that, where it is too long, breaks after a sign rather than within a word. */
function codeLine(text) {
  const pieces = text.split(/(?<=[([{.,>])(?=.)/);
  return make("code", {}, ...pieces.flatMap((piece, n) => (n ? [make("wbr"), piece] : [piece])));
}

function render({ model, el }) {
  const { instruction, rules, lines, limit, marks, levels, labels } = model.get("settings");
  const root = frame(el, labels.title);
  // The program: numbers of lines, in their order; the level of each line, by its number.
  let program = [];
  let level = lines.map(() => 0);
  let current = null;
  let told = [];

  const said = make("p", { class: "elloweb-unseen", role: "status" });
  const say = (text) => said.replaceChildren(text);
  const fill = (template, values) =>
    template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const where = (i) => {
    const text = lines[i].trim();
    const moved = fill(labels.moved, { text, n: program.indexOf(i) + 1 });
    say(levels.length ? `${moved}, ${levels[level[i]]}.` : `${moved}.`);
  };

  const sources = lines.map((text, i) =>
    make(
      "button",
      { type: "button", class: "elloweb-line", onclick: () => place(i) },
      codeLine(text),
    ),
  );
  const items = sources.map((button) => make("li", {}, button));
  const rows = lines.map((text, i) => makeRow(text, i));
  const poolNote = make("p", { class: "elloweb-note", hidden: true }, labels.all_placed);
  const programNote = make("p", { class: "elloweb-note" }, labels.nothing_placed);
  const pool = make("ul", { class: "elloweb-lines", role: "list" }, ...items);
  const list = make("ol", { class: "elloweb-lines elloweb-program", role: "list" });
  const result = make("div", { class: "elloweb-made" });

  /** One row of the program: the line, and the buttons that move it while it is the current one. */
  function makeRow(text, i) {
    const number = make("span", { class: "elloweb-number", "aria-hidden": "true" });
    const unseen = make("span", { class: "elloweb-unseen" });
    const mark = make("span", { class: "elloweb-mark" });
    const line = make(
      "button",
      {
        type: "button",
        class: "elloweb-line",
        "aria-keyshortcuts": "ArrowUp ArrowDown ArrowLeft ArrowRight Delete",
        onfocus: () => choose(i),
        // A click does not focus a button in every browser.
        onclick: () => choose(i),
      },
      number,
      unseen,
      codeLine(text),
      mark,
    );
    const moves = Object.entries(SIGNS_OF_MOVES).filter(
      ([move]) => limit > 0 || !["left", "right"].includes(move),
    );
    const buttons = Object.fromEntries(
      moves.map(([name, sign]) => [
        name,
        make(
          "button",
          // The keyboard moves the line itself: one stop for each line, not six.
          { type: "button", tabindex: -1, title: labels[name], "aria-label": labels[name] },
          make("span", { "aria-hidden": "true" }, sign),
        ),
      ]),
    );
    for (const [name, button] of Object.entries(buttons)) {
      button.addEventListener("click", () => move(i, name));
    }
    const tools = make("div", { class: "elloweb-moves" }, ...Object.values(buttons));
    const row = make("li", {}, line, tools);
    row.addEventListener("keydown", (event) => {
      const name = KEYS[event.key];
      if (!name || !buttons[name] || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      move(i, name);
    });
    return { row, line, tools, buttons, number, unseen, mark };
  }

  const allowed = (i) => {
    const here = program.indexOf(i);
    return {
      up: here > 0,
      down: here < program.length - 1,
      left: level[i] > 0,
      right: level[i] < limit,
      remove: true,
    };
  };

  /** Put the rows into the order of the program without moving the one that has the keyboard. */
  const arrange = () => {
    const wanted = program.map((i) => rows[i].row);
    const there = [...list.children];
    if (wanted.length === there.length && wanted.every((row, n) => row === there[n])) return;
    there.filter((row) => !wanted.includes(row)).forEach((row) => row.remove());
    const held = wanted.findIndex((row) => row.matches(":focus-within"));
    wanted.forEach((row, n) => {
      if (n < held) wanted[held].before(row);
      else if (n !== held) list.append(row);
    });
  };

  const show = () => {
    if (!program.includes(current)) current = null;
    items.forEach((item, i) => (item.hidden = program.includes(i)));
    arrange();
    program.forEach((i, n) => {
      const { row, line, tools, buttons, number, unseen, mark } = rows[i];
      const [sign, standing] = marks[told[n]] ?? ["", ""];
      const may = allowed(i);
      number.textContent = n + 1;
      unseen.textContent =
        [fill(labels.line, { n: n + 1 }), levels[level[i]]].filter(Boolean).join(", ") + "\u00a0: ";
      mark.replaceChildren();
      if (standing) {
        const shown = make("span", { "aria-hidden": "true" }, `${sign} `);
        mark.append(shown, make("span", { class: "elloweb-unseen" }, ", "), standing);
      }
      row.dataset.mark = told[n] ?? "";
      row.style.setProperty("--level", level[i]);
      row.classList.toggle("elloweb-current", i === current);
      line.setAttribute("aria-current", String(i === current));
      tools.hidden = i !== current;
      for (const [name, button] of Object.entries(buttons)) {
        button.setAttribute("aria-disabled", String(!may[name]));
      }
    });
    poolNote.hidden = program.length < lines.length;
    programNote.hidden = program.length > 0;
  };

  const choose = (i) => {
    current = i;
    show();
  };
  const changed = () => {
    told = [];
    result.replaceChildren();
    show();
    send(model, program.map((i) => [lines[i], level[i]]), false);
  };

  /** Move a line over to the end of the program; the keyboard stays among the lines to place. */
  const place = (i) => {
    program = [...program, i];
    level[i] = 0;
    current = i;
    const left = lines.map((_, j) => j).filter((j) => !program.includes(j));
    const next = left.find((j) => j > i) ?? left.at(-1);
    changed();
    (next === undefined ? rows[i].line : sources[next]).focus();
    where(i);
  };

  const remove = (i) => {
    const here = program.indexOf(i);
    program = program.filter((j) => j !== i);
    const next = program[here] ?? program[here - 1];
    current = next ?? null;
    changed();
    (next === undefined ? sources[i] : rows[next].line).focus();
    say(`${fill(labels.removed, { text: lines[i].trim() })}.`);
  };

  const move = (i, name) => {
    current = i;
    if (!allowed(i)[name]) {
      const edges = { up: "at_top", down: "at_bottom", left: "at_left", right: "at_right" };
      say(`${labels[edges[name]]}.`);
      return;
    }
    if (name === "remove") {
      remove(i);
      return;
    }
    const here = program.indexOf(i);
    if (name === "left" || name === "right") level[i] += name === "right" ? 1 : -1;
    else program = program.toSpliced(here, 1).toSpliced(here + (name === "up" ? -1 : 1), 0, i);
    changed();
    where(i);
  };

  const restart = () => {
    program = [];
    level = lines.map(() => 0);
    changed();
    say(`${labels.restarted}.`);
  };

  /** Take over what the kernel knows, unless she has gone on meanwhile. */
  const refresh = () => {
    if (!settled(model)) return;
    const free = lines.map((_, i) => i);
    program = [];
    answerOf(model, []).forEach(([text, deep]) => {
      const place = free.findIndex((i) => lines[i] === text);
      const [i] = free.splice(place, 1);
      program.push(i);
      level[i] = deep;
    });
    const { verdict, shown } = model.get("state");
    told = verdict.marks ?? [];
    result.innerHTML = shown.html ?? shown.made ?? "";
    show();
  };

  const titled = (side, title, ...children) => {
    const id = uniqueId("lines");
    const part = make("div", { class: side }, make("p", { id, class: "elloweb-heading" }, title), ...children);
    children.find((child) => child.matches("ul, ol")).setAttribute("aria-labelledby", id);
    return part;
  };
  root.append(
    make("p", { class: "elloweb-heading" }, ...words(instruction)),
    rules ? make("p", {}, ...words(rules)) : "",
    make(
      "div",
      { class: "elloweb-puzzle" },
      titled("elloweb-pool", labels.pool, pool, poolNote),
      titled("elloweb-made-of", labels.program, list, programNote),
    ),
    make("p", { class: "elloweb-note elloweb-keys" }, labels.keys),
    make(
      "div",
      { class: "elloweb-row" },
      make(
        "button",
        {
          class: "elloweb-main",
          type: "button",
          onclick: () => send(model, program.map((i) => [lines[i], level[i]]), true),
        },
        labels.check,
      ),
      make("button", { type: "button", onclick: restart }, labels.restart),
    ),
    said,
    verdictLine(model),
    result,
  );
  refresh();
  model.on("change:state", refresh);
}

export default { render };
