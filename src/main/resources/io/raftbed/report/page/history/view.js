// The part of the picture that is seen: which times, how large, how far scrolled.

const AXIS = 24;
const MOST = 160;

class View {
  constructor() {
    this.width = this.height = 0;
    this.from = 0;
    this.scale = 1;
    this.top = 0;
    this.isTrue = false;
    this.setTimes([]);
  }

  /** Spaces the times that occur in a layout evenly, or by their true distances. */
  setTimes(ranks) {
    this.ranks = ranks;
    this.end = ranks.length;
    const last = given.times.at(-1) || 1;
    let place = 0;
    this.at = given.times.map((time, rank) => {
      if (this.isTrue) return time / last * (this.end - 1);
      return rank === ranks[place] ? place++ : place;
    });
    this.at.push(this.end);
  }

  get gutter() { return this.width < 600 ? 66 : 96; }
  get room() { return Math.max(1, this.width - this.gutter - 12); }
  get smallest() { return this.room / (this.end + .5); }
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

  /** The first rank of the layout that is at a place or after it. */
  rankAt(place) {
    return this.ranks[firstWhere(this.ranks, rank => this.at[rank] >= place)] ?? EDGE;
  }

  fit() {
    this.scale = this.smallest;
    this.from = 0;
  }

  zoom(factor, x = this.gutter + this.room / 2) {
    const place = this.placeAt(x);
    const most = Math.max(MOST, this.smallest) * (this.isTrue ? 1e6 : 1);
    this.scale = Math.min(most, Math.max(this.smallest, this.scale * factor));
    this.from = place - (x - this.gutter) / this.scale;
  }

  pan(dx, dy) {
    this.from += dx / this.scale;
    this.top += dy;
  }

  /** Brings a place and a row to the middle. */
  center(place, row) {
    this.from = place - this.room / 2 / this.scale;
    if (row) this.top = row.y + ROW / 2 - (this.height - AXIS) / 2;
  }

  /** Keeps the picture within its bounds; half of it may be empty, so that all can be centred. */
  clamp(contentHeight) {
    const half = this.room / 2 / this.scale;
    const lowest = this.scale <= this.smallest * 1.001 ? 0 : -half;
    const highest = this.scale <= this.smallest * 1.001 ? 0 : this.end + .5 - half;
    this.from = Math.min(Math.max(this.from, lowest), highest);
    this.top = Math.max(0, Math.min(this.top, contentHeight - (this.height - AXIS)));
  }
}
