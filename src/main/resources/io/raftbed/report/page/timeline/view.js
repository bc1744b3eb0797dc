// The part of the run that is seen: from when to when, and how far scrolled. Times in nanoseconds.

const AXIS = 26;
/** So many pixels a nanosecond takes at most. */
const MOST = .5;

class View {
  constructor() {
    this.width = this.height = 0;
    this.from = 0;
    this.scale = 1;
    this.top = 0;
  }

  get gutter() { return this.width < 600 ? 54 : 92; }
  get room() { return Math.max(1, this.width - this.gutter - 10); }
  get smallest() { return this.room / END / 1.01; }
  get span() { return this.room / this.scale; }
  get to() { return this.placeAt(this.width); }
  get middle() { return this.from + this.span / 2; }

  x(nanos) { return this.gutter + (nanos - this.from) * this.scale; }
  placeAt(x) { return this.from + (x - this.gutter) / this.scale; }

  fit() { this.show(0, this.room / this.smallest); }

  show(from, span) {
    this.scale = Math.min(MOST, Math.max(this.smallest, this.room / span));
    this.from = from;
  }

  zoom(factor, x = this.gutter + this.room / 2) {
    const place = this.placeAt(x);
    this.scale = Math.min(MOST, Math.max(this.smallest, this.scale * factor));
    this.from = place - (x - this.gutter) / this.scale;
  }

  pan(dx, dy) {
    this.from += dx / this.scale;
    this.top += dy;
  }

  center(nanos) { this.from = nanos - this.span / 2; }

  /** Brings a time into view; moves no further than that takes. */
  reveal(nanos) {
    const margin = this.span / 8;
    if (nanos < this.from + margin || nanos > this.from + this.span - margin) this.center(nanos);
  }

  /** Scrolls until a lane is seen. */
  revealLane(lane) {
    const room = this.height - AXIS;
    if (lane.y < this.top) this.top = lane.y - LANE_GAP;
    if (lane.y + lane.height > this.top + room) this.top = lane.y + lane.height - room + LANE_GAP;
  }

  /** Keeps within the run; half of the picture may be empty, so that all can be centred. */
  clamp(contentHeight) {
    const isWhole = this.scale <= this.smallest * 1.001;
    const half = this.span / 2;
    this.from = isWhole ? 0 : Math.min(Math.max(this.from, -half), END - half);
    this.top = Math.max(0, Math.min(this.top, contentHeight - (this.height - AXIS)));
  }
}
