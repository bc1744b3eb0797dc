// Puts the page together.

const picture = new Picture(byId("picture"));
const search = byId("search");
const partitionMenu = byId("partition");
const orderMenu = byId("order");

fillMenu(partitionMenu,
  [[-1, "all"], ...given.partitions.map((name, index) => [index, name])],
  index => { picture.setPartition(index); picture.view.fit(); });
fillMenu(orderMenu,
  [[-1, "none"], ...orders.map((order, index) => [index, nameOf(order)])],
  index => picture.setOrder(index));
byId("partition-label").hidden = given.partitions.length < 2;
byId("order-label").hidden = orders.length === 0;
byId("jump").hidden = !blocked;
document.querySelectorAll(".breaks").forEach(item => { item.hidden = !blocked; });
if (given.leftOut > 0) {
  orderMenu.append(element("option", { disabled: true }, `${given.leftOut} more left out`));
}

function stepOrder(by) {
  if (orders.length === 0) return;
  picture.setOrder(Math.min(orders.length - 1, Math.max(-1, picture.order + by)));
}

let described = [];
picture.onChange = () => {
  const count = picture.hits.length;
  byId("matches").value = !picture.words ? ""
    : count === 0 ? "no match"
    : picture.hit < 0 ? `${count} match${count === 1 ? "" : "es"}` : `${picture.hit + 1} of ${count}`;
  partitionMenu.value = picture.partition;
  orderMenu.value = picture.order;
  const now = [picture.selected, picture.shownOrder];
  if (described.length > 0 && now.every((part, i) => part === described[i])) return;
  described = now;
  showSelected(byId("selected"), picture.selected, picture.shownOrder, i => picture.setOrder(i));
  showConfiguration(byId("configuration"), picture.shownOrder, o => picture.goTo(o));
};

addButtons(picture);
addSearch(picture, search);
addKeys(picture, search, stepOrder);
addPointer(picture);

new ResizeObserver(() => picture.resize()).observe(picture.canvas);
onColors(() => {
  picture.painter.readColors();
  picture.changed();
}, () => {
  byId("summary").open = true;
  picture.resize();
  picture.paint();
});

picture.setOrder(orders.length > 0 ? 0 : -1);
if (blocked) picture.jump();
globalThis.picture = picture;
