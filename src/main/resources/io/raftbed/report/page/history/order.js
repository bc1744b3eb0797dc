// Where the operations of an order take effect: each as early as its call and the order allow.

/** Returns the points of an order's operations that are in a layout, from left to right. */
function pointsOf(order, layout) {
  const points = [];
  let rank = 0;
  order.order.forEach((index, position) => {
    const operation = operations[index];
    rank = Math.max(rank, operation.call);
    const row = layout.rowOf.get(operation);
    if (row) points.push({ operation, position, row, rank });
  });
  spread(points);
  return points;
}

/** Spreads points at one rank over the time until the next, but none beyond its operation's end. */
function spread(points) {
  for (let from = 0, to; from < points.length; from = to) {
    const rank = points[from].rank;
    for (to = from; to < points.length && points[to].rank === rank; to++);
    let latest = rank + 1;
    for (let i = to - 1; i >= from; i--) {
      const { isUnknown, end } = points[i].operation;
      if (!isUnknown) latest = Math.min(latest, end);
      points[i].rank = Math.min(latest, rank + (i - from + 1) / (to - from + 1));
    }
  }
}

/** The longest order that has an operation; the lists come longest first. */
function longestWith(operation) {
  return orders.findIndex(o => o.kind === "partial" && o.order.includes(operation.index));
}

/** An order's name in the menu. */
function nameOf(order) {
  const size = `${order.order.length} operation${order.order.length === 1 ? "" : "s"}`;
  return {
    order: `a legal order: ${size}`,
    configuration: `last good ${order.number}: ${size}`,
    partial: `longest partial ${order.number}: ${size}`,
  }[order.kind];
}
