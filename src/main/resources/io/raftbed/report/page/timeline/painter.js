// Painting: only what is seen, and of what falls on the same pixels only the first.

const COLORS = ["ground", "panel", "text", "quiet", "line", "ok", "dim", "unknown", "bad", "on-bad",
  "good", "hit", "veil", "start", "snapshot", "shade", "lost", "density",
  "follower", "on-follower", "candidate", "on-candidate", "leader", "on-leader", "off", "on-off",
  "group-0", "group-1", "group-2", "group-3", "group-4",
  "term-0", "term-1", "term-2", "term-3", "term-4", "term-5"];
const TERM_COLORS = 6;

/** The messages of the Raft paper have the same colours in all runs, others share the rest. */
const PAPER = ["RequestVote", "AppendEntries", "InstallSnapshot"];
const GROUP_INKS = GROUPS.map((name, i) =>
  `group-${PAPER.includes(name) ? PAPER.indexOf(name) : PAPER.length + i % 2}`);

class Painter extends Brush {
  constructor(canvas, view) {
    super(canvas, COLORS);
    this.view = view;
  }

  resize() {
    super.resize();
    this.view.width = this.width;
    this.view.height = this.height;
  }

  /** Paints it all, and returns how much of what was drawn. */
  paint(scene) {
    this.scene = scene;
    this.count = { marks: 0, arrows: 0, densities: 0, calls: 0 };
    const { pen, view, color } = this;
    pen.fillStyle = color.ground;
    pen.fillRect(0, 0, view.width, view.height);
    const lanes = scene.layout.lanes.filter(lane => this.isSeen(lane));
    this.clipped(0, AXIS, view.width, () => {
      lanes.forEach(lane => this.ground(lane));
      this.clipped(view.gutter, AXIS, view.width, () => {
        lanes.forEach(lane => this.shades(lane));
        this.beyondEnd();
        lanes.filter(lane => isServer(lane.number)).forEach(lane => this.server(lane));
        lanes.filter(lane => isClient(lane.number)).forEach(lane => this.calls(lane));
        this.arrows();
        lanes.forEach(lane => this.shadeLabels(lane));
        lanes.forEach(lane => this.marks(lane));
        this.highlights();
        this.cursor();
        this.failure();
      });
      lanes.forEach(lane => this.name(lane));
      this.moreBelow(lanes);
    });
    this.axis();
    return this.count;
  }

  y(y) { return AXIS + y - this.view.top; }

  isSeen(lane) {
    const y = this.y(lane.y);
    return y < this.view.height && y + lane.height > AXIS;
  }

  ground(lane) {
    this.pen.fillStyle = this.color.panel;
    this.pen.fillRect(0, this.y(lane.y), this.view.width, lane.height);
  }

  /** The lane's name, and what its server is at the cursor. */
  name(lane) {
    const { pen, view, color, scene } = this;
    const y = this.y(lane.y);
    pen.fillStyle = color.panel;
    pen.fillRect(0, y, view.gutter - 1, lane.height);
    pen.textBaseline = "middle";
    pen.fillStyle = color.text;
    pen.font = `600 ${SMALL}`;
    this.text(lane.name, 10, y + (isServer(lane.number) ? 9 : lane.height / 2), view.gutter - 14, 6.5);
    const at = scene.cursor;
    if (isServer(lane.number) && at !== undefined) this.standing(lane, y, at);
  }

  /** What a server is at the cursor. */
  standing(lane, y, at) {
    const { pen, view, color } = this;
    const standing = standingAt(lane.number, at);
    const progress = progressAt(lane.number, at);
    pen.font = SMALL;
    pen.fillStyle = color.quiet;
    const room = view.gutter - 14;
    const isNarrow = room < 60;
    const names = isNarrow ? LETTERS : given.roles;
    const lines = [
      standing && `${names[standing.role]} t${standing.term}`,
      `${isNarrow ? "co." : "commit"} ${progress?.committed ?? 0}`,
      `${isNarrow ? "ap." : "applied"} ${progress?.applied ?? 0}`,
    ].filter(line => line);
    const step = Math.min(14, (lane.height - 22) / lines.length);
    lines.forEach((line, i) => this.text(line, 10, y + 24 + i * step, room, 5.9));
  }

  /** Says which lanes are below what is seen. */
  moreBelow(lanes) {
    const { pen, view, color, scene } = this;
    const all = scene.layout.lanes;
    const last = all.findLastIndex(lane => this.y(lane.y) + lane.height / 2 < view.height);
    if (lanes.length === 0 || last === all.length - 1) return;
    pen.fillStyle = color.ground;
    pen.fillRect(0, view.height - 18, view.gutter - 1, 18);
    pen.fillStyle = color.text;
    pen.font = `600 ${SMALL}`;
    const names = all.slice(last + 1).map(lane => lane.name).join(" ");
    this.text(`▾ ${names}`, 10, view.height - 9, view.gutter - 14, 6.5);
  }

  /** Rows by their times: calls back for each that is seen, with its left and right on the canvas. */
  seenSpans(rows, begins, ends, body) {
    const { view } = this;
    const first = Math.max(0, firstWhere(rows, row => begins(row) >= view.from) - 1);
    for (let i = first; i < rows.length; i++) {
      const left = view.x(begins(rows[i]));
      if (left > view.width) break;
      const right = Math.min(view.x(ends(rows[i], rows[i + 1])), view.x(END));
      if (right >= view.gutter) body(rows[i], Math.max(left, view.gutter - 20), right);
    }
  }

  /** After the end of the run there is nothing. */
  beyondEnd() {
    const { pen, view, color } = this;
    const [start, end] = [view.x(0), view.x(END)];
    pen.fillStyle = color.ground;
    if (start > view.gutter) pen.fillRect(view.gutter, AXIS, start - view.gutter, view.height);
    if (end < view.width) pen.fillRect(end + 1, AXIS, view.width, view.height);
  }

  hatch(left, top, right, bottom, step) {
    const { pen } = this;
    this.clipped(left, top, right, () => {
      pen.beginPath();
      const from = left - (bottom - top) - (left - (bottom - top)) % step;
      for (let x = from; x < right; x += step) {
        pen.moveTo(x, bottom);
        pen.lineTo(x + bottom - top, top);
      }
      pen.lineWidth = 1;
      pen.stroke();
    }, bottom);
  }
}
