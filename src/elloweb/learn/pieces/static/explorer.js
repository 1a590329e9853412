// A native slider, its value, and the picture that the kernel draws for it.

function render({ model, el }) {
  const { low, high, step, start, unit, check, labels } = model.get("settings");
  const root = frame(el, labels.title);
  const id = uniqueId("slider");
  const written = (value) => `${String(value).replace(".", ",")}${unit ? `\u00a0${unit}` : ""}`;
  const input = make("input", { type: "range", id, min: low, max: high, step });
  const output = make("output", { for: id, class: "elloweb-value" });
  const picture = make("div", { class: "elloweb-picture" });
  const value = () => Number(input.value);
  const tell = () => {
    output.replaceChildren(written(value()));
    input.setAttribute("aria-valuetext", written(value()));
  };
  const refresh = () => {
    // While an answer is on its way, the slider knows better.
    if (settled(model)) input.value = answerOf(model, start);
    tell();
    picture.innerHTML = model.get("state").shown.html;
  };
  input.addEventListener("input", () => {
    tell();
    send(model, value(), !check);
  });
  // Under the picture: she sees its last lines, what she moves and what she checks together.
  root.append(
    picture,
    make(
      "div",
      { class: "elloweb-slider" },
      make("label", { for: id }, ...words(labels.slider)),
      input,
      output,
    ),
  );
  if (check) {
    root.append(
      make(
        "button",
        { class: "elloweb-main", type: "button", onclick: () => send(model, value(), true) },
        labels.check,
      ),
      verdictLine(model),
    );
  }
  refresh();
  model.on("change:state", refresh);
}

export default { render };
