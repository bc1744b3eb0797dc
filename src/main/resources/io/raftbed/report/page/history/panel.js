// The words beside the picture: what is selected, and the configuration that is shown.

/** Shows an item: an operation or a note. */
function showSelected(section, item, order, onPartial) {
  if (!item) {
    section.replaceChildren(
      element("h2", {}, "Operation"),
      element("p", { className: "quiet" }, "Click a bar, or search."));
  } else if (item.text === undefined) {
    section.replaceChildren(
      element("h2", {}, item.label),
      facts([["at", item.lane], ["from", timeLabel(item.call)], ["to", timeLabel(item.end)]]),
      element("p", {}, item.details));
  } else {
    section.replaceChildren(element("h2", {}, `Operation ${item.id}`), factsOf(item, order));
    addPartialButton(section, item, onPartial);
  }
}

function factsOf(operation, order) {
  const position = order ? order.order.indexOf(operation.index) : -1;
  return facts([
    ["client", String(operation.client)],
    ["operation", operation.text],
    ["outcome", KINDS[operation.kind]],
    ["from", timeLabel(operation.call)],
    ["to", endLabel(operation)],
    ["partition", given.partitions.length > 1 ? given.partitions[operation.partition] : undefined],
    ["place", order ? position < 0 ? "not in this order" : `${position + 1} of ${order.order.length}` : undefined],
    ["state after", position < 0 ? undefined : given.states[order.states[position]]],
    ["reason", operation === blocked ? evidence.cause : undefined],
  ]);
}

function addPartialButton(section, operation, onPartial) {
  if (!orders.some(o => o.kind === "partial")) return;
  const index = longestWith(operation);
  section.append(index < 0
    ? element("p", { className: "quiet" }, "No partial linearization that was found has it.")
    : element("button", { type: "button", onclick: () => onPartial(index) },
        `Show ${nameOf(orders[index])}`));
}

/** Shows how far an order gets, and why no further. */
function showConfiguration(section, order, onPick) {
  section.hidden = !order || order.kind === "order";
  if (section.hidden) return;
  if (order.kind === "partial") {
    section.replaceChildren(
      element("h2", {}, `Longest partial linearization ${order.number}`),
      element("p", {}, `${order.order.length} of ${evidence.prefix} operations have a place; `
        + "the search got no further from there."),
      facts([["state", given.states[order.states.at(-1)]]]));
    return;
  }
  section.replaceChildren(
    element("h2", {}, `Last good configuration ${order.number}`),
    facts([["placed", String(order.order.length)], ["state", order.state]]),
    element("p", {}, "Next can be"),
    element("ul", { className: "candidates" }, ...order.candidates.map(c => candidate(c, onPick))));
}

function candidate({ operation: index, isPossible, reason }, onPick) {
  const operation = operations[index];
  const label = `${isPossible ? "" : "✗ "}client ${operation.client}: ${operation.text}`;
  return element("li", { className: isPossible ? "" : "blocked" },
    element("button", { type: "button", onclick: () => onPick(operation) },
      label, element("small", {}, reason)));
}
