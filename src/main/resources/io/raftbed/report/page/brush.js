// A canvas with the page's colours, and what is drawn again and again.

const TEXT = "12px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace";
const SMALL = "11px system-ui, 'Segoe UI', Arial, sans-serif";
const LETTER = 7.3;

class Brush {
  constructor(canvas, colors) {
    this.canvas = canvas;
    this.colors = colors;
    this.pen = canvas.getContext("2d");
    this.width = this.height = 0;
    this.readColors();
  }

  /** Takes the colours from the page's style, which has those of light, dark and print. */
  readColors() {
    const style = getComputedStyle(document.documentElement);
    this.color = Object.fromEntries(
      this.colors.map(name => [name, style.getPropertyValue(`--${name}`).trim()]));
  }

  /** Fits the canvas to its place on the page. */
  resize() {
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth, clientHeight } = this.canvas;
    this.canvas.width = Math.round(clientWidth * ratio);
    this.canvas.height = Math.round(clientHeight * ratio);
    this.pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.width = clientWidth;
    this.height = clientHeight;
  }

  /** Draws within a part of the canvas, up to its bottom unless told otherwise. */
  clipped(x, y, right, body, bottom = this.height) {
    this.pen.save();
    this.pen.beginPath();
    this.pen.rect(x, y, right - x, bottom - y);
    this.pen.clip();
    body();
    this.pen.restore();
  }

  /** Draws as much of a text as there is room for. */
  text(text, x, y, room, letter = LETTER) {
    const letters = Math.floor(room / letter);
    if (letters < 2 && text.length > letters) return;
    this.pen.fillText(text.length <= letters ? text : `${text.slice(0, letters - 1)}…`, x, y);
  }

  stroke(corners, width) {
    const { pen } = this;
    pen.lineWidth = width;
    pen.beginPath();
    corners.forEach(([x, y], i) => i ? pen.lineTo(x, y) : pen.moveTo(x, y));
    pen.stroke();
  }
}

/** The first index in a sorted list from which on a condition holds. */
function firstWhere(list, holds) {
  let low = 0;
  for (let high = list.length; low < high;) {
    const middle = (low + high) >> 1;
    if (holds(list[middle])) high = middle; else low = middle + 1;
  }
  return low;
}

/** The least of 1, 2, 5, 10, 20, … that is not below a distance. */
function niceStep(distance) {
  const power = 10 ** Math.floor(Math.log10(Math.max(distance, 1)));
  return [1, 2, 5, 10].map(n => n * power).find(n => n >= distance) ?? 1;
}
