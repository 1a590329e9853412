// A cipher wheel: a slider turns it, a text is ciphered as it is written.

const STYLE = `
.elloweb-wheel { align-items: flex-start; display: flex; flex-wrap: wrap; gap: 0.6em 1.4em; }
.elloweb-dial { flex: 0 1 16em; margin: 0 auto; min-width: 12em; }
.elloweb-dial svg { display: block; height: auto; width: 100%; }
.elloweb-dial .elloweb-ring { stroke: var(--line); }
.elloweb-dial .elloweb-window { stroke: var(--accent); }
.elloweb-dial text { fill: currentColor; }
.elloweb-dial .elloweb-ciphered { fill: var(--accent); font-weight: 700; }
.elloweb-pair { font-weight: 600; text-align: center; }
.elloweb-hands { display: grid; flex: 1 1 16em; gap: 0.5em; min-width: 0; }
.elloweb-hands fieldset { display: flex; flex-wrap: wrap; gap: 0 1em; }
.elloweb-hands legend { float: left; margin: 0.3em 0.6em 0 0; }
.elloweb-hands .elloweb-name { font-weight: 600; }
.elloweb textarea {
  background: var(--jp-layout-color0, #fff);
  border: 1px solid var(--line);
  border-radius: 4px;
  color: inherit;
  font: inherit;
  padding: 0.3em 0.5em;
  resize: vertical;
  width: 100%;
}
.elloweb-result {
  background: var(--soft);
  border-radius: 4px;
  display: block;
  min-height: 2.2em;
  overflow-wrap: anywhere;
  padding: 0.3em 0.5em;
  white-space: pre-wrap;
}
.elloweb-buttons { display: flex; flex-wrap: wrap; gap: 0.5em; }
@media (prefers-reduced-motion: no-preference) {
  .elloweb-turning { transition: transform 0.25s ease-out; }
}
`;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LIGATURES = { œ: "oe", Œ: "OE", æ: "ae", Æ: "AE" };
const PAUSE = 400;

/** Leave out the accents of letters, as the kernel does. */
function bare(text) {
  let found = "";
  for (const sign of text.normalize("NFC")) {
    const base = LIGATURES[sign] ?? [...sign.normalize("NFD")][0];
    if (/^[a-z]/i.test(base)) found += base;
    else if (!(/\p{M}/u.test(sign) && /[a-z]$/i.test(found))) found += sign;
  }
  return found;
}

function moved(text, key) {
  return bare(text).replace(/[a-z]/gi, (sign) => {
    const place = ALPHABET.indexOf(sign.toUpperCase());
    const letter = ALPHABET[(place + key + 26) % 26];
    return sign === sign.toUpperCase() ? letter : letter.toLowerCase();
  });
}

function render({ model, el }) {
  const { drawing, start, ways, most, goal, labels } = model.get("settings");
  const root = frame(el, labels.title);
  const [slider, text] = [uniqueId("key"), uniqueId("text")];
  const dial = make("div", { class: "elloweb-dial" });
  dial.innerHTML = drawing;
  const ring = dial.firstElementChild;
  ring.setAttribute("role", "img");
  const centre = ring.querySelector(".elloweb-key");
  const turning = ring.querySelector(".elloweb-turning");
  turning.removeAttribute("transform");
  const pair = make("p", { class: "elloweb-pair", "aria-hidden": "true" });
  const key = make("input", { type: "range", id: slider, min: 0, max: 25, step: 1 });
  const shownKey = make("output", { for: slider, class: "elloweb-value" });
  const writing = make("textarea", { id: text, rows: 2, maxlength: most, spellcheck: "false" });
  const result = make("output", { class: "elloweb-result", "aria-label": labels.result });
  const group = uniqueId("way");
  const choices = ways.map((way) => make("input", { type: "radio", name: group, value: way }));
  let waiting = null;
  dial.append(pair);

  const now = () => ({
    cle: Number(key.value),
    texte: writing.value,
    sens: choices.find((choice) => choice.checked)?.value ?? start.sens,
  });
  const draw = () => {
    const { cle, texte, sens } = now();
    const ciphering = sens === ways[0];
    const pairs = [...ALPHABET].map((letter) => {
      const both = [letter, moved(letter, cle)];
      const [one, other] = ciphering ? both : both.reverse();
      return labels.pair.replace("{one}", one).replace("{other}", other);
    });
    turning.style.transform = `rotate(${(-cle * 360) / 26}deg)`;
    ring.setAttribute("aria-label", `${labels.title}, ${labels.key} ${cle} : ${pairs.join(", ")}.`);
    pair.textContent = pairs[0];
    shownKey.textContent = String(cle);
    key.setAttribute("aria-valuetext", `${cle}, ${pairs[0]}`);
    result.textContent = moved(texte, ciphering ? cle : -cle);
    centre.textContent = String(cle);
  };
  const put = ({ cle, texte, sens }) => {
    key.value = cle;
    if (writing.value !== texte) writing.value = texte;
    choices.forEach((choice) => (choice.checked = choice.value === sens));
    draw();
  };
  const give = (checked) => {
    clearTimeout(waiting);
    waiting = null;
    send(model, now(), checked);
  };
  const change = () => {
    draw();
    clearTimeout(waiting);
    waiting = setTimeout(() => give(false), PAUSE);
  };
  const refresh = () => {
    // What she has not sent yet stands above what the kernel knows.
    if (waiting === null && settled(model)) put(answerOf(model, start));
  };
  key.addEventListener("input", change);
  writing.addEventListener("input", change);
  choices.forEach((choice) => choice.addEventListener("change", change));
  const restart = make(
    "button",
    {
      type: "button",
      onclick: () => {
        put(start);
        give(false);
      },
    },
    labels.restart,
  );
  const check = make(
    "button",
    { class: "elloweb-main", type: "button", onclick: () => give(true) },
    labels.check,
  );
  root.append(
    make("style", {}, STYLE),
    make(
      "div",
      { class: "elloweb-wheel" },
      dial,
      make(
        "div",
        { class: "elloweb-hands" },
        make(
          "fieldset",
          {},
          make("legend", {}, labels.way),
          ...ways.map((way, i) =>
            make("label", { class: "elloweb-choice" }, choices[i], make("span", {}, way)),
          ),
        ),
        make(
          "div",
          { class: "elloweb-slider" },
          make("label", { for: slider }, labels.key),
          key,
          shownKey,
        ),
        make("label", { for: text, class: "elloweb-name" }, labels.text),
        writing,
        make("span", { class: "elloweb-name", "aria-hidden": "true" }, labels.result),
        result,
        make("div", { class: "elloweb-buttons" }, goal ? check : null, restart),
      ),
    ),
    make("p", {}, labels.rings),
    goal ? verdictLine(model) : "",
  );
  refresh();
  model.on("change:state", refresh);
}

export default { render };
