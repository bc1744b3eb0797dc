// The axis of time, and the moment of failure on it.

/** Digits after the point that tell apart two labels at this distance. */
const digitsFor = step => Math.max(0, 9 - Math.floor(Math.log10(step)));

Object.assign(Painter.prototype, {
  axis() {
    const { pen, view, color } = this;
    pen.fillStyle = color.ground;
    pen.fillRect(0, 0, view.width, AXIS);
    pen.strokeStyle = color.line;
    this.stroke([[0, AXIS - .5], [view.width, AXIS - .5]], 1);
    pen.font = SMALL;
    pen.textBaseline = "middle";
    pen.fillStyle = color.quiet;
    pen.fillText("seconds", 10, AXIS / 2);
    this.clipped(view.gutter, 0, view.width, () => this.times(), AXIS);
  },

  times() {
    const { pen, view, color } = this;
    const step = niceStep(96 / view.scale);
    const digits = Math.min(9, digitsFor(step));
    const first = Math.max(0, Math.ceil(view.from / step) * step);
    for (let at = first; at <= Math.min(view.to, END); at += step) {
      const x = view.x(at);
      pen.fillStyle = color.quiet;
      pen.fillText((at / 1e9).toFixed(digits), x + 4, AXIS / 2);
      pen.fillStyle = color.line;
      pen.fillRect(x, AXIS - 8, 1, 8);
    }
    this.cursorLabel(this.failureLabel());
  },

  /** Returns where the label begins, so that no other is put on it. */
  failureLabel() {
    if (given.failedAt === undefined) return Infinity;
    const { pen, view, color } = this;
    const words = "✗ failure";
    const x = view.x(given.failedAt);
    const width = pen.measureText(words).width + 12;
    if (x < view.gutter || x > view.width) return Infinity;
    const left = Math.min(x - width / 2, view.width - width - 2);
    pen.fillStyle = color.bad;
    pen.fillRect(left, 3, width, AXIS - 7);
    pen.fillStyle = color["on-bad"];
    pen.fillText(words, left + 6, AXIS / 2 - .5);
    return left;
  },

  /** The time that the reader looks at: the names of the lanes say what is there. */
  cursor() {
    const at = this.scene.cursor;
    if (at === undefined) return;
    const x = Math.round(this.view.x(at)) + .5;
    this.pen.strokeStyle = this.color.quiet;
    this.pen.globalAlpha = .55;
    this.stroke([[x, AXIS], [x, this.view.height]], 1);
    this.pen.globalAlpha = 1;
  },

  cursorLabel(free) {
    const { pen, view, color, scene } = this;
    const at = scene.cursor;
    if (at === undefined) return;
    const words = (at / 1e9).toFixed(Math.min(9, digitsFor(1 / view.scale)));
    const width = pen.measureText(words).width + 10;
    const middle = view.x(at) - width / 2;
    const isOver = middle + width > free && middle < free + 70;
    const wanted = isOver ? free - width - 3 : middle;
    const left = Math.max(view.gutter, Math.min(wanted, view.width - width - 2));
    pen.fillStyle = color.text;
    pen.fillRect(left, 4, width, AXIS - 9);
    pen.fillStyle = color.ground;
    pen.fillText(words, left + 5, AXIS / 2 - .5);
  },

  /** The moment at which the run failed, and ended. */
  failure() {
    if (given.failedAt === undefined) return;
    const { pen, view, color } = this;
    const x = view.x(given.failedAt);
    if (x < view.gutter || x > view.width) return;
    pen.strokeStyle = color.bad;
    pen.setLineDash([6, 4]);
    this.stroke([[x, AXIS], [x, view.height]], 1.5);
    pen.setLineDash([]);
  },
});
