// What lies over the bars: the order shown, what was found or selected, and where it breaks.

Object.assign(Painter.prototype, {
  /** The points that are seen, with one before and one after. */
  seenPoints() {
    const { view, scene } = this;
    const from = firstWhere(scene.points, p => view.place(p.rank) >= view.from);
    const to = firstWhere(scene.points, p => view.place(p.rank) > view.to);
    return scene.points.slice(Math.max(0, from - 1), to + 1);
  },

  pointAt(point) {
    return [this.view.x(point.rank), this.y(point.row) + BAR_TOP + BAR / 2];
  },

  /** Pixels from point to point; with few, numbers and then points and line are noise. */
  gap() { return this.view.room / Math.max(1, this.seenPoints().length); },

  /** The line through the bars. */
  line() {
    if (this.gap() < 4) return;
    this.pen.strokeStyle = this.color.order;
    this.pen.globalAlpha = .5;
    this.stroke(this.seenPoints().map(point => this.pointAt(point)), 1.2);
    this.pen.globalAlpha = 1;
  },

  points() {
    const gap = this.gap();
    if (gap < 4) return;
    for (const point of this.seenPoints()) {
      const [x, y] = this.pointAt(point);
      this.count.points++;
      if (gap > 18) this.badge(point, x, y); else this.tick(x, y);
    }
  },

  tick(x, y) {
    this.pen.fillStyle = this.color.order;
    this.pen.fillRect(x - 1, y - BAR / 2 - 2, 2, BAR + 4);
  },

  badge({ position }, x, y) {
    const { pen, color } = this;
    const number = String(position + 1);
    const half = Math.max(8, number.length * 3.3 + 3);
    pen.fillStyle = color.order;
    pen.beginPath();
    pen.roundRect(x - half, y - 8, 2 * half, 16, 8);
    pen.fill();
    pen.fillStyle = color["on-order"];
    pen.font = `600 ${SMALL}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(number, x, y + .5);
    pen.textAlign = "start";
  },

  /** Frames: matches, candidates, a procedure's reasons, what is selected. Drawn at any zoom. */
  seenMarks() {
    const { scene, color } = this;
    this.frames(scene.hits, color.hit, 3);
    this.frames(scene.candidates, color.candidate, 2);
    this.frames(scene.conflict, color.bad, 2);
    if (blocked) this.frames([blocked], color.bad, 3);
    if (scene.selected) this.frames([scene.selected], color.text, 2);
  },

  frames(list, color, width) {
    const { pen, view, scene } = this;
    pen.strokeStyle = color;
    pen.lineWidth = width;
    const painted = new Set();
    for (const operation of list) {
      const row = scene.layout.rowOf.get(operation);
      if (!row || !this.isSeen(row)) continue;
      const left = view.x(operation.call);
      const right = Math.max(view.x(operation.end), left + 3);
      const pixel = `${Math.round(left)} ${row.y}`;
      if (right < view.gutter || left > view.width || painted.has(pixel)) continue;
      painted.add(pixel);
      pen.strokeRect(left - 2, this.y(row) + BAR_TOP - 2, right - left + 3, BAR + 4);
    }
  },

  /** The moment up to which an order exists; all that is called later is veiled. */
  violation() {
    if (!blocked || !this.scene.layout.rowOf.has(blocked)) return;
    const { pen, view, color } = this;
    const x = view.x(blocked.end);
    if (x > view.width) return;
    pen.fillStyle = color.veil;
    pen.fillRect(Math.max(x, view.gutter), AXIS, view.width, view.height);
    pen.strokeStyle = color.bad;
    pen.setLineDash([6, 4]);
    this.stroke([[x, AXIS], [x, view.height]], 1.5);
    pen.setLineDash([]);
  },

  axis() {
    const { pen, view, color } = this;
    pen.fillStyle = color.ground;
    pen.fillRect(0, 0, view.width, AXIS);
    pen.strokeStyle = color.line;
    this.stroke([[0, AXIS - .5], [view.width, AXIS - .5]], 1);
    pen.font = SMALL;
    pen.textBaseline = "middle";
    pen.fillStyle = color.quiet;
    pen.fillText("time", 10, AXIS / 2);
    this.clipped(view.gutter, 0, view.width, () => this.times());
  },

  times() {
    const { pen, view, color } = this;
    let free = -Infinity;
    const widest = Math.max(timeLabel(0).length, timeLabel(EDGE - 1).length) * 6.5 + 26;
    const step = niceStep(widest / view.scale);
    const from = Math.max(0, Math.floor(view.from / step) * step);
    for (let place = from; place < Math.min(view.to, view.end); place += step) {
      const rank = view.rankAt(place);
      const x = view.x(rank);
      if (rank >= EDGE || x < free) continue;
      free = x + widest;
      pen.fillText(timeLabel(rank), x + 3, AXIS / 2);
      pen.fillRect(x, AXIS - 6, 1, 6);
    }
    this.breakLabel();
  },

  breakLabel() {
    if (!blocked || !this.scene.layout.rowOf.has(blocked)) return;
    const { pen, view, color } = this;
    const x = view.x(blocked.end);
    const label = `✗ ${timeLabel(blocked.end)}`;
    const width = label.length * 6.8 + 10;
    pen.fillStyle = color.bad;
    pen.fillRect(x - width / 2, 2, width, AXIS - 5);
    pen.fillStyle = color.ground;
    pen.fillText(label, x - width / 2 + 6, AXIS / 2);
  },
});
