// A cipher wheel: a slider turns it, a text is ciphered as it is written.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LIGATURES = { œ: "oe", Œ: "OE", æ: "ae", Æ: "AE" };
const PAUSE = 400;
const STEP = 360 / ALPHABET.length;

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

/**
 * Let `ring` be turned with the mouse or a finger: from key to key, the inner letters follow.
 * The slider remains the keyboard's and the screen reader's way.
 */
function turnByHand(ring, keyNow, turnTo) {
  let start = null;
  const angle = (event) => {
    const { left, top, width, height } = ring.getBoundingClientRect();
    return Math.atan2(event.clientY - top - height / 2, event.clientX - left - width / 2);
  };
  ring.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    start = { angle: angle(event), key: keyNow() };
    ring.setPointerCapture(event.pointerId);
    ring.classList.add("elloweb-held");
    event.preventDefault();
  });
  ring.addEventListener("pointermove", (event) => {
    if (!start) return;
    const places = Math.round(((angle(event) - start.angle) * 180) / Math.PI / STEP);
    turnTo((((start.key - places) % 26) + 26) % 26);
  });
  for (const name of ["pointerup", "pointercancel"]) {
    ring.addEventListener(name, () => {
      start = null;
      ring.classList.remove("elloweb-held");
    });
  }
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
  let turned = 0;
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
    // The short way round: from Z, the next letter is A.
    const ahead = -cle * STEP - turned;
    turned += ahead - 360 * Math.round(ahead / 360);
    turning.style.transform = `rotate(${turned}deg)`;
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
  turnByHand(ring, () => Number(key.value), (cle) => {
    if (cle === Number(key.value)) return;
    key.value = cle;
    change();
  });
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
        make("p", { class: "elloweb-note" }, labels.how),
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
