// Keep the preview under a %%page cell in step with what is typed in it.
//
// A model without a view: it finds the frame that its cell shows, and the editor above it. Where
// one of them is missing, or the editor does not hold the whole text, it does nothing.

const PAUSE = 300; // milliseconds without a key before the preview follows
const TRIES = 50;
const BETWEEN_TRIES = 200;

/** Return the frame of this id, and the editor of its cell; null before both are there. */
function find(id) {
  const frame = document.getElementById(id);
  const editor = frame?.closest(".jp-CodeCell")?.querySelector(".jp-InputArea .cm-content");
  return editor ? { frame, editor } : null;
}

/** Return the editor's text; null where it draws only the lines near the window. */
function read(editor) {
  if (editor.querySelector(".cm-gap")) return null;
  return [...editor.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n");
}

/** Write *words* into *place*, if it is there and says something else. */
function say(place, words) {
  if (place && typeof words === "string" && place.textContent !== words) place.textContent = words;
}

function initialize({ model }) {
  const id = model.get("frame");
  let found = null;
  let sent = null;
  let waiting = false;
  let timer = 0;

  const ask = () => {
    if (!found.frame.isConnected || !found.editor.isConnected) return;
    const text = read(found.editor);
    // One question at a time: a slow kernel must not get a queue of them.
    if (text === null || text === sent || waiting) return;
    sent = text;
    waiting = true;
    model.send({ cell: text });
  };
  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  };
  const watcher = new MutationObserver(typed);

  const answered = (message) => {
    waiting = false;
    typed();
    if (typeof message.document !== "string") return;
    found.frame.srcdoc = message.document;
    const shown = found.frame.parentElement;
    say(shown.querySelector("[role=status]"), model.get("live"));
    say(shown.querySelector("[data-apercu=compte]"), message.counted);
  };
  model.on("msg:custom", answered);

  const begin = (left) => {
    found = find(id);
    if (found) {
      sent = read(found.editor);
      watcher.observe(found.editor, { childList: true, characterData: true, subtree: true });
    } else if (left > 0) {
      timer = setTimeout(begin, BETWEEN_TRIES, left - 1);
    }
  };
  begin(TRIES);

  return () => {
    clearTimeout(timer);
    watcher.disconnect();
    model.off("msg:custom", answered);
  };
}

export default { initialize };
