// Which events and messages are shown, and which of them are found.

/** What has no term or index of its own is shown whatever term and index are asked for. */
const LOG_KINDS = new Set([KIND.start, KIND.apply, KIND.apply_snapshot, KIND.snapshot]);
const MESSAGE_KINDS = new Set([KIND.send, KIND.deliver, KIND.reply, KIND.return, KIND.drop]);

/** The term that each event's node had then. */
const termAt = new Int32Array(COUNT).fill(-1);
for (let lane = 1; lane < FIRST_CLIENT; lane++) {
  let next = 0;
  for (const event of eventsIn[lane]) {
    const standings = standingsIn[lane];
    while (next < standings.length && standings[next].at <= time[event]) next++;
    termAt[event] = standings[next - 1]?.term ?? -1;
  }
}

class Filter {
  constructor() {
    this.hiddenLanes = new Set();
    this.hiddenGroups = new Set();
    this.term = this.index = undefined;
    this.events = new Uint8Array(COUNT);
    this.flights = new Uint8Array(flights.count);
    this.apply();
  }

  get isOn() {
    return this.hiddenLanes.size + this.hiddenGroups.size > 0 || !!this.term || !!this.index;
  }

  clear() {
    this.hiddenLanes.clear();
    this.hiddenGroups.clear();
    this.term = this.index = undefined;
    this.apply();
  }

  /** Finds again what is shown. */
  apply() {
    this.count = 0;
    for (let i = 0; i < COUNT; i++) this.count += this.events[i] = this.shows(i) ? 1 : 0;
    for (let i = 0; i < flights.count; i++) {
      this.flights[i] = this.events[flights.sent[i]] && !this.hiddenLanes.has(flights.to[i]) ? 1 : 0;
    }
  }

  shows(event) {
    if (this.hiddenLanes.has(laneOf[event])) return false;
    const kind = kindOf[event];
    const isMessage = MESSAGE_KINDS.has(kind);
    if (isMessage && this.hiddenGroups.has(groupOf(event))) return false;
    return (!this.term || this.isOfTerm(event, isMessage))
      && (!this.index || this.isAtIndex(event, isMessage || LOG_KINDS.has(kind)));
  }

  isOfTerm(event, isMessage) {
    const named = subjects.term[subjectOf[event]];
    const term = named >= 0 ? named : termAt[event];
    return isMessage || isServer(laneOf[event])
      ? term >= this.term[0] && term <= this.term[1] : true;
  }

  isAtIndex(event, isAboutLog) {
    const [first, last] = [subjects.first[subjectOf[event]], subjects.last[subjectOf[event]]];
    return !isAboutLog || first >= 0 && first <= this.index[1] && last >= this.index[0];
  }
}

/** A range as it is typed: 3, 3-5 or 3-; undefined for anything else. */
function rangeOf(text) {
  const match = /^\s*(\d+)\s*(?:([-–])\s*(\d*))?\s*$/.exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  return [first, match[2] ? match[3] ? Number(match[3]) : Infinity : first];
}

/** The shown events that have all words of a text: in the node's name, the kind or the content. */
function eventsWith(text, filter) {
  const words = text.toLowerCase().split(/\s+/).filter(word => word);
  if (words.length === 0) return [];
  const tests = words.map(word => ({
    lanes: LANES.map(name => name.toLowerCase() === word),
    kinds: KINDS.map(name => name.includes(word)),
    texts: subjects.text.map((content, i) =>
      `${content} ${subjects.types[subjects.type[i]]}`.toLowerCase().includes(word)),
  }));
  const found = [];
  for (let i = 0; i < COUNT; i++) {
    if (filter.events[i] && tests.every(test =>
      test.texts[subjectOf[i]] || test.kinds[kindOf[i]] || test.lanes[laneOf[i]])) found.push(i);
  }
  return found;
}
