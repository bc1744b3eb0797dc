// Messages: arrows where there is room for them, and where there is not, how many there were.

/** So many messages of a group are drawn as arrows; more of them as bars that say how many. */
const MOST_ARROWS = 500;
/** With fewer than so many in all, arrows have heads; with fewer still, words. */
const WITH_HEADS = 400;
const WITH_WORDS = 24;
const BUCKET = 4;
const DENSITY = 16;

Object.assign(Painter.prototype, {
  arrows() {
    const counts = new Uint32Array(GROUPS.length);
    this.eachSeen(flight => { counts[flightGroup[flight]]++; });
    this.dense = new Set(GROUPS.map((_, group) => group).filter(group => counts[group] > MOST_ARROWS));
    const few = [];
    this.density(count => this.eachSeen(flight => {
      if (counts[flightGroup[flight]] > MOST_ARROWS) count(flight); else few.push(flight);
    }));
    this.count.dense = counts.reduce((sum, count) => sum + (count > MOST_ARROWS ? count : 0), 0);
    this.arrowsShown = few;
    few.forEach(flight => this.arrow(flight, few.length));
    if (few.length < WITH_WORDS) few.reduce((taken, flight) => this.arrowWords(flight, taken), []);
  },

  /** Calls back for each shown message that is on its way at any time that is seen. */
  eachSeen(body) {
    const { view, scene } = this;
    const { from, to } = view;
    for (let i = firstNotBelow(flights.reach, from); i < flights.count; i++) {
      const sent = time[flights.sent[i]];
      if (sent > to) break;
      const end = hasArrived(i) ? time[flights.end[i]] : sent;
      if (end >= from && scene.filter.flights[i]) body(i);
    }
  },

  /** Where an arrow begins and ends; one that does not arrive ends on the way. */
  ends(flight) {
    const { view, scene } = this;
    const sent = flights.sent[flight];
    const from = scene.layout.laneAt[laneOf[sent]];
    const to = scene.layout.laneAt[flights.to[flight]];
    const [x1, y1, y2] = [view.x(time[sent]), this.y(from.wire), this.y(to.wire)];
    if (hasArrived(flight)) return [x1, y1, view.x(time[flights.end[flight]]), y2];
    const way = Math.sign(y2 - y1) * Math.min(34, Math.abs(y2 - y1) * .5);
    return [x1, y1, x1 + 12, y1 + way];
  },

  arrow(flight, count) {
    const { pen, color } = this;
    const [x1, y1, x2, y2] = this.ends(flight);
    const fate = flights.fate[flight];
    const sent = flights.sent[flight];
    const isLost = fate === FATE.lost;
    this.count.arrows++;
    pen.strokeStyle = pen.fillStyle = isLost ? color.lost : color[GROUP_INKS[flightGroup[flight]]];
    const isReply = kindOf[sent] === KIND.reply;
    const isOdd = fate === FATE.late || fate === FATE.duplicate;
    pen.setLineDash(isReply ? [4, 3] : isOdd ? [1, 2.5] : []);
    pen.globalAlpha = count > WITH_HEADS ? .5 : 1;
    this.stroke([[x1, y1], [x2, y2]], isOdd ? 2 : this.isEmpty(sent) ? .8 : 1.4);
    pen.setLineDash([]);
    pen.globalAlpha = 1;
    if (isLost) drawShape(pen, "cross", x2, y2, 4, false);
    else if (fate === FATE.open || fate === FATE.ignored) drawShape(pen, "round", x2, y2, 3, false);
    else if (count <= WITH_HEADS) this.head(x1, y1, x2, y2);
  },

  /** A heartbeat carries no entries. */
  isEmpty(event) {
    return typeOf(event) === "AppendEntriesArgs" && subjects.first[subjectOf[event]] < 0;
  },

  head(x1, y1, x2, y2) {
    const { pen } = this;
    const angle = Math.atan2(y2 - y1, x2 - x1);
    pen.beginPath();
    pen.moveTo(x2, y2);
    for (const side of [angle - .4, angle + .4]) {
      pen.lineTo(x2 - 7 * Math.cos(side), y2 - 7 * Math.sin(side));
    }
    pen.fill();
  },

  /** Words on an arrow that is long enough, where no others are; returns what places are taken. */
  arrowWords(flight, taken) {
    const { pen, color, view } = this;
    const [x1, y1, x2, y2] = this.ends(flight);
    if (Math.hypot(x2 - x1, y2 - y1) < 60 || Math.abs(y2 - y1) < 24) return taken;
    const words = briefly(flights.sent[flight]);
    pen.font = SMALL;
    pen.textBaseline = "middle";
    const width = pen.measureText(words).width;
    const [x, y] = [x1 + (x2 - x1) * .4 - width / 2, y1 + (y2 - y1) * .4];
    const isTaken = taken.some(at =>
      Math.abs(at.y - y) < 14 && x < at.x + at.width && at.x < x + width);
    if (isTaken || x + width < view.gutter || x > view.width) return taken;
    pen.globalAlpha = .85;
    pen.fillStyle = color.ground;
    pen.fillRect(x - 2, y - 7, width + 4, 14);
    pen.globalAlpha = 1;
    pen.fillStyle = color.text;
    pen.fillText(words, x, y);
    return [...taken, { x, y, width: width + 4 }];
  },

  /** How many messages each lane sent, in steps of a few pixels; the lost ones at the top. */
  density(each) {
    const { view, scene } = this;
    const buckets = Math.ceil(view.width / BUCKET) + 1;
    const rows = LANES.map(() => undefined);
    let most = 1;
    each(flight => {
      const lane = laneOf[flights.sent[flight]];
      const bucket = Math.floor(view.x(time[flights.sent[flight]]) / BUCKET);
      if (bucket < 0 || bucket >= buckets) return;
      const row = rows[lane] ??= { all: new Uint32Array(buckets), lost: new Uint32Array(buckets) };
      if (flights.fate[flight] === FATE.lost) row.lost[bucket]++;
      most = Math.max(most, ++row.all[bucket]);
    });
    rows.forEach((row, lane) => {
      const place = row && scene.layout.laneAt[lane];
      if (!place || !this.isSeen(place)) return;
      const height = isServer(lane) ? DENSITY : DENSITY / 2;
      this.densityRow(row, this.y(place.wire) + 7, count => Math.max(2, count / most * height));
    });
  },

  densityRow({ all, lost }, base, tall) {
    const { pen, color } = this;
    pen.fillStyle = color.density;
    all.forEach((count, i) => {
      if (count === 0) return;
      this.count.densities++;
      pen.fillRect(i * BUCKET, base - tall(count), BUCKET - 1, tall(count));
    });
    pen.fillStyle = color.lost;
    lost.forEach((count, i) => {
      if (count > 0) pen.fillRect(i * BUCKET, base - tall(all[i]), BUCKET - 1, tall(count));
    });
  },
});
