// The missions in a row, each with a sign and a word; how many are passed is said when it changes.

function render({ model, el }) {
  const { missions, labels } = model.get("settings");
  const root = frame(el, labels.title);
  const count = make("p", { class: "elloweb-count", role: "status" });
  const list = make("ol", { class: "elloweb-missions" });
  const refresh = () => {
    const passed = answerOf(model, []);
    const said = model.get("state").shown.count;
    if (count.textContent !== said) count.replaceChildren(said);
    list.replaceChildren(
      ...missions.map(({ id, title }) => {
        const done = passed.includes(id);
        const [sign, state] = done ? labels.done : labels.todo;
        return make(
          "li",
          { class: done ? "elloweb-done" : null },
          make("span", { "aria-hidden": "true" }, `${sign} `),
          title,
          make("span", { class: "elloweb-unseen" }, ` (${state})`),
        );
      }),
    );
  };
  root.append(count, list);
  refresh();
  model.on("change:state", refresh);
}

export default { render };
