// Lanes: a client's operations in as few rows as they need, notes in rows of their own.

const ROW = 34;
const LANE_GAP = 10;

/** Lays out the operations of one partition, or of all when it is negative. */
function layOut(partition) {
  const lanes = new Map();
  const lane = (name, label) => {
    if (!lanes.has(name)) lanes.set(name, { label, rows: [], notes: [] });
    return lanes.get(name);
  };
  const shown = operations.filter(o => partition < 0 || o.partition === partition);
  const clients = [...new Set(shown.map(o => o.client))].sort((a, b) => a - b);
  const named = new Set(clients.map(String));
  const notes = given.notes.toSorted((a, b) => a.call - b.call);
  notes.filter(n => !named.has(n.lane)).forEach(n => addTo(lane(`n${n.lane}`, n.lane).notes, n));
  clients.forEach(client => lane(`c${client}`, `client ${client}`));
  notes.filter(n => named.has(n.lane)).forEach(n => addTo(lanes.get(`c${n.lane}`).notes, n));
  shown.forEach(o => addTo(lanes.get(`c${o.client}`).rows, o));
  return stack([...lanes.values()], shown);
}

/** Puts an item into the first row that is free when it begins. */
function addTo(rows, item) {
  let row = rows.find(r => r.until <= item.call);
  if (!row) rows.push(row = { items: [], until: 0, open: Infinity });
  row.items.push(item);
  row.until = Math.max(item.end, item.call + (item.text === undefined ? 1 : 0));
  if (item.isUnknown) row.open = Math.min(row.open, item.end);
}

/** Gives all rows their heights, operations their rows, and names the times that occur. */
function stack(lanes, shown) {
  const rowOf = new Map();
  const rows = [];
  let y = 6;
  for (const lane of lanes) {
    lane.y = y;
    for (const row of [...lane.notes, ...lane.rows]) {
      row.y = y;
      y += ROW;
      rows.push(row);
    }
    for (const row of lane.rows) row.items.forEach(o => rowOf.set(o, row));
    lane.height = y - lane.y;
    y += LANE_GAP;
  }
  const items = rows.flatMap(row => row.items);
  const occurring = new Set(items.flatMap(i => i.isOpen ? [i.call] : [i.call, i.end]));
  const ranks = [...occurring].sort((a, b) => a - b);
  return { lanes, rows, rowOf, shown, ranks, height: y };
}
