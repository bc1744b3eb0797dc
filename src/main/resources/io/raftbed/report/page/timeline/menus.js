// The menus that choose what is shown, and the list of steps.

/** Fills a menu with a box to tick for each name; tells which are not ticked. */
function addBoxes(menu, names, hidden, onChange) {
  names.forEach(([value, name]) => {
    const box = element("input", { type: "checkbox", checked: true, value });
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(value); else hidden.add(value);
      onChange();
    });
    menu.append(element("label", {}, box, ` ${name}`));
  });
}

/** Reads a range while it is typed; marks what is none. */
function addRange(input, onChange) {
  input.addEventListener("input", () => {
    const range = rangeOf(input.value);
    const isBad = input.value.trim() !== "" && !range;
    input.setAttribute("aria-invalid", String(isBad));
    if (!isBad) onChange(range);
  });
}

function addFilters(picture) {
  const { filter } = picture;
  const changed = () => picture.filtered();
  addBoxes(byId("lanes"), LANES.map((name, lane) => [lane, name]), filter.hiddenLanes, changed);
  addBoxes(byId("groups"), GROUPS.map((name, group) => [group, name]), filter.hiddenGroups, changed);
  byId("groups-menu").hidden = GROUPS.length === 0;
  addRange(byId("term"), range => { filter.term = range; changed(); });
  addRange(byId("index"), range => { filter.index = range; changed(); });
  byId("clear").onclick = () => {
    filter.clear();
    document.querySelectorAll(".menu input").forEach(box => { box.checked = true; });
    for (const input of [byId("term"), byId("index")]) {
      input.value = "";
      input.setAttribute("aria-invalid", "false");
    }
    changed();
  };
  document.querySelectorAll(".menu").forEach(menu => menu.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary").focus();
  }));
  document.addEventListener("pointerdown", event => document.querySelectorAll(".menu[open]")
    .forEach(menu => { if (!menu.contains(event.target)) menu.open = false; }));
}

/** Steps by the menu's kind; says so when there is none. */
function addSteps(picture) {
  const menu = byId("steps");
  const chosen = { step: 0 };
  const names = STEPS.map(([name, key], i) => [i, `${name} (${key})`]);
  fillMenu(menu, names.filter(([i]) => STEPS[i][0] !== "fact of the failure" || telling.size > 0),
    index => { chosen.step = index; });
  const move = (by, index = chosen.step) => {
    const [name, , holds] = STEPS[index];
    const isFound = picture.step(by, holds);
    byId("said").value = isFound ? "" : `no ${name} ${by > 0 ? "after" : "before"} this`;
  };
  byId("step-back").onclick = () => move(-1);
  byId("step-on").onclick = () => move(1);
  return move;
}

/** Where a run is large, looking at each key's text again would be slow: searches when typing rests. */
function addSearch(picture, search) {
  let timer;
  const now = () => {
    clearTimeout(timer);
    if (picture.words !== search.value) picture.search(search.value);
  };
  search.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(now, 120); });
  search.addEventListener("keydown", event => {
    if (event.key === "Enter") { now(); picture.nextHit(event.shiftKey ? -1 : 1); }
    if (event.key === "Escape") picture.canvas.focus();
  });
  byId("next").onclick = () => { now(); picture.nextHit(1); };
  byId("previous").onclick = () => { now(); picture.nextHit(-1); };
}
