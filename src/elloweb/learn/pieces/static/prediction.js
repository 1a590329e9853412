// A program to read, a prediction to write or to choose, then what came beside it.

const PAUSE = 400; // Milliseconds without a key before what she writes is kept.

function render({ model, el }) {
  const { lines, choices, labels } = model.get("settings");
  const root = frame(el, labels.title);
  const name = uniqueId("prediction");
  const note = make("p", { class: "elloweb-note", id: `${name}-note` });
  const area = make("textarea", {
    "aria-describedby": note.id,
    autocapitalize: "off",
    autocomplete: "off",
    class: "elloweb-foreseen",
    id: name,
    rows: 3,
    spellcheck: "false",
  });
  const inputs = (choices ?? []).map((choice) =>
    make("input", { type: "radio", name, value: choice }),
  );
  const button = make("button", { class: "elloweb-main", type: "button" }, labels.check);
  const result = make("div", { class: "elloweb-made" });
  let waiting = null;

  const revealed = () => model.get("state").verdict.outcome === "passed";
  const foreseen = () =>
    choices ? (inputs.find((input) => input.checked)?.value ?? "") : area.value;
  const give = (checked) => {
    clearTimeout(waiting);
    waiting = null;
    if (!revealed() && (foreseen() || !choices)) send(model, foreseen(), checked);
  };
  let question;
  const refresh = () => {
    // While she writes, or an answer is on its way, the front knows better.
    if (settled(model) && waiting === null) {
      const answer = answerOf(model, "");
      inputs.forEach((input) => (input.checked = input.value === answer));
      if (area.value !== answer) area.value = answer;
    }
    const done = revealed();
    inputs.forEach((input) => (input.disabled = done));
    // What she wrote stands beside what came.
    question.hidden = done && !choices;
    // Not `disabled`: the keyboard would lose its place.
    button.setAttribute("aria-disabled", String(done));
    note.replaceChildren(done ? labels.kept : choices ? "" : labels.help);
    result.innerHTML = model.get("state").shown.made ?? "";
  };
  area.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => give(false), PAUSE);
  });
  area.addEventListener("blur", () => {
    if (waiting !== null) give(false);
  });
  inputs.forEach((input) => input.addEventListener("change", () => give(false)));
  button.addEventListener("click", () => give(true));
  question = choices
    ? make(
        "fieldset",
        {},
        make("legend", {}, labels.question),
        ...choices.map((choice, i) =>
          make("label", { class: "elloweb-choice" }, inputs[i], make("code", {}, choice)),
        ),
      )
    : make(
        "div",
        {},
        make("label", { class: "elloweb-heading", for: name }, labels.question),
        area,
      );
  root.append(
    make(
      "ol",
      { class: "elloweb-code", role: "list", "aria-label": labels.program },
      ...lines.map((line) => make("li", {}, make("code", {}, line || "\u00a0"))),
    ),
    question,
    note,
    button,
    verdictLine(model),
    result,
  );
  refresh();
  model.on("change:state", refresh);
}

export default { render };
