// Kinds of events to go to, one after the other: their names, their keys, what belongs to them.

const candidacies = new Set(given.standings.event.filter((_, i) =>
  given.standings.role[i] === ROLE.candidate));
const isKind = (...kinds) => event => kinds.includes(kindOf[event]);

const STEPS = [
  ["leader", "l", isKind(KIND.leader)],
  ["candidate", "e", event => candidacies.has(event)],
  ["crash, boot, pause", "c", isKind(KIND.crash, KIND.boot, KIND.pause, KIND.resume)],
  ["cut, heal, network", "x", isKind(KIND.cut, KIND.heal, KIND.network)],
  ["drop: no reply", "d", isKind(KIND.drop)],
  ["disk, clock", "k", isKind(KIND.disk, KIND.clock)],
  ["snapshot", "s", isKind(KIND.snapshot, KIND.apply_snapshot)],
  ["start: a command", "t", isKind(KIND.start)],
  ["apply", "a", isKind(KIND.apply)],
  ["print, note, exception", "p", isKind(KIND.print, KIND.note, KIND.exception)],
  ["client operation", "o", isKind(KIND.invoke)],
  ["fact of the failure", "f", event => telling.has(event)],
];
