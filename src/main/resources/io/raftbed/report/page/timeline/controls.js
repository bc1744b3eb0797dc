// Buttons, keys and the mouse.

/** Moves the page does on its keys; fields and menus keep their own. */
function keyMoves(picture, step, search) {
  const { view } = picture;
  const inLane = event => laneOf[event] === laneOf[picture.selected ?? event];
  const moves = {
    "+": () => view.zoom(1.5),
    "=": () => view.zoom(1.5),
    "-": () => view.zoom(1 / 1.5),
    "0": () => view.fit(),
    ArrowLeft: () => view.pan(-view.room / 6, 0),
    ArrowRight: () => view.pan(view.room / 6, 0),
    ArrowUp: () => view.pan(0, -LEAST_SERVER),
    ArrowDown: () => view.pan(0, LEAST_SERVER),
    PageUp: () => view.pan(-view.room * .9, 0),
    PageDown: () => view.pan(view.room * .9, 0),
    Home: () => view.center(0),
    End: () => view.center(END),
    ",": () => picture.step(-1, () => true),
    ".": () => picture.step(1, () => true),
    "[": () => picture.step(-1, inLane),
    "]": () => picture.step(1, inLane),
    "/": () => { search.focus(); search.select(); },
    "?": () => byId("help").showModal(),
    Escape: () => picture.select(undefined),
    n: () => picture.nextHit(1),
    N: () => picture.nextHit(-1),
    m: () => picture.otherEnd(),
    v: () => picture.jump(),
  };
  STEPS.forEach(([, key], index) => {
    moves[key] = () => step(1, index);
    moves[key.toUpperCase()] = () => step(-1, index);
  });
  return moves;
}

function addKeys(picture, step, search) {
  const moves = keyMoves(picture, step, search);
  document.addEventListener("keydown", event => {
    const isTyping = event.target.matches("input:not([type=checkbox]), select, dialog, dialog *");
    const isNamed = event.key.length > 1 && event.key !== "Escape";
    const isArrow = isNamed && event.target !== picture.canvas && !isWithoutFocus(event.target);
    if (isTyping || isArrow || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!Object.hasOwn(moves, event.key)) return;
    event.preventDefault();
    moves[event.key]();
    picture.changed();
  });
}

/** Keys that would scroll belong to the picture where nothing has the focus and nothing scrolls. */
function isWithoutFocus(target) {
  return target === document.body && document.documentElement.scrollHeight <= innerHeight;
}

function addPointer(picture, tip) {
  const { canvas, view } = picture;
  let drag;
  canvas.addEventListener("wheel", event => {
    event.preventDefault();
    const pixels = event.deltaMode ? 33 : 1;
    const isPan = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (isPan) view.pan((event.deltaX || event.deltaY) * pixels, 0);
    else view.zoom(Math.exp(-event.deltaY * pixels / 300), event.offsetX);
    picture.changed();
  }, { passive: false });
  canvas.addEventListener("pointerdown", event => {
    drag = { x: event.offsetX, y: event.offsetY, moved: 0 };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", event => {
    const [x, y] = [event.offsetX, event.offsetY];
    if (!drag) return hover(picture, tip, x, y);
    const [dx, dy] = [drag.x - x, drag.y - y];
    drag = { x, y, moved: drag.moved + Math.abs(dx) + Math.abs(dy) };
    canvas.classList.add("dragged");
    showTip(tip);
    view.pan(dx, dy);
    picture.changed();
  });
  canvas.addEventListener("pointerup", event => {
    if (drag?.moved < 4) picture.select(thingAt(picture, event.offsetX, event.offsetY)?.event);
    drag = undefined;
    canvas.classList.remove("dragged");
  });
  canvas.addEventListener("pointercancel", () => { drag = undefined; });
  canvas.addEventListener("pointerleave", () => {
    showTip(tip);
    picture.pointed = undefined;
    picture.changed();
  });
}

function hover(picture, tip, x, y) {
  const thing = thingAt(picture, x, y);
  picture.pointed = x < picture.view.gutter ? undefined : picture.view.placeAt(x);
  picture.changed();
  picture.canvas.style.cursor = thing?.event === undefined ? "" : "pointer";
  const { offsetLeft, offsetTop } = picture.canvas;
  showTip(tip, thing && linesOf(thing), offsetLeft + x, offsetTop + y, picture.view.width);
}

/** The strip of the whole run: a press goes there, a drag moves along. */
function addStrip(picture) {
  const { overview, view } = picture;
  const { canvas } = overview;
  const go = event => {
    view.center(overview.placeAt(event.offsetX));
    picture.changed();
  };
  canvas.addEventListener("pointerdown", event => {
    canvas.setPointerCapture(event.pointerId);
    go(event);
  });
  canvas.addEventListener("pointermove", event => { if (event.buttons) go(event); });
  canvas.addEventListener("keydown", event => {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -8, PageDown: 8 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    view.pan(by * view.room / 8, 0);
    picture.changed();
  });
}

function addButtons(picture) {
  const { view } = picture;
  const onClick = (id, move) => byId(id).addEventListener("click", () => {
    move();
    picture.changed();
  });
  onClick("in", () => view.zoom(1.5));
  onClick("out", () => view.zoom(1 / 1.5));
  onClick("fit", () => view.fit());
  onClick("jump", () => picture.jump());
  byId("keys").onclick = () => byId("help").showModal();
  byId("close").onclick = () => byId("help").close();
}

/** Copies a text: with the clipboard where the browser allows it, else the old way. */
function addCopy(button, source) {
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
    } catch {
      getSelection().selectAllChildren(source);
      document.execCommand("copy");
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
}
