// A mailbox: the mails on one side, the open one on the other, and what she thinks of it.

const MARKS = { "to sort": "○", "clue wanted": "→", again: "→", sorted: "✓" };

function render({ model, el }) {
  const { mails, opinions, labels } = model.get("settings");
  const root = frame(el, labels.title);
  let answer = answerOf(model, {});
  let open = 0;

  const standing = (i) =>
    model.get("state").verdict.mails?.[i] ?? { state: "to sort", message: "", clues: [] };
  const give = (i, opinion, clue) => {
    answer = { ...answer, [i + 1]: { avis: opinion, indice: clue } };
    send(model, answer, true);
  };

  const marks = mails.map(() => make("span", { class: "elloweb-standing" }));
  const buttons = mails.map((mail, i) =>
    make(
      "button",
      { type: "button", onclick: () => show(i, true) },
      make("span", { class: "elloweb-subject" }, `${i + 1}. ${mail.subject}`),
      make("span", { class: "elloweb-under" }, make("span", {}, mail.name), marks[i]),
    ),
  );
  const list = make(
    "ul",
    { class: "elloweb-mails", role: "list", "aria-label": labels.list },
    ...buttons.map((button) => make("li", {}, button)),
  );
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const here = buttons.indexOf(document.activeElement);
    buttons[(here + step + buttons.length) % buttons.length].focus();
  });
  const title = make("h3", { tabindex: -1 });
  const pane = make("div", { class: "elloweb-mail" });
  const said = make("p", { class: "elloweb-said", role: "status" });
  const begin = make("p", {}, labels.begin);
  const clues = make("div");
  let radios = [];

  const choice = (input, text) =>
    make("label", { class: "elloweb-choice" }, input, make("span", {}, ...words(text)));
  const radio = (name, value, onchange) => make("input", { type: "radio", name, value, onchange });

  const show = (i, focused) => {
    open = i;
    const mail = mails[i];
    title.textContent = mail.subject;
    const name = uniqueId("opinion");
    radios = opinions.map((opinion) => radio(name, opinion, () => give(i, opinion, null)));
    said.textContent = "";
    pane.replaceChildren(
      title,
      make(
        "dl",
        {},
        make("dt", {}, labels.from),
        make("dd", {}, mail.from),
        ...(mail.date ? [make("dt", {}, labels.date), make("dd", {}, mail.date)] : []),
      ),
      make("p", { class: "elloweb-body" }, mail.text),
      mail.link
        ? make(
            "p",
            { class: "elloweb-link" },
            ...labels.link.split(/(\{shown\}|\{target\})/).map(
              (part) =>
                ({
                  "{shown}": make("span", { class: "elloweb-shown" }, mail.link[0]),
                  "{target}": make("code", {}, mail.link[1]),
                })[part] ?? part,
            ),
          )
        : "",
      make(
        "div",
        { class: "elloweb-opinion" },
        make(
          "fieldset",
          {},
          make("legend", {}, labels.opinion),
          ...opinions.map((opinion, k) => choice(radios[k], labels[opinion])),
        ),
        clues,
        said,
        i + 1 < mails.length
          ? make("button", { type: "button", onclick: () => show(i + 1, true) }, labels.next)
          : "",
      ),
    );
    clues.replaceChildren();
    refresh();
    if (focused) title.focus();
  };

  /** Offer the clues once it is known to be a trap; leave them alone while they are the same. */
  const offer = (offered) => {
    const there = [...clues.querySelectorAll("input")];
    const chosen = answer[open + 1]?.indice ?? null;
    if (there.map((input) => input.value).join("\n") === offered.join("\n")) {
      there.forEach((input) => (input.checked = input.value === chosen));
      return;
    }
    const name = uniqueId("clue");
    const inputs = offered.map((clue) => radio(name, clue, () => give(open, opinions[0], clue)));
    inputs.forEach((input) => (input.checked = input.value === chosen));
    clues.replaceChildren();
    if (offered.length) {
      clues.append(
        make(
          "fieldset",
          {},
          make("legend", {}, labels.clue),
          ...offered.map((clue, k) => choice(inputs[k], clue)),
        ),
      );
    }
  };

  const refresh = () => {
    if (settled(model)) answer = answerOf(model, {});
    mails.forEach((_, i) => {
      const { state } = standing(i);
      marks[i].replaceChildren(
        make("span", { "aria-hidden": "true", style: "display:inline" }, `${MARKS[state]} `),
        labels[state],
      );
      buttons[i].setAttribute("aria-current", String(i === open));
    });
    radios.forEach((input) => (input.checked = input.value === answer[open + 1]?.avis));
    const { state, message, clues: offered } = standing(open);
    offer(offered);
    begin.hidden = Boolean(model.get("state").verdict.message);
    said.dataset.standing = state;
    if (said.textContent !== message) said.textContent = message;
  };

  root.append(
    labels.harmless ? make("p", { class: "elloweb-note" }, labels.harmless) : "",
    make("div", { class: "elloweb-mailbox" }, list, pane),
    begin,
    verdictLine(model),
  );
  show(0, false);
  model.on("change:state", refresh);
}

export default { render };
