// The missions in a row, the bonus ones in another, each with a sign and a word; how many are passed
// is said when it changes.

function render({ model, el }) {
  const { missions, labels } = model.get("settings");
  const root = frame(el, labels.title);
  const count = make("p", { class: "elloweb-count", role: "status" });
  const rows = [false, true].map((bonus) => {
    const list = make("ol", {
      class: "elloweb-missions",
      role: "list",
      "aria-label": bonus ? labels.bonus : labels.missions,
    });
    return { list, missions: missions.filter((mission) => mission.bonus === bonus) };
  });
  const tile = ({ title }, done) => {
    const [sign, state] = done ? labels.done : labels.todo;
    return make(
      "li",
      { class: done ? "elloweb-done" : null },
      make("span", { "aria-hidden": "true" }, `${sign} `),
      title,
      make("span", { class: "elloweb-unseen" }, ` (${state})`),
    );
  };
  const refresh = () => {
    const passed = answerOf(model, []);
    const said = model.get("state").shown.count;
    if (count.textContent !== said) count.replaceChildren(said);
    for (const { list, missions } of rows) {
      list.replaceChildren(...missions.map((mission) => tile(mission, passed.includes(mission.id))));
    }
  };
  root.append(count, ...rows.filter(({ missions }) => missions.length).map(({ list }) => list));
  refresh();
  model.on("change:state", refresh);
}

export default { render };
