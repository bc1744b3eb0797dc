// The marks of events: a shape for each kind, so that colour is not needed to tell them apart.

/** A path within ±1 around the origin: a list of lines, each a list of corners. */
const PATHS = {
  square: [[[-.8, -.8], [.8, -.8], [.8, .8], [-.8, .8], [-.8, -.8]]],
  diamond: [[[0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0], [0, -1.1]]],
  up: [[[0, -1], [1, .8], [-1, .8], [0, -1]]],
  down: [[[0, 1], [1, -.8], [-1, -.8], [0, 1]]],
  right: [[[-.8, -1], [1, 0], [-.8, 1], [-.8, -1]]],
  cross: [[[-.9, -.9], [.9, .9]], [[-.9, .9], [.9, -.9]]],
  bars: [[[-.5, -1], [-.5, 1]], [[.5, -1], [.5, 1]]],
  tick: [[[0, -1], [0, 1]]],
  gap: [[[-1.1, 0], [-.4, 0]], [[.4, 0], [1.1, 0]], [[-.4, -.8], [-.4, .8]], [[.4, -.8], [.4, .8]]],
  link: [[[-1.1, 0], [1.1, 0]], [[-.4, -.8], [-.4, .8]], [[.4, -.8], [.4, .8]]],
  boxed: [[[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]], [[-1, -1], [1, 1]], [[-1, 1], [1, -1]]],
  round: [[[0, -1], [.7, -.7], [1, 0], [.7, .7], [0, 1], [-.7, .7], [-1, 0], [-.7, -.7], [0, -1]]],
  flag: [[[-.6, 1.1], [-.6, -1], [1, -.45], [-.6, .1]]],
  wave: [[[-1.1, .5], [-.55, -.6], [0, .5], [.55, -.6], [1.1, .5]]],
  bang: [[[0, -1.1], [0, .3]], [[0, .8], [0, 1.1]]],
  lines: [[[-.9, -.7], [.9, -.7]], [[-.9, 0], [.9, 0]], [[-.9, .7], [.3, .7]]],
  clock: [[[0, -1], [.87, -.5], [.87, .5], [0, 1], [-.87, .5], [-.87, -.5], [0, -1]],
    [[0, -.6], [0, 0], [.5, 0]]],
  star: [[[0, -1.2], [.3, -.35], [1.15, -.35], [.48, .15], [.72, 1], [0, .5], [-.72, 1], [-.48, .15],
    [-1.15, -.35], [-.3, -.35], [0, -1.2]]],
};

/** Of each kind: shape, colour, whether it is filled, how much it matters among its neighbours. */
const MARKS = {
  [KIND.leader]: ["star", "leader", true, 9],
  [KIND.exception]: ["bang", "bad", false, 9],
  [KIND.crash]: ["boxed", "bad", false, 9],
  [KIND.boot]: ["up", "good", true, 8],
  [KIND.pause]: ["bars", "unknown", false, 7],
  [KIND.resume]: ["right", "good", true, 6],
  [KIND.cut]: ["gap", "bad", false, 7],
  [KIND.heal]: ["link", "good", false, 6],
  [KIND.network]: ["wave", "quiet", false, 5],
  [KIND.clock]: ["clock", "unknown", false, 6],
  [KIND.disk]: ["diamond", "bad", false, 7],
  [KIND.note]: ["flag", "text", true, 5],
  [KIND.print]: ["lines", "text", false, 4],
  [KIND.snapshot]: ["diamond", "snapshot", true, 4],
  [KIND.apply_snapshot]: ["diamond", "snapshot", false, 5],
  [KIND.start]: ["down", "start", true, 3],
  [KIND.apply]: ["tick", "ok", false, 2],
  [KIND.persist]: ["square", "quiet", true, 1],
  [KIND.durable]: ["square", "quiet", false, 1],
};

/** Draws a shape; where it is filled, filled. */
function drawShape(pen, name, x, y, size, isFilled) {
  pen.beginPath();
  for (const line of PATHS[name]) {
    line.forEach(([dx, dy], i) =>
      i ? pen.lineTo(x + dx * size, y + dy * size) : pen.moveTo(x + dx * size, y + dy * size));
  }
  if (isFilled) pen.fill();
  pen.stroke();
}
