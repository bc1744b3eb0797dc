// Puts the page together.

const picture = new Timeline(byId("picture"), byId("overview"));
const search = byId("search");
const HOW_RARELY = 150;

addFilters(picture);
const step = addSteps(picture);
addSearch(picture, search);
addButtons(picture);
addKeys(picture, step, search);
addPointer(picture, byId("tip"));
addStrip(picture);
addCopy(byId("copy"), byId("replay"));
showLegend(byId("legend"), picture.painter);
byId("jump").hidden = given.failedAt === undefined;

let described = NaN;
let timer;
picture.onChange = () => {
  byId("matches").value = picture.words.trim() ? matchWords(picture.hits.length, picture.hit) : "";
  byId("clear").hidden = !picture.filter.isOn;
  byId("dense").textContent = denseWords(picture.drawn.dense);
  if (!Object.is(described, picture.selected)) {
    described = picture.selected;
    showSelected(byId("selected"), picture.selected, () => picture.otherEnd());
  }
  clearTimeout(timer);
  timer = setTimeout(settled, HOW_RARELY);
};

function matchWords(count, at) {
  if (count === 0) return "no match";
  if (at >= 0) return `${thousands(at + 1)} of ${thousands(count)}`;
  return `${thousands(count)} match${count === 1 ? "" : "es"}`;
}

/** What the picture says only when bars stand for arrows. */
function denseWords(count) {
  return count === 0 ? ""
    : `${thousands(count)} messages are too close for arrows: grey bars say how many; zoom in.`;
}

/** What follows the picture when it rests: the list of events, the address, the strip's value. */
function settled() {
  showList(byId("list"), byId("in-view"), picture);
  const { view } = picture;
  const strip = byId("overview");
  strip.setAttribute("aria-valuenow", Math.round(view.middle / END * 100));
  const [from, to] = [Math.max(0, view.from), Math.min(END, view.from + view.span)];
  strip.setAttribute("aria-valuetext", `${exact(from)} to ${exact(to)}`);
  history.replaceState(null, "", linkTo(picture));
}

new ResizeObserver(() => picture.resize()).observe(picture.canvas);
addEventListener("hashchange", () => follow(location.hash, picture));
onColors(() => {
  picture.recolor();
  showLegend(byId("legend"), picture.painter);
}, () => {
  byId("summary").open = true;
  picture.resize();
  picture.paint();
});

picture.resize();
if (!follow(location.hash, picture)) picture.jump();
picture.paint();
performance.measure("drawn", { start: 0 });
globalThis.picture = picture;
