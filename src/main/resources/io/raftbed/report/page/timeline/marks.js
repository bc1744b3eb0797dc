// Marks: events that are no messages, each with its shape, and with words where there is room.

const MARK = 4.5;
/** Marks nearer than this are drawn as one: the one that matters most. */
const MARK_ROOM = 7;
/** Ends of messages are drawn when there are fewer events to see. */
const WITH_ENDS = 1500;

const WITH_COLON = new Set([KIND.boot, KIND.crash, KIND.cut, KIND.heal]);

/** What is said beside a mark. */
function label(event) {
  const kind = kindOf[event];
  if (kind === KIND.print || kind === KIND.note || kind === KIND.exception) return textOf(event);
  if (kind === KIND.apply) return textOf(event).replace(/^index (\d+) = /, "applied $1: ");
  if (kind === KIND.persist || kind === KIND.durable) return "";
  if (WITH_COLON.has(kind)) return `${KINDS[kind]}: ${textOf(event)}`;
  return `${KINDS[kind]} ${textOf(event)}`.trim();
}

Object.assign(Painter.prototype, {
  /** The places of the first event of a lane that is seen and of the first one after the picture. */
  seenRange(lane) {
    const { view } = this;
    const list = eventsIn[lane.number];
    return [list, firstNotBelow(list, view.from - 12 / view.scale, event => time[event]),
      firstNotBelow(list, view.to, event => time[event])];
  },

  marks(lane) {
    const [list, from, to] = this.seenRange(lane);
    const chosen = [];
    const isClose = to - from < WITH_ENDS;
    for (let i = from; i < to; i++) {
      const event = list[i];
      if (!this.scene.filter.events[event]) continue;
      const mark = MARKS[kindOf[event]];
      if (mark) this.choose(chosen, event, mark[3] + (telling.has(event) ? 10 : 0));
      else if (isClose && !this.dense.has(groupOf(event))) this.end(lane, event);
    }
    chosen.forEach((mark, i) => this.mark(lane, mark, chosen[i + 1]?.x ?? Infinity));
  },

  /** Takes an event, or leaves it to a neighbour that matters more. */
  choose(chosen, event, weight) {
    const x = this.view.x(time[event]);
    const last = chosen.at(-1);
    if (!last || x - last.x >= MARK_ROOM) chosen.push({ event, x, weight, hides: 0 });
    else if (weight > last.weight) Object.assign(last, { event, weight, hides: last.hides + 1 });
    else last.hides++;
  },

  mark(lane, { event, x, hides }, next) {
    const { pen, color } = this;
    const [shape, name, isFilled] = MARKS[kindOf[event]];
    const y = this.y(lane.marks);
    this.count.marks++;
    pen.fillStyle = pen.strokeStyle = color[name];
    pen.lineWidth = isFilled ? 1 : 1.8;
    drawShape(pen, shape, x, y, kindOf[event] === KIND.leader ? 6.5 : MARK, isFilled);
    this.markLabel(event, x, y, hides, next);
  },

  markLabel(event, x, y, hides, next) {
    const { pen, color } = this;
    const words = label(event) + (hides > 0 ? ` +${hides}` : "");
    const room = Math.min(next, this.view.width) - x - 14;
    if (!words || room < Math.min(80, words.length * 6)) return;
    pen.font = SMALL;
    pen.textBaseline = "middle";
    pen.fillStyle = MARKS[kindOf[event]][1] === "bad" ? color.bad : color.text;
    this.text(words, x + 9, y, Math.min(room, 420), 5.8);
  },

  /** The end of a message, and its loss where its caller learns of it. */
  end(lane, event) {
    const { pen, color, view } = this;
    const [x, y] = [view.x(time[event]), this.y(lane.wire)];
    const isDrop = kindOf[event] === KIND.drop;
    pen.fillStyle = pen.strokeStyle = isDrop ? color.lost : color[GROUP_INKS[groupOf(event)]];
    if (isDrop) {
      pen.lineWidth = 1.6;
      drawShape(pen, "cross", x, y, 3.5, false);
    } else {
      pen.beginPath();
      pen.arc(x, y, 2.2, 0, 7);
      pen.fill();
    }
  },

  /** What was found, what tells of the failure, and what is selected. */
  highlights() {
    const { color, scene, view } = this;
    const painted = new Set();
    const from = firstNotBelow(scene.hits, view.from, event => time[event]);
    for (let i = from; i < scene.hits.length && time[scene.hits[i]] <= view.to; i++) {
      const spot = `${Math.round(view.x(time[scene.hits[i]]) / 3)} ${laneOf[scene.hits[i]]}`;
      if (painted.has(spot)) continue;
      painted.add(spot);
      this.ring(scene.hits[i], color.hit, 3, 7);
    }
    given.telling.forEach(event => this.ring(event, color.bad, 2.5, 10));
    if (scene.selected === undefined) return;
    [departs[scene.selected], arrives[scene.selected]].filter(flight => flight >= 0)
      .forEach(flight => this.strong(flight));
    this.ring(scene.selected, color.text, 2, 8);
  },

  ring(event, ink, width, radius) {
    const { pen, view, scene } = this;
    const lane = scene.layout.laneAt[laneOf[event]];
    const x = view.x(time[event]);
    if (!lane || x < view.gutter - 12 || x > view.width + 12) return;
    pen.strokeStyle = ink;
    pen.lineWidth = width;
    pen.beginPath();
    pen.arc(x, this.y(MESSAGE_KINDS.has(kindOf[event]) ? lane.wire : lane.marks), radius, 0, 7);
    pen.stroke();
  },

  /** The message that is selected, at any zoom. */
  strong(flight) {
    if (!this.scene.filter.flights[flight]) return;
    const { pen, color } = this;
    const [x1, y1, x2, y2] = this.ends(flight);
    pen.strokeStyle = pen.fillStyle = color.text;
    pen.setLineDash(kindOf[flights.sent[flight]] === KIND.reply ? [6, 3] : []);
    this.stroke([[x1, y1], [x2, y2]], 2.6);
    pen.setLineDash([]);
    if (hasArrived(flight)) this.head(x1, y1, x2, y2);
  },
});
