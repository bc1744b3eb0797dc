// The legend: the same shapes and colours as in the picture, for what this run has.

/** A small picture with its words. */
function entry(words, painter, draw) {
  const ratio = window.devicePixelRatio || 1;
  const canvas = element("canvas", { width: 22 * ratio, height: 14 * ratio });
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  draw(pen, painter.color);
  return element("li", {}, canvas, words);
}

function kindEntry(kind, painter) {
  const [shape, ink, isFilled] = MARKS[kind];
  return entry(kind === KIND.leader ? "becomes leader" : KINDS[kind], painter, (pen, color) => {
    pen.fillStyle = pen.strokeStyle = color[ink];
    pen.lineWidth = isFilled ? 1 : 1.8;
    drawShape(pen, shape, 11, 7, shape === "star" ? 5.5 : 4.2, isFilled);
  });
}

function arrowEntry(words, painter, ink, dash, width, end) {
  return entry(words, painter, (pen, color) => {
    pen.strokeStyle = color[ink];
    pen.lineWidth = width;
    pen.setLineDash(dash);
    pen.beginPath();
    pen.moveTo(0, 7);
    pen.lineTo(end ? 12 : 22, 7);
    pen.stroke();
    pen.setLineDash([]);
    if (end) drawShape(pen, end, 15, 7, 3.5, false);
  });
}

function roleEntry(role, painter) {
  return entry(given.roles[role], painter, (pen, color) => {
    pen.fillStyle = color[ROLE_COLORS[role]];
    pen.fillRect(0, 0, 22, 14);
    pen.fillStyle = color[`on-${ROLE_COLORS[role]}`];
    pen.font = `600 ${SMALL}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(LETTERS[role], 11, 7.5);
  });
}

/** Shows what can be seen in this run, and no more. */
function showLegend(list, painter) {
  const kinds = new Set(kindOf);
  const fates = new Set(flights.fate);
  const roles = new Set(given.standings.role);
  const isEither = (one, other) => fates.has(one) || fates.has(other);
  const arrows = [
    ...GROUPS.map((name, i) => arrowEntry(name, painter, GROUP_INKS[i], [], 2)),
    flights.count > 0 && arrowEntry("its reply", painter, "quiet", [4, 3], 1.5),
    fates.has(FATE.lost) && arrowEntry("lost", painter, "lost", [], 1.5, "cross"),
    kinds.has(KIND.drop) && entry("caller learns: no reply", painter, (pen, color) => {
      pen.strokeStyle = color.lost;
      pen.lineWidth = 1.6;
      drawShape(pen, "cross", 11, 7, 3.5, false);
    }),
    isEither(FATE.open, FATE.ignored)
      && arrowEntry("ignored, or not arrived at the end", painter, "quiet", [], 1.2, "round"),
    isEither(FATE.late, FATE.duplicate)
      && arrowEntry("late or duplicate", painter, "quiet", [1, 2.5], 2),
  ];
  list.replaceChildren(
    ...Object.values(ROLE).filter(role => roles.has(role)).map(role => roleEntry(role, painter)),
    ...arrows.filter(item => item),
    ...Object.keys(MARKS).map(Number).filter(kind => kinds.has(kind))
      .map(kind => kindEntry(kind, painter)));
}
