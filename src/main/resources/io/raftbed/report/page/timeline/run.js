// The run as the page was given it: columns of numbers. Events are named by their places in it.

const given = JSON.parse(byId("data").textContent);

/** Numbers that were given by how much each is more than the one before. */
function summed(steps, Numbers = Int32Array) {
  let sum = 0;
  return Numbers.from(steps, step => sum += step);
}

const LANES = ["test", ...given.lanes];
const FIRST_CLIENT = LANES.length - given.clients;
const isClient = lane => lane >= FIRST_CLIENT;
const isServer = lane => lane > 0 && lane < FIRST_CLIENT;
const KINDS = given.kinds;
const numbered = names => Object.fromEntries(names.map((name, i) => [name.replace(" ", "_"), i]));
const KIND = numbered(KINDS);
const ROLE = numbered(given.roles);
const FATE = numbered(given.fates);
const FAULT = numbered(given.faults);
const CLASH = numbered(given.clashes);

const time = summed(given.events.time, Float64Array);
const laneOf = Uint16Array.from(given.events.lane);
const kindOf = Uint8Array.from(given.events.kind);
const subjectOf = Int32Array.from(given.events.subject);
const COUNT = time.length;
const END = Math.max(given.failedAt ?? 0, COUNT > 0 ? time[COUNT - 1] : 0, 1);

const subjects = given.subjects;
const textOf = event => subjects.text[subjectOf[event]];
const typeOf = event => subjects.types[subjects.type[subjectOf[event]]];

/** A request and the reply to it are one group: AppendEntriesArgs and AppendEntriesReply. */
const groupName = type => type.replace(/(Args|Request|Reply|Response)$/, "");
const GROUPS = [...new Set(subjects.types.filter(type => type).map(groupName))];
const groupOfType = subjects.types.map(type => type ? GROUPS.indexOf(groupName(type)) : -1);
const groupOf = event => groupOfType[subjects.type[subjectOf[event]]];

/** Splits rows by their lanes, keeping their order. */
function byLane(count, lane, make) {
  const lists = LANES.map(() => []);
  for (let i = 0; i < count; i++) lists[lane(i)].push(make(i));
  return lists;
}

const eventsIn = byLane(COUNT, i => laneOf[i], i => i).map(list => Int32Array.from(list));
const standingsIn = byLane(given.standings.event.length, i => given.standings.lane[i], i => ({
  at: time[given.standings.event[i]], role: given.standings.role[i], term: given.standings.term[i],
}));
const shadesIn = byLane(given.shades.from.length, i => given.shades.lane[i], i => ({
  from: time[given.shades.from[i]],
  to: given.shades.to[i] < 0 ? END : time[given.shades.to[i]],
  fault: given.shades.fault[i],
  text: given.shades.texts[given.shades.text[i]],
}));
const progressEvents = summed(given.progress.event);
const progressIn = byLane(progressEvents.length, i => laneOf[progressEvents[i]], i => ({
  at: time[progressEvents[i]],
  applied: given.progress.applied[i],
  committed: given.progress.committed[i],
}));
const MOST_INDEX = given.progress.committed.reduce((most, index) => Math.max(most, index), 1);

const calls = given.calls.invoked.map((invoked, i) => ({
  invoked, completed: given.calls.completed[i], clash: given.calls.clash[i],
  lane: laneOf[invoked], from: time[invoked],
  to: given.calls.completed[i] < 0 ? END : time[given.calls.completed[i]],
}));
const callsIn = byLane(calls.length, i => calls[i].lane, i => calls[i]);
const callOf = new Map(calls.flatMap(call =>
  call.completed < 0 ? [[call.invoked, call]] : [[call.invoked, call], [call.completed, call]]));

const flights = { sent: summed(given.flights.sent), to: given.flights.to, fate: given.flights.fate };
flights.count = flights.sent.length;
flights.end = Int32Array.from(given.flights.took, (took, i) => took < 0 ? -1 : flights.sent[i] + took);
flights.fate = Uint8Array.from(flights.fate);
const flightGroup = Int16Array.from(flights.sent, groupOf);
const hasArrived = flight => flights.fate[flight] <= FATE.duplicate;

/** Which flight an event begins or ends; -1 for none. */
const departs = new Int32Array(COUNT).fill(-1);
const arrives = new Int32Array(COUNT).fill(-1);
/** Up to when any of the first flights lasts: never falls, so it can be searched. */
flights.reach = new Float64Array(flights.count);
for (let i = 0, reach = 0; i < flights.count; i++) {
  const end = flights.end[i];
  if (departs[flights.sent[i]] < 0) departs[flights.sent[i]] = i;
  if (end >= 0) arrives[end] = i;
  reach = Math.max(reach, time[flights.sent[i]], hasArrived(i) ? time[end] : 0);
  flights.reach[i] = reach;
}

const telling = new Set(given.telling);

/** The last row that is not later than a time; the rows are sorted by it. */
function lastAt(rows, at) {
  return rows[firstWhere(rows, row => row.at > at) - 1];
}

const standingAt = (lane, at) => lastAt(standingsIn[lane], at);
const progressAt = (lane, at) => lastAt(progressIn[lane], at);

/** The first place from which on numbers are not below one. */
function firstNotBelow(numbers, least, of = n => n) {
  let low = 0;
  for (let high = numbers.length; low < high;) {
    const middle = (low + high) >> 1;
    if (of(numbers[middle]) >= least) high = middle; else low = middle + 1;
  }
  return low;
}
