// Where lanes are: the test's on top, then servers, then clients, those first whose answers clash.

const OTHER = { height: 34, wire: 24, marks: 24 };
/** A server's lane takes what room there is, within bounds. */
const LEAST_SERVER = 64;
const MOST_SERVER = 150;
const LANE_GAP = 8;
const ROLE_BAR = 15;
const TERM_BAR = 3;

const clashing = new Set(calls.filter(call => call.clash !== CLASH.none).map(call => call.lane));
const LANE_ORDER = LANES.map((_, lane) => lane)
  .filter(lane => eventsIn[lane].length > 0 || isServer(lane))
  .sort((a, b) => isClient(a) && isClient(b) ? clashing.has(b) - clashing.has(a) || a - b : a - b);

/** The parts of a server's lane: role and term, messages, marks, and how far its log got. */
function serverParts(height) {
  const top = ROLE_BAR + TERM_BAR;
  const progress = Math.max(12, Math.min(30, height * .22));
  const middle = height - top - progress - 4;
  return { height, progress, wire: top + middle * .32, marks: top + middle * .76 };
}

/** Stacks the lanes that are not hidden, in so much room. */
function layOut(hidden, room) {
  const shown = LANE_ORDER.filter(lane => !hidden.has(lane));
  const servers = shown.filter(isServer).length;
  const others = (shown.length - servers) * (OTHER.height + LANE_GAP);
  const each = (room - others - LANE_GAP) / Math.max(1, servers) - LANE_GAP;
  const server = serverParts(Math.max(LEAST_SERVER, Math.min(MOST_SERVER, each)));
  const lanes = [];
  const laneAt = LANES.map(() => undefined);
  let y = 4;
  for (const number of shown) {
    const { height, wire, marks, progress } = isServer(number) ? server : OTHER;
    const lane = { number, name: LANES[number], y, height, wire: y + wire, marks: y + marks, progress };
    lanes.push(lane);
    laneAt[number] = lane;
    y += height + LANE_GAP;
  }
  return { lanes, laneAt, height: y };
}
