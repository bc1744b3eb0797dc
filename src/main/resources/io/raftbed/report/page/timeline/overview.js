// The whole run in one strip: who led when, where the picture is; and the way to get elsewhere.

const OVERVIEW_TOP = 3;

class Overview extends Brush {
  constructor(canvas, view) {
    super(canvas, COLORS);
    this.view = view;
    this.still = document.createElement("canvas");
  }

  resize() {
    super.resize();
    this.isStale = true;
  }

  readColors() {
    super.readColors();
    this.isStale = true;
  }

  get room() { return Math.max(1, this.width - this.view.gutter - 10); }
  x(nanos) { return this.view.gutter + nanos / END * this.room; }
  placeAt(x) { return (x - this.view.gutter) / this.room * END; }

  paint(scene) {
    const { pen, view, color } = this;
    if (this.isStale) this.keep();
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.drawImage(this.still, 0, 0);
    const ratio = window.devicePixelRatio || 1;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.hits(scene);
    const left = Math.max(this.x(view.from), view.gutter - 1);
    const right = Math.min(this.x(view.from + view.span), this.width);
    pen.fillStyle = color.veil;
    pen.fillRect(view.gutter, 0, Math.max(0, left - view.gutter), this.height);
    pen.fillRect(right, 0, Math.max(0, this.width - right), this.height);
    pen.strokeStyle = color.text;
    pen.lineWidth = 1.5;
    pen.strokeRect(left - 1, 1, Math.max(3, right - left + 2), this.height - 2);
  }

  /** Draws what never changes, once for each size and colour scheme. */
  keep() {
    const { pen, color, view } = this;
    this.isStale = false;
    pen.fillStyle = color.ground;
    pen.fillRect(0, 0, this.width, this.height);
    pen.font = SMALL;
    pen.textBaseline = "middle";
    pen.fillStyle = color.quiet;
    this.text("whole run", 10, this.height / 2, view.gutter - 14, 5.6);
    const servers = LANES.map((_, lane) => lane).filter(isServer);
    const tall = Math.max(2, (this.height - 2 * OVERVIEW_TOP) / (servers.length + 1));
    servers.forEach((lane, i) => this.server(lane, OVERVIEW_TOP + i * tall, tall - 1));
    this.busy(OVERVIEW_TOP + servers.length * tall, tall);
    this.line(given.failedAt);
    this.still.width = this.canvas.width;
    this.still.height = this.canvas.height;
    this.still.getContext("2d").drawImage(this.canvas, 0, 0);
  }

  server(lane, y, height) {
    const { pen, color } = this;
    standingsIn[lane].forEach((standing, i, all) => {
      const [left, right] = [this.x(standing.at), this.x(all[i + 1]?.at ?? END)];
      pen.fillStyle = color[ROLE_COLORS[standing.role]];
      pen.fillRect(left, y, Math.max(standing.role === ROLE.follower ? 0 : 1, right - left), height);
    });
    for (const { fault, from, to } of shadesIn[lane]) {
      if (fault === FAULT.cut) continue;
      pen.fillStyle = fault === FAULT.cut_off ? color.bad : color.off;
      pen.fillRect(this.x(from), y + height - 1.5, Math.max(1, this.x(to) - this.x(from)), 1.5);
    }
  }

  /** How much happened when. */
  busy(y, height) {
    const { pen, color } = this;
    const counts = new Uint32Array(Math.ceil(this.room) + 1);
    for (let i = 0; i < COUNT; i++) counts[Math.floor(time[i] / END * this.room)]++;
    const most = counts.reduce((a, b) => Math.max(a, b), 1);
    pen.fillStyle = color.dim;
    counts.forEach((count, i) => {
      const tall = count === 0 ? 0 : Math.max(1, count / most * height);
      pen.fillRect(this.view.gutter + i, y + height - tall, 1, tall);
    });
  }

  line(at) {
    if (at === undefined) return;
    this.pen.fillStyle = this.color.bad;
    this.pen.fillRect(this.x(at) - 1, 0, 2, this.height);
  }

  hits(scene) {
    this.pen.fillStyle = this.color.hit;
    const painted = new Set();
    for (const event of scene.hits) {
      const x = Math.round(this.x(time[event]));
      if (painted.has(x)) continue;
      painted.add(x);
      this.pen.fillRect(x, 0, 1.5, 5);
    }
  }
}
