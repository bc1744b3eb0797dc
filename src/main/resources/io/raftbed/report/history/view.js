// The part of the picture that is seen: which times, how large, how far scrolled.

const AXIS = 24;
const MOST = 160;

class View {
  constructor() {
    this.width = this.height = 0;
    this.from = 0;
    this.scale = 1;
    this.top = 0;
    this.setClock(false);
  }

  /** Spaces times evenly, or by their true distances. */
  setClock(isTrue) {
    const last = given.times.at(-1) || 1;
    this.at = given.times.map((t, rank) => isTrue ? t / last * (EDGE - 1) : rank);
    this.at.push(EDGE);
  }

  get gutter() { return this.width < 600 ? 66 : 96; }
  get room() { return Math.max(1, this.width - this.gutter - 12); }
  get smallest() { return this.room / (EDGE + .5); }
  get to() { return this.from + (this.width - this.gutter) / this.scale; }

  x(rank) { return this.xAt(this.place(rank)); }
  xAt(place) { return this.gutter + (place - this.from) * this.scale; }
  placeAt(x) { return this.from + (x - this.gutter) / this.scale; }

  /** Where a rank is, also between two. */
  place(rank) {
    const whole = Math.min(Math.floor(rank), EDGE);
    const next = this.at[Math.min(whole + 1, EDGE)];
    return this.at[whole] + (rank - whole) * (next - this.at[whole]);
  }

  /** The first rank that is at a place or after it. */
  rankAt(place) { return firstWhere(this.at, at => at >= place); }

  fit() {
    this.scale = this.smallest;
    this.from = 0;
  }

  zoom(factor, x = this.gutter + this.room / 2) {
    const place = this.placeAt(x);
    const most = Math.max(MOST, this.smallest) * (this.at[1] < 1 ? 1e6 : 1);
    this.scale = Math.min(most, Math.max(this.smallest, this.scale * factor));
    this.from = place - (x - this.gutter) / this.scale;
  }

  pan(dx, dy) {
    this.from += dx / this.scale;
    this.top += dy;
  }

  /** Brings a rank and a row to the middle. */
  center(rank, row) {
    this.from = this.place(rank) - this.room / 2 / this.scale;
    if (row) this.top = row.y + ROW / 2 - (this.height - AXIS) / 2;
  }

  /** Keeps the picture within its bounds; half of it may be empty, so that all can be centred. */
  clamp(contentHeight) {
    const half = this.room / 2 / this.scale;
    const lowest = this.scale <= this.smallest * 1.001 ? 0 : -half;
    const highest = this.scale <= this.smallest * 1.001 ? 0 : EDGE + .5 - half;
    this.from = Math.min(Math.max(this.from, lowest), highest);
    this.top = Math.max(0, Math.min(this.top, contentHeight - (this.height - AXIS)));
  }
}
