// The words beside the picture: what is selected, and a list of the events that are seen.

/** What part an operation has in a failure. */
const PARTS = [undefined, "has no place in any order", "contradicts what has no place"];

/** So many events are listed at most. */
const LISTED = 100;

/** Shows an event with its message or operation, and its node as it was then. */
function showSelected(section, event, onOther) {
  if (event === undefined) {
    section.replaceChildren(
      element("h2", {}, "Event"),
      element("p", { className: "quiet" }, "Click a mark, an arrow or a bar; or step with , and ."));
    return;
  }
  const kind = KINDS[kindOf[event]];
  const type = typeOf(event);
  const title = `${LANES[laneOf[event]]}: ${kind} ${type}`.trim();
  section.replaceChildren(element("h2", {}, title), facts(factsOf(event)));
  if (departs[event] >= 0 || arrives[event] >= 0 || callOf.has(event)) {
    section.append(
      element("button", { type: "button", title: "m", onclick: onOther }, "Go to its other end"));
  }
}

function factsOf(event) {
  const [lane, at] = [laneOf[event], time[event]];
  const peer = peerOf(event);
  const call = callOf.get(event);
  const standing = isServer(lane) ? standingAt(lane, at) : undefined;
  const progress = isServer(lane) ? progressAt(lane, at) : undefined;
  const troubles = shadesIn[lane].filter(shade => shade.from <= at && shade.to >= at);
  const arrived = kindOf[event] === KIND.drop ? -1 : arrives[event];
  return [
    ["at", exact(at)],
    [isLeaving(event) ? "to" : "from", LANES[peer]],
    ["content", textOf(event) || undefined],
    ["sent", departs[event] < 0 ? undefined : fateWords(departs[event])],
    ["arrived", arrived < 0 ? undefined : fateWords(arrived)],
    ["operation", call && callWords(call)],
    ["took", call && call.completed >= 0 ? lasting(call.to - call.from) : undefined],
    ["clash", call && PARTS[call.clash]],
    ["server", standing && standingWords(standing)],
    ["log", progress && `applied up to ${progress.applied}, committed up to ${progress.committed}`],
    ["fault", troubles.length > 0 ? troubles.map(shadeWords).join("; ") : undefined],
    ["tells", telling.has(event) ? "one of the facts of the failure" : undefined],
  ];
}

/** The shown events that are in view, at most so many: those around what is selected. */
function eventsInView(picture) {
  const { view, filter } = picture;
  const seen = [];
  for (let i = firstNotBelow(time, view.from); i < COUNT && time[i] <= view.to; i++) {
    if (filter.events[i]) seen.push(i);
  }
  const at = firstNotBelow(seen, picture.here(1));
  const first = Math.max(0, Math.min(at - LISTED / 2, seen.length - LISTED));
  return { all: seen.length, listed: seen.slice(first, first + LISTED) };
}

/** Lists the events in view as text, for whoever reads rather than looks. */
function showList(list, heading, picture) {
  const { all, listed } = eventsInView(picture);
  heading.textContent = all <= LISTED ? `${counted(all, "event")} in view`
    : `${LISTED} of ${thousands(all)} events in view`;
  list.replaceChildren(...listed.map(event => row(event, picture)));
  const current = list.querySelector("[aria-current]");
  if (current) list.scrollTop = current.offsetTop - list.offsetTop - list.clientHeight / 2;
}

function row(event, picture) {
  const item = element("li", { onclick: () => picture.goTo(event) },
    element("time", {}, (time[event] / 1e9).toFixed(6)), ` ${LANES[laneOf[event]]} `, wordsOf(event));
  if (event === picture.selected) item.setAttribute("aria-current", "true");
  if (telling.has(event)) item.className = "telling";
  return item;
}
