// What every front shares; it stands before the front's own code.

/** Make an element: make("p", { class: "note", onclick: f }, "text", child, …). */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/** Turn a sentence into nodes; what stands between backquotes is code. Never reads HTML. */
function words(sentence) {
  const parts = sentence.split(/`([^`]+)`/);
  return parts.map((part, i) => (i % 2 ? make("code", {}, part) : part));
}

let numbered = 0;

/** Return an id that nothing else on the page has. */
function uniqueId(stem) {
  numbered += 1;
  return `elloweb-${stem}-${numbered}-${Math.random().toString(36).slice(2, 8)}`;
}

/** Put the frame of a piece into `el`, and return it. */
function frame(el, label) {
  const root = make("section", {
    class: "elloweb",
    lang: "fr",
    role: "group",
    "aria-label": label,
  });
  root.addEventListener("keydown", (event) => {
    // JupyterLab, once it has seen the key, would refuse the new line in a cell.
    const newLine = event.key === "Enter" && !event.ctrlKey && !event.metaKey;
    if (newLine && event.target instanceof HTMLTextAreaElement) event.stopPropagation();
  });
  el.append(root);
  return root;
}

/** Send an answer to the kernel; `checked`: she wants to know what it is worth. */
function send(model, value, checked) {
  // The count makes the same answer, given again, a change.
  const turn = (model.get("given").turn ?? 0) + 1;
  model.set("given", { value, checked, turn });
  model.save_changes();
}

/** Return whether the kernel has answered all that was sent: else its state lags behind her. */
function settled(model) {
  return (model.get("state").turn ?? 0) === (model.get("given").turn ?? 0);
}

/** Return the answer that the kernel knows, or `otherwise`. */
function answerOf(model, otherwise) {
  const answer = model.get("state").answer;
  return answer === null || answer === undefined ? otherwise : answer.value;
}

const SIGNS = { passed: "✓", "not yet": "→" };

/** Return a live region that says the verdict, now and at each change. */
function verdictLine(model) {
  const line = make("p", { class: "elloweb-verdict", role: "status" });
  const show = () => {
    const { outcome, message } = model.get("state").verdict;
    line.dataset.outcome = outcome;
    line.replaceChildren();
    if (message) {
      line.append(make("span", { "aria-hidden": "true" }, `${SIGNS[outcome] ?? "○"} `));
      line.append(...words(message));
    }
  };
  show();
  model.on("change:state", show);
  return line;
}

/**
 * Keys pressed in a piece are its own: JupyterLab would take arrows and letters for its shortcuts.
 * Those with Ctrl or Cmd stay JupyterLab's: she can save from everywhere. But to select all, in a
 * piece, is never to select all cells. On the window, since JupyterLab listens on the document,
 * before the piece.
 */
function keepKeys(event) {
  const within = event.target instanceof Element && event.target.closest(".elloweb");
  if (within) {
    const own = (!event.ctrlKey && !event.metaKey) || event.key.toLowerCase() === "a";
    event.target.toggleAttribute("data-lm-suppress-shortcuts", own);
  }
}

if (!window.ellowebKeepsKeys) {
  window.ellowebKeepsKeys = true;
  window.addEventListener("keydown", keepKeys, true);
}
