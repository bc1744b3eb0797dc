// Buttons, menus, keys and the mouse.

/** Moves the picture does on its own keys; the rest of the page keeps its own. */
function keyMoves(picture, search, stepOrder) {
  const { view } = picture;
  return {
    "+": () => view.zoom(1.5),
    "=": () => view.zoom(1.5),
    "-": () => view.zoom(1 / 1.5),
    "0": () => view.fit(),
    ArrowLeft: () => view.pan(-view.room / 6, 0),
    ArrowRight: () => view.pan(view.room / 6, 0),
    ArrowUp: () => view.pan(0, -ROW * 2),
    ArrowDown: () => view.pan(0, ROW * 2),
    PageUp: () => view.pan(-view.room * .9, 0),
    PageDown: () => view.pan(view.room * .9, 0),
    Home: () => view.center(0),
    End: () => view.center(view.end),
    ",": () => picture.step(-1),
    ".": () => picture.step(1),
    "[": () => stepOrder(-1),
    "]": () => stepOrder(1),
    "/": () => { search.focus(); search.select(); },
    n: () => picture.nextHit(1),
    N: () => picture.nextHit(-1),
    v: () => picture.jump(),
  };
}

function addKeys(picture, search, stepOrder) {
  const moves = keyMoves(picture, search, stepOrder);
  document.addEventListener("keydown", event => {
    const isTyping = event.target.matches("input[type=search], select, pre");
    const isArrow = event.key.length > 1 && event.target !== picture.canvas;
    if (isTyping || isArrow || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!Object.hasOwn(moves, event.key)) return;
    event.preventDefault();
    moves[event.key]();
    picture.changed();
  });
}

function addPointer(picture) {
  const { canvas, view } = picture;
  let drag;
  canvas.addEventListener("wheel", event => {
    event.preventDefault();
    const isPan = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (isPan) view.pan(event.deltaX || event.deltaY, 0);
    else view.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 33 : 1) / 300), event.offsetX);
    picture.changed();
  }, { passive: false });
  canvas.addEventListener("pointerdown", event => {
    drag = { x: event.offsetX, y: event.offsetY, moved: 0 };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", event => {
    if (!drag) return hover(picture, event);
    const [dx, dy] = [drag.x - event.offsetX, drag.y - event.offsetY];
    drag = { x: event.offsetX, y: event.offsetY, moved: drag.moved + Math.abs(dx) + Math.abs(dy) };
    canvas.classList.add("dragged");
    view.pan(dx, dy);
    picture.changed();
  });
  canvas.addEventListener("pointerup", event => {
    if (drag?.moved < 4) picture.select(picture.itemAt(event.offsetX, event.offsetY));
    drag = undefined;
    canvas.classList.remove("dragged");
  });
  canvas.addEventListener("pointercancel", () => { drag = undefined; });
  canvas.addEventListener("pointerleave", () => picture.follow(undefined));
}

/** The operation under the pointer shows itself, and the longest partial order that has it. */
function hover(picture, event) {
  const item = picture.itemAt(event.offsetX, event.offsetY);
  picture.canvas.title = item ? item.label ?? `client ${item.client}: ${item.text}` : "";
  const isFollowing = item?.text !== undefined && orders[picture.order]?.kind === "partial";
  const index = isFollowing ? longestWith(item) : -1;
  picture.follow(index < 0 ? undefined : index);
}

function addSearch(picture, search) {
  search.addEventListener("input", () => picture.search(search.value));
  search.addEventListener("keydown", event => {
    if (event.key === "Enter") picture.nextHit(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") picture.canvas.focus();
  });
  byId("next").onclick = () => picture.nextHit(1);
  byId("previous").onclick = () => picture.nextHit(-1);
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
  byId("clock").addEventListener("change", event => picture.setClock(event.target.checked));
}
