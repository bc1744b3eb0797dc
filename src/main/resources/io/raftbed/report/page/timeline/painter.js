// Painting: only what is seen, and of what falls on the same pixels only the first.

const COLORS = ["ground", "panel", "text", "quiet", "line", "ok", "dim", "unknown", "bad", "on-bad",
  "good", "hit", "veil", "start", "snapshot", "shade", "lost", "reply",
  "follower", "on-follower", "candidate", "on-candidate", "leader", "on-leader", "off", "on-off",
  "group-0", "group-1", "group-2", "group-3", "group-4",
  "term-0", "term-1", "term-2", "term-3", "term-4", "term-5"];
const GROUP_COLORS = 5;
const TERM_COLORS = 6;

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
        lanes.forEach(lane => this.marks(lane));
        this.highlights();
        this.failure();
      });
      lanes.forEach(lane => this.name(lane));
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

  /** The lane's name, and what its server is in the middle of the picture. */
  name(lane) {
    const { pen, view, color } = this;
    const y = this.y(lane.y);
    pen.fillStyle = color.panel;
    pen.fillRect(0, y, view.gutter - 1, lane.height);
    pen.textBaseline = "middle";
    pen.fillStyle = color.text;
    pen.font = `600 ${SMALL}`;
    this.text(lane.name, 10, y + (isServer(lane.number) ? 9 : lane.height / 2), view.gutter - 14, 6.5);
    if (isServer(lane.number)) this.standing(lane, y);
  }

  /** What a server is where the reader looks: at what is selected, else in the middle. */
  standing(lane, y) {
    const { pen, view, color, scene } = this;
    const at = scene.selected === undefined ? view.middle : time[scene.selected];
    const standing = standingAt(lane.number, at);
    const progress = progressAt(lane.number, at);
    pen.font = SMALL;
    pen.fillStyle = color.quiet;
    const room = view.gutter - 14;
    if (standing) {
      const role = room < 60 ? LETTERS[standing.role] : ROLES[standing.role].toLowerCase();
      this.text(role, 10, y + 24, room, 6);
      this.text(`term ${standing.term}`, 10, y + 38, room, 6);
    }
    this.text(`commit ${progress?.committed ?? 0}`, 10, y + 54, room, 5.9);
    this.text(`applied ${progress?.applied ?? 0}`, 10, y + 68, room, 5.9);
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
