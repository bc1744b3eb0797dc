// The picture as a whole: what is shown now, and the moves that change it.

/** So many of the last events are in view when a failure is shown, at least. */
const LAST_EVENTS = 120;

class Timeline {
  constructor(canvas, strip) {
    this.canvas = canvas;
    this.view = new View();
    this.filter = new Filter();
    this.painter = new Painter(canvas, this.view);
    this.overview = new Overview(strip, this.view);
    this.drawn = { frames: 0 };
    this.hits = [];
    this.hit = -1;
    this.words = "";
    this.onChange = () => {};
    this.painter.resize();
    this.overview.resize();
    this.layOut();
    this.view.fit();
  }

  layOut() {
    this.layout = layOut(this.filter.hiddenLanes, this.view.height - AXIS);
  }

  /** The time that the reader looks at: under the pointer, else of what is selected and seen. */
  get cursor() {
    const { view, pointed, selected } = this;
    const at = pointed ?? (selected === undefined ? -1 : time[selected]);
    return at >= Math.max(0, view.from) && at <= Math.min(view.to, END) ? at : undefined;
  }

  /** Takes a change of the filter. */
  filtered() {
    this.filter.apply();
    this.layOut();
    if (this.selected !== undefined && !this.filter.events[this.selected]) this.selected = undefined;
    this.search(this.words);
  }

  select(event) {
    this.selected = event;
    this.changed();
  }

  /** Selects an event and brings it into view. */
  goTo(event) {
    this.view.reveal(time[event]);
    const lane = this.layout.laneAt[laneOf[event]];
    if (lane) this.view.revealLane(lane);
    this.select(event);
  }

  /** Goes to the moment of failure, with what led to it; to the whole run where there is none. */
  jump() {
    if (given.failedAt === undefined) return this.fit();
    const end = given.failedAt;
    const facts = given.telling;
    const recent = end - time[Math.max(0, COUNT - LAST_EVENTS)];
    const first = facts.length > 0 ? end - time[facts[0]] : 0;
    const span = Math.max(recent, first <= recent * 30 ? first * 1.4 : 0, 2e6);
    this.view.show(end - span, span / .85);
    this.selected = facts.length > 0 ? this.mostTelling() : undefined;
    if (this.selected !== undefined) {
      const lane = this.layout.laneAt[laneOf[this.selected]];
      if (lane) this.view.revealLane(lane);
    }
    this.changed();
  }

  /** The operation that has no place, or the last event of those that clash. */
  mostTelling() {
    const call = calls.find(c => c.clash === CLASH.no_place);
    const event = call ? call.invoked : given.telling.at(-1);
    return this.filter.events[event] ? event : undefined;
  }

  fit() {
    this.view.fit();
    this.changed();
  }

  search(words) {
    this.words = words;
    this.hits = eventsWith(words, this.filter);
    this.hit = -1;
    this.changed();
  }

  /** Goes to the next match, or with -1 to the one before; from what is selected or seen. */
  nextHit(by) {
    if (this.hits.length === 0) return;
    const after = firstNotBelow(this.hits, by > 0 ? Math.floor(this.here(by)) + 1 : this.here(by));
    this.hit = (by > 0 ? after : after - 1 + this.hits.length) % this.hits.length;
    this.goTo(this.hits[this.hit]);
  }

  /** Where steps begin: at what is selected, if it is seen, else at the edge they come from. */
  here(by) {
    const { view, selected } = this;
    const isSeen = selected !== undefined && time[selected] >= view.from && time[selected] <= view.to;
    if (isSeen) return selected;
    return firstNotBelow(time, by > 0 ? view.from : view.from + view.span) - .5;
  }

  /** Goes to the next shown event for which something holds, or with -1 to the one before. */
  step(by, holds) {
    let event = by > 0 ? Math.floor(this.here(by)) + 1 : Math.ceil(this.here(by)) - 1;
    while (event >= 0 && event < COUNT && !(this.filter.events[event] && holds(event))) event += by;
    if (event < 0 || event >= COUNT) return false;
    this.goTo(event);
    return true;
  }

  /** Goes to the other end of the message that is selected. */
  otherEnd() {
    const event = this.selected;
    if (event === undefined) return;
    const call = callOf.get(event);
    const other = call ? event === call.invoked ? call.completed : call.invoked
      : departs[event] >= 0 ? flights.end[departs[event]]
      : arrives[event] >= 0 ? flights.sent[arrives[event]] : -1;
    if (other >= 0 && this.filter.events[other]) this.goTo(other);
  }

  resize() {
    const { span, from } = this.view;
    const wasWhole = this.view.scale <= this.view.smallest * 1.001;
    this.painter.resize();
    this.overview.resize();
    this.layOut();
    if (wasWhole) this.view.fit(); else this.view.show(from, span);
    this.changed();
  }

  recolor() {
    this.painter.readColors();
    this.overview.readColors();
    this.changed();
  }

  /** Paints once before the next frame, however much changed. */
  changed() {
    if (this.isPending) return;
    this.isPending = true;
    requestAnimationFrame(() => this.paint());
  }

  paint() {
    this.isPending = false;
    const start = performance.now();
    this.view.clamp(this.layout.height);
    const drawn = this.painter.paint(this);
    this.overview.paint(this);
    this.drawn = { ...drawn, frames: this.drawn.frames + 1, millis: performance.now() - start };
    this.onChange();
  }
}
