// What the page was given. Times are ranks: positions in the sorted list of all times that occur.

const given = JSON.parse(document.getElementById("data").textContent);
const KINDS = ["ok", "failed", "unknown"];
const EDGE = given.times.length;

const operations = given.operations.map(([id, client, call, end, kind, partition, text], index) => ({
  index, id, client, call, kind, partition, text,
  isOpen: end < 0,
  end: end < 0 ? call + 1 : end,
  isUnknown: kind === 2,
}));

// An order tells only where it differs from the one before it.
const orders = [];
for (const { kind, shared, rest, states, ...more } of given.orders) {
  const before = orders.at(-1) ?? { order: [], states: [] };
  orders.push({
    kind, ...more,
    order: before.order.slice(0, shared).concat(rest),
    states: before.states.slice(0, shared).concat(states),
  });
}

const evidence = given.evidence;
const blocked = evidence ? operations[evidence.blocked] : undefined;

/** A rank's time, in the history's own unit; exact also beyond 2^53. */
function timeLabel(rank) {
  return String(BigInt(given.origin) + BigInt(given.times[Math.min(rank, EDGE - 1)] ?? 0));
}

/** When it ended, in words. */
function endLabel(operation) {
  return operation.isOpen ? "open" : timeLabel(operation.end);
}
