// Where lanes are: the test's on top, then servers, then clients.

const SERVER = { height: 78, wire: 28, marks: 47 };
const OTHER = { height: 34, wire: 24, marks: 24 };
const LANE_GAP = 8;

/** Stacks the lanes that are not hidden. */
function layOut(hidden) {
  const lanes = [];
  const laneAt = LANES.map(() => undefined);
  let y = 4;
  LANES.forEach((name, number) => {
    if (hidden.has(number)) return;
    const { height, wire, marks } = isServer(number) ? SERVER : OTHER;
    const lane = { number, name, y, height, wire: y + wire, marks: y + marks };
    lanes.push(lane);
    laneAt[number] = lane;
    y += height + LANE_GAP;
  });
  return { lanes, laneAt, height: y };
}
