// What servers are and how far they got: role, term, commit and apply; and what is wrong with them.

const ROLE_COLORS = ["follower", "candidate", "leader", "off"];

Object.assign(Painter.prototype, {
  /** Down and paused: hatched. Cut off: shaded between lines of dashes. Some links cut: a line. */
  shades(lane) {
    const { pen, view, color } = this;
    const [top, bottom] = [this.y(lane.y), this.y(lane.y) + lane.height];
    for (const shade of shadesIn[lane.number]) {
      const left = Math.max(view.x(shade.from), view.gutter);
      const right = Math.min(view.x(shade.to), view.width);
      if (right < left) continue;
      const end = Math.max(right, left + 1);
      const isOff = shade.fault === FAULT.down || shade.fault === FAULT.paused;
      if (isOff || shade.fault === FAULT.cut_off) {
        pen.fillStyle = color.shade;
        pen.fillRect(left, top, end - left, bottom - top);
      }
      pen.strokeStyle = isOff ? color.off : color.bad;
      const step = shade.fault === FAULT.down ? 7 : 16;
      if (isOff && end - left > 3) this.hatch(left, top, end, bottom, step);
      if (!isOff) this.cutLines(shade, left, end, top, bottom);
    }
  },

  shadeLabels(lane) {
    const { view } = this;
    for (const shade of shadesIn[lane.number]) {
      const left = Math.max(view.x(shade.from), view.gutter);
      const right = Math.min(view.x(shade.to), view.width);
      this.shadeLabel(lane, shade, left, right);
    }
  },

  cutLines(shade, left, right, top, bottom) {
    this.pen.setLineDash(shade.fault === FAULT.cut_off ? [5, 3] : [2, 4]);
    this.stroke([[left, bottom - .5], [right, bottom - .5]], 1);
    const upper = top + ROLE_BAR + TERM_BAR + 1;
    if (shade.fault === FAULT.cut_off) this.stroke([[left, upper], [right, upper]], 1);
    this.pen.setLineDash([]);
  },

  shadeLabel(lane, shade, left, right) {
    const { pen, view, color } = this;
    const bottom = this.y(lane.y) + lane.height;
    const words = shade.fault === FAULT.cut ? `cut: ${shade.text}` : FAULT_WORDS[shade.fault];
    const isDown = standingAt(lane.number, view.placeAt(right - 1))?.role === ROLE.down;
    if (isDown || shade.fault === FAULT.down || right - left < words.length * 5.6 + 14) return;
    pen.font = SMALL;
    pen.textBaseline = "middle";
    pen.textAlign = "right";
    const width = pen.measureText(words).width;
    pen.fillStyle = color.panel;
    pen.fillRect(right - width - 10, bottom - 14, width + 7, 13);
    pen.fillStyle = shade.fault === FAULT.paused ? color.text : color.bad;
    pen.fillText(words, right - 6, bottom - 7);
    pen.textAlign = "start";
  },

  server(lane) {
    this.roles(lane);
    this.progress(lane);
  },

  roles(lane) {
    const y = this.y(lane.y);
    let painted = -Infinity;
    this.seenSpans(standingsIn[lane.number], row => row.at, (_, next) => next?.at ?? END,
      (standing, left, right) => {
        if (right < painted + 1 && standing.role === ROLE.follower) return;
        painted = right;
        this.role(standing, left, y, Math.max(1, right - left));
      });
  },

  role({ role, term }, x, y, width) {
    const { pen, color } = this;
    const name = ROLE_COLORS[role];
    pen.fillStyle = color[name];
    pen.fillRect(x, y, width, ROLE_BAR);
    pen.fillStyle = color[`term-${term % TERM_COLORS}`];
    if (role !== ROLE.down && term > 0) pen.fillRect(x, y + ROLE_BAR, width, TERM_BAR);
    if (width < 9) return;
    pen.fillStyle = color.ground;
    pen.fillRect(x, y, 1, ROLE_BAR + TERM_BAR);
    pen.fillStyle = color[`on-${name}`];
    pen.font = role === ROLE.leader || role === ROLE.candidate ? `600 ${SMALL}` : SMALL;
    pen.textBaseline = "middle";
    const start = Math.max(x, this.view.gutter) + 4;
    const room = x + width - start - 2;
    if (room < 6) return;
    const letter = LETTERS[role];
    const long = role === ROLE.down ? "✕ down" : `${letter} ${given.roles[role]}, term ${term}`;
    const short = `${letter} ${term}`;
    const words = room > long.length * 6 ? long : room > short.length * 6.5 ? short : letter;
    pen.fillText(words, start, y + ROLE_BAR / 2 + .5);
  },

  /** Applied: an area. Committed: the line above it. The height is the highest index of the run. */
  progress(lane) {
    const { pen, view, color } = this;
    const base = this.y(lane.y) + lane.height - 3;
    const height = index => index / MOST_INDEX * lane.progress;
    pen.strokeStyle = color.line;
    this.stroke([[view.gutter, base + .5], [Math.min(view.x(END), view.width), base + .5]], 1);
    const line = [];
    const labels = [];
    pen.fillStyle = color.ok;
    let pending = view.gutter - 20;
    this.seenSpans(progressIn[lane.number], row => row.at, (_, next) => next?.at ?? END,
      (step, left, right) => {
        if (right < pending + 1 && right < view.x(END)) return;
        const start = Math.min(left, pending);
        pen.globalAlpha = .45;
        pen.fillRect(start, base - height(step.applied), right - start, height(step.applied));
        pen.globalAlpha = 1;
        const top = base - height(step.committed);
        line.push([Math.max(left, pending), top], [right, top]);
        pending = right;
        labels.push([step, left, right]);
      });
    pen.strokeStyle = color.ok;
    if (line.length > 0) this.stroke(line, 1.2);
    labels.forEach(([step, left, right]) => {
      const tall = height(step.committed);
      this.progressLabel(step, left, right, tall < 12 ? base - tall - 2 : base - 3);
    });
  },

  /** Numbers stand where there is room. */
  progressLabel(step, left, right, y) {
    const { pen, color } = this;
    const { applied, committed } = step;
    const words = applied === committed ? `${applied}` : `${applied} of ${committed}`;
    if (right - Math.max(left, this.view.gutter) < words.length * 6.5 + 6) return;
    pen.font = SMALL;
    pen.textBaseline = "alphabetic";
    pen.fillStyle = color.quiet;
    pen.fillText(words, Math.max(left, this.view.gutter) + 3, y);
  },
});
