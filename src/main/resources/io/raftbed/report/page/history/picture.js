// The picture as a whole: what is shown now, and the moves that change it.

class Picture {
  constructor(canvas) {
    this.canvas = canvas;
    this.view = new View();
    this.painter = new Painter(canvas, this.view);
    this.drawn = { bars: 0, points: 0, frames: 0 };
    this.hits = [];
    this.hit = -1;
    this.order = -1;
    this.onChange = () => {};
    this.painter.resize();
    this.setPartition(evidence ? evidence.partition : -1);
    this.view.fit();
  }

  get shownOrder() { return orders[this.followed ?? this.order]; }

  setPartition(partition) {
    this.partition = partition;
    this.layout = layOut(partition);
    this.view.setTimes(this.layout.ranks);
    this.setOrder(this.order);
    this.search(this.words ?? "");
  }

  /** Shows true distances in time, or all times equally far apart. */
  setClock(isTrue) {
    this.view.isTrue = isTrue;
    this.view.setTimes(this.layout.ranks);
    this.view.fit();
    if (this.layout.rowOf.has(this.selected)) this.goTo(this.selected);
    this.changed();
  }

  setOrder(index) {
    this.order = index;
    this.followed = undefined;
    this.show();
  }

  /** Shows another order for as long as the pointer stays on an operation. */
  follow(index) {
    if (this.followed === index) return;
    this.followed = index;
    this.show();
  }

  show() {
    const order = this.shownOrder;
    this.points = order ? pointsOf(order, this.layout) : [];
    this.placed = order && new Set(order.order);
    this.candidates = (order?.candidates ?? []).map(c => operations[c.operation]);
    this.conflict = (evidence?.conflict ?? []).map(i => operations[i]);
    this.changed();
  }

  select(item) {
    this.selected = item;
    this.changed();
  }

  /** Selects an operation and brings it to the middle, in any partition. */
  goTo(operation) {
    if (!this.layout.rowOf.has(operation)) this.setPartition(operation.partition);
    this.view.scale = Math.max(this.view.scale, this.view.room / 60);
    this.view.zoom(1);
    const middle = (this.view.place(operation.call) + this.view.place(operation.end)) / 2;
    this.view.center(middle, this.layout.rowOf.get(operation));
    this.select(operation);
  }

  /** Goes to where the order breaks: the return that cannot be placed. */
  jump() {
    if (!blocked) return;
    this.goTo(blocked);
    this.view.center(this.view.place(blocked.end), this.layout.rowOf.get(blocked));
    this.changed();
  }

  search(words) {
    this.words = words;
    const wanted = words.toLowerCase().split(/\s+/).filter(w => w);
    const text = o => `client ${o.client} ${o.text} ${KINDS[o.kind]}`.toLowerCase();
    const client = /^client\s+(-?\d+)$/i.exec(words.trim());
    this.hits = wanted.length === 0 ? [] : this.layout.shown.filter(o =>
      client ? o.client === Number(client[1]) : wanted.every(w => text(o).includes(w)));
    this.hit = -1;
    this.changed();
  }

  /** Goes to the next match, or with -1 to the one before. */
  nextHit(step) {
    if (this.hits.length === 0) return;
    const start = this.hit < 0 && step < 0 ? 0 : this.hit;
    this.hit = (start + step + this.hits.length) % this.hits.length;
    this.goTo(this.hits[this.hit]);
  }

  /** Goes to the operation called next, or before. */
  step(by) {
    const list = this.layout.shown;
    if (list.length === 0) return;
    const at = list.indexOf(this.selected);
    this.goTo(list[at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + by))]);
  }

  /** What is at a place on the canvas: an operation, a note or nothing. */
  itemAt(x, y) {
    const { view } = this;
    const row = this.layout.rows.find(r => Math.abs(this.painter.y(r) + ROW / 2 - y) <= ROW / 2);
    if (!row || x < view.gutter || y < AXIS) return undefined;
    const near = row.items[firstWhere(row.items, o => view.x(o.end) >= x - 3)];
    return near && view.x(near.call) <= x + 3 ? near : undefined;
  }

  resize() {
    const wasFitted = this.view.scale <= this.view.smallest * 1.001;
    this.painter.resize();
    if (wasFitted) this.view.fit();
    this.changed();
  }

  /** Paints once before the next frame, however much changed. */
  changed() {
    this.onChange();
    if (this.isPending) return;
    this.isPending = true;
    requestAnimationFrame(() => this.paint());
  }

  paint() {
    this.isPending = false;
    this.view.clamp(this.layout.height);
    const frames = this.drawn.frames + 1;
    this.drawn = { ...this.painter.paint(this), frames };
  }
}
