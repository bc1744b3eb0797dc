// Painting: only what is seen, and of what falls on the same pixel only the first.

const BAR = 12;
const BAR_TOP = 18;
const MARKS = ["", "✕ ", "? "];
const COLORS = ["ground", "panel", "text", "quiet", "line", "ok", "dim", "failed", "unknown", "order",
  "on-order", "bad", "candidate", "hit", "veil", "note"];

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

  /** Paints it all and returns how many bars and points were drawn. */
  paint(scene) {
    this.scene = scene;
    this.count = { bars: 0, points: 0 };
    const { pen, view, color } = this;
    pen.fillStyle = color.ground;
    pen.fillRect(0, 0, view.width, view.height);
    this.clipped(0, AXIS, view.width, () => {
      this.laneGrounds();
      this.clipped(view.gutter, AXIS, view.width, () => {
        this.line();
        this.seenRows().forEach(row => this.row(row));
        this.seenMarks();
        this.points();
        this.violation();
      });
      this.laneNames();
    });
    this.axis();
    return this.count;
  }

  y(row) { return AXIS + row.y - this.view.top; }

  isSeen(item) {
    const y = this.y(item);
    return y < this.view.height && y + (item.height ?? ROW) > AXIS;
  }

  seenRows() { return this.scene.layout.rows.filter(row => this.isSeen(row)); }

  laneGrounds() {
    this.scene.layout.lanes.filter(lane => this.isSeen(lane)).forEach(lane => {
      this.pen.fillStyle = this.color.panel;
      this.pen.fillRect(0, this.y(lane) - 3, this.view.width, lane.height + 6);
    });
  }

  laneNames() {
    const { pen, view, color } = this;
    pen.textBaseline = "middle";
    this.scene.layout.lanes.filter(lane => this.isSeen(lane)).forEach(lane => {
      pen.fillStyle = color.text;
      pen.font = SMALL;
      this.text(lane.label, 10, this.y(lane) + lane.height / 2, view.gutter - 14, 6);
    });
  }

  row(row) {
    const { view } = this;
    if (row.open < Infinity) this.tail(row);
    let painted = -Infinity;
    const first = Math.max(0, firstWhere(row.items, o => view.place(o.end) >= view.from));
    for (let i = first; i < row.items.length; i++) {
      const item = row.items[i];
      const left = view.x(item.call);
      if (left > view.width) break;
      const right = Math.max(view.x(item.end), left + 2);
      if (right <= painted + 1) continue;
      painted = right;
      const next = row.items[i + 1];
      const room = (next ? Math.min(view.x(next.call), view.width) : view.width) - left - 8;
      if (item.text === undefined) this.note(row, item, left, right, room);
      else this.bar(row, item, left, right, room);
    }
  }

  /** What is open may take effect until the edge. */
  tail(row) {
    const { pen, view, color } = this;
    const y = this.y(row) + BAR_TOP + BAR / 2;
    pen.strokeStyle = color.unknown;
    pen.setLineDash([2, 5]);
    this.stroke([[Math.max(view.gutter, view.x(row.open)), y], [view.x(EDGE), y]], 1);
    pen.setLineDash([]);
  }

  bar(row, operation, left, right, room) {
    const { pen, color, scene } = this;
    this.count.bars++;
    const y = this.y(row) + BAR_TOP;
    const isDim = scene.placed && !scene.placed.has(operation.index) && operation.kind === 0;
    this.shape(operation, left, y, right - left, isDim);
    if (room < 12) return;
    pen.font = TEXT;
    pen.textBaseline = "middle";
    pen.fillStyle = operation === blocked ? color.bad : isDim ? color.quiet : color.text;
    const mark = operation === blocked ? "✗ " : MARKS[operation.kind];
    const start = Math.max(left, this.view.gutter + 3);
    this.text(mark + operation.text, start, y - 8, room - (start - left));
  }

  /** A bar by its outcome: filled, hatched, or dashed and open to the right. */
  shape(operation, x, y, width, isDim) {
    const { pen, color } = this;
    if (operation.kind === 0) {
      pen.fillStyle = operation === blocked ? color.bad : isDim ? color.dim : color.ok;
      pen.fillRect(x, y, Math.max(2, width - 1), BAR);
    } else if (operation.kind === 1) {
      pen.fillStyle = pen.strokeStyle = color.failed;
      if (width < 8) pen.fillRect(x, y + BAR / 2 - 1, width, 2); else this.hatch(x, y, width);
    } else {
      pen.strokeStyle = color.unknown;
      pen.setLineDash([5, 3]);
      this.stroke([[x + width, y], [x, y], [x, y + BAR], [x + width, y + BAR]], 1.5);
      pen.setLineDash([]);
    }
  }

  hatch(x, y, width) {
    const left = Math.max(x, -10);
    const right = Math.min(x + width - 1, this.view.width + 10);
    this.pen.lineWidth = 1;
    this.pen.strokeRect(x + .5, y + .5, width - 2, BAR - 1);
    for (let at = left + 3; at < right - BAR; at += 6) this.stroke([[at, y + BAR], [at + BAR, y]], 1);
  }

  note(row, note, left, right, room) {
    const { pen, color } = this;
    const y = this.y(row) + BAR_TOP;
    pen.fillStyle = color.note;
    pen.fillRect(left, y - 16, Math.max(3, right - left), BAR + 16);
    pen.fillStyle = color.quiet;
    pen.fillRect(left, y - 16, 2, BAR + 16);
    pen.fillStyle = color.text;
    pen.font = SMALL;
    pen.textBaseline = "middle";
    const start = Math.max(left, this.view.gutter) + 6;
    this.text(note.label, start, y - 2, Math.max(right, left + room) - start, 6);
  }
}
