// The moment that is shown, in the page's address: a link to it shows it again.

/** The part of an address after the #. */
function linkTo(picture) {
  const { view, selected } = picture;
  const seconds = nanos => (nanos / 1e9).toFixed(9);
  const parts = [`at=${seconds(Math.max(0, view.from))}`, `span=${seconds(view.span)}`];
  if (selected !== undefined) parts.push(`event=${selected}`);
  return `#${parts.join("&")}`;
}

/** Shows what an address names; returns whether it names a moment. */
function follow(hash, picture) {
  const parts = new URLSearchParams(hash.slice(1));
  const numberOf = name => parts.has(name) ? Number(parts.get(name)) : NaN;
  const [at, span, event] = [numberOf("at"), numberOf("span"), numberOf("event")];
  if (!(at >= 0)) return false;
  picture.view.show(at * 1e9, span > 0 ? span * 1e9 : picture.view.span);
  const isEvent = Number.isInteger(event) && event >= 0 && event < COUNT;
  picture.selected = isEvent ? event : undefined;
  const lane = isEvent ? picture.layout.laneAt[laneOf[event]] : undefined;
  if (lane) picture.view.revealLane(lane);
  picture.changed();
  return true;
}
