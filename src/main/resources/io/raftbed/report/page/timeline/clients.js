// What clients asked, from call to end: bars.

const CALL = { top: 3, height: 13 };
const CLASH_WORDS = ["", "✗ no place: ", "! clashes: "];

Object.assign(Painter.prototype, {
  calls(lane) {
    const { pen } = this;
    let painted = -Infinity;
    pen.textBaseline = "middle";
    this.seenSpans(callsIn[lane.number], call => call.from, call => call.to, (call, left, right) => {
      const end = Math.max(right, left + 2);
      if (end <= painted + 1 && call.clash === CLASH.none) return;
      painted = end;
      this.count.calls++;
      this.call(call, left, this.y(lane.y) + CALL.top, end - left);
    });
  },

  call(call, x, y, width) {
    const { pen, color } = this;
    const isOpen = call.completed < 0;
    pen.fillStyle = color["group-4"];
    pen.globalAlpha = .3;
    pen.fillRect(x, y, width, CALL.height);
    pen.globalAlpha = 1;
    pen.fillRect(x, y, Math.min(width, 2), CALL.height);
    if (isOpen) this.openEnd(x, y, width);
    else pen.fillRect(x + width - 1, y, 1, CALL.height);
    if (call.clash !== CLASH.none) this.clash(call, x, y, width);
    const start = Math.max(x, this.view.gutter) + 5;
    const room = Math.min(x + width, this.view.width) - start - 3;
    if (room < 14) return;
    pen.font = SMALL;
    pen.fillStyle = call.clash !== CLASH.none ? color.bad : color.text;
    const middle = y + CALL.height / 2 + .5;
    this.text(CLASH_WORDS[call.clash] + callWords(call), start, middle, room, 5.8);
  },

  /** No answer ever came. */
  openEnd(x, y, width) {
    const { pen, color } = this;
    pen.strokeStyle = color.unknown;
    pen.setLineDash([4, 3]);
    this.stroke([[x, y + .5], [x + width, y + .5]], 1);
    this.stroke([[x, y + CALL.height - .5], [x + width, y + CALL.height - .5]], 1);
    pen.setLineDash([]);
  },

  clash(call, x, y, width) {
    const { pen, color } = this;
    pen.strokeStyle = color.bad;
    pen.lineWidth = call.clash === CLASH.no_place ? 3 : 2;
    pen.strokeRect(x - 1, y - 1, Math.max(3, width + 2), CALL.height + 2);
  },
});
