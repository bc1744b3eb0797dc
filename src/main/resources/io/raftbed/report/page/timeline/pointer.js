// What is at a place of the picture, and the words that appear beside it.

const NEAR = 8;

/** What a lane has at a place: an event whose mark it is, or an operation of a client. */
function inLane(picture, lane, x, y) {
  const { view, painter, filter } = picture;
  const at = view.placeAt(x);
  const [list, from, to] = painter.seenRange(lane);
  let best;
  let least = NEAR;
  const start = Math.max(from, firstNotBelow(list, at - NEAR / view.scale, event => time[event]));
  for (let i = start; i < to && time[list[i]] <= at + NEAR / view.scale; i++) {
    const event = list[i];
    if (!filter.events[event]) continue;
    const isMessage = MESSAGE_KINDS.has(kindOf[event]);
    const down = y - painter.y(isMessage ? lane.wire : lane.marks);
    const weight = isMessage ? 0 : (MARKS[kindOf[event]]?.[3] ?? 0) / 4;
    const distance = Math.hypot(view.x(time[event]) - x, down) - weight;
    if (distance < least) [best, least] = [event, distance];
  }
  if (best !== undefined) return { event: best };
  const call = callsIn[lane.number].find(c => c.from <= at && c.to >= at);
  const isOnBar = y - painter.y(lane.y) < CALL.top + CALL.height + 2;
  return call && isOnBar ? { event: call.invoked, call } : undefined;
}

/** The arrow that is nearest to a place. */
function arrowAt(picture, x, y) {
  let best;
  let least = 6;
  for (const flight of picture.painter.arrowsShown ?? []) {
    const distance = distanceTo(picture.painter.ends(flight), x, y);
    if (distance < least) [best, least] = [flight, distance];
  }
  return best === undefined ? undefined : { event: flights.sent[best], flight: best };
}

function distanceTo([x1, y1, x2, y2], x, y) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x1 + along * dx - x, y1 + along * dy - y);
}

/** What is at a place on the canvas; undefined for nothing. */
function thingAt(picture, x, y) {
  const { view, painter, layout } = picture;
  if (x < view.gutter || y < AXIS) return undefined;
  const lane = layout.lanes.find(l => y >= painter.y(l.y) && y < painter.y(l.y) + l.height);
  return lane && inLane(picture, lane, x, y) || arrowAt(picture, x, y)
    || lane && stateAt(lane, view.placeAt(x), y - painter.y(lane.y));
}

/** What is wrong with a node there, or what its server is. */
function stateAt(lane, at, down) {
  if (at < 0 || at > END) return undefined;
  const shades = shadesIn[lane.number].filter(shade => shade.from <= at && shade.to >= at);
  const isOnRole = isServer(lane.number) && down < ROLE_BAR + TERM_BAR;
  const isOnProgress = isServer(lane.number) && down > lane.height - lane.progress - 6;
  const standing = isOnRole ? standingAt(lane.number, at) : undefined;
  const progress = isOnProgress ? progressAt(lane.number, at) : undefined;
  const lines = [
    standing && standingWords(standing),
    progress && `applied up to index ${progress.applied}, committed up to ${progress.committed}`,
    ...shades.map(shadeWords),
  ].filter(line => line);
  return lines.length > 0 ? { lines: [lane.name, ...lines] } : undefined;
}

function shadeWords({ fault, text, from, to }) {
  const more = text ? ` (${text})` : "";
  return `${FAULT_WORDS[fault]}${more} for ${lasting(to - from)}, from ${exact(from)}`;
}

/** The words for what is at a place. */
function linesOf(thing) {
  if (thing.lines) return thing.lines;
  const { event, call } = thing;
  if (call) return [LANES[call.lane], callWords(call), `took ${lasting(call.to - call.from)}`];
  const flight = thing.flight ?? -1;
  const head = `${exact(time[event])}  ${LANES[laneOf[event]]}`;
  if (flight < 0) return [head, wordsOf(event)];
  return [
    `${LANES[laneOf[event]]} → ${LANES[flights.to[flight]]}, ${exact(time[event])}`,
    textOf(event), fateWords(flight),
  ];
}

function fateWords(flight) {
  const end = flights.end[flight];
  const after = end < 0 ? "" : `, after ${lasting(time[end] - time[flights.sent[flight]])}`;
  return FATE_WORDS[flights.fate[flight]] + after;
}

/** Shows words beside the pointer, within the figure. */
function showTip(tip, lines, x, y, width) {
  tip.hidden = !lines;
  if (!lines) return;
  tip.replaceChildren(...lines.map(line => element("div", {}, line)));
  const { offsetWidth, offsetHeight } = tip;
  tip.style.left = `${Math.max(4, Math.min(x + 14, width - offsetWidth - 6))}px`;
  const isLow = y + 16 + offsetHeight > tip.parentElement.clientHeight;
  tip.style.top = `${isLow ? y - offsetHeight - 10 : y + 16}px`;
}
