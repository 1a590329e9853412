// A question with its choices, radio buttons or boxes to tick, and a button to check.

function render({ model, el }) {
  const { question, choices, several, labels } = model.get("settings");
  const root = frame(el, labels.title);
  const group = uniqueId("quiz");
  const inputs = choices.map((choice) =>
    make("input", { type: several ? "checkbox" : "radio", name: group, value: choice }),
  );
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  const button = make("button", { class: "elloweb-main", type: "button" }, labels.check);
  const tell = () => button.setAttribute("aria-disabled", String(chosen().length === 0));
  const refresh = () => {
    if (!settled(model)) return;
    const answer = answerOf(model, []);
    inputs.forEach((input) => (input.checked = answer.includes(input.value)));
    tell();
  };
  inputs.forEach((input) =>
    input.addEventListener("change", () => {
      tell();
      send(model, chosen(), false);
    }),
  );
  const verdict = verdictLine(model);
  button.addEventListener("click", () => {
    if (chosen().length) send(model, chosen(), true);
    else verdict.replaceChildren(labels.choose);
  });
  root.append(
    make(
      "fieldset",
      {},
      make("legend", {}, ...words(question)),
      several ? make("p", {}, labels.several) : null,
      ...choices.map((choice, i) =>
        make("label", { class: "elloweb-choice" }, inputs[i], make("span", {}, ...words(choice))),
      ),
    ),
    button,
    verdict,
  );
  refresh();
  model.on("change:state", refresh);
}

export default { render };
