// What happened, in words.

const LETTERS = ["F", "C", "L", "✕"];
const ROLES = given.roles.map(name => name[0].toUpperCase() + name.slice(1));

const FATE_WORDS = ["arrived", "arrived late: its call had ended", "arrived once more, a duplicate",
  "lost", "ignored: nobody waited for it any more", "not seen to arrive"];

const FAULT_WORDS = ["down", "paused", "cut off from the majority", "some links cut"];

/** Seconds with nine decimals, so that no two moments look alike. */
function exact(nanos) {
  const whole = Math.floor(nanos / 1e9);
  return `${whole}.${String(Math.round(nanos - whole * 1e9)).padStart(9, "0")} s`;
}

/** A time that takes about so long, in a fitting unit. */
function lasting(nanos) {
  if (nanos < 1e3) return `${Math.round(nanos)} ns`;
  if (nanos < 1e6) return `${(nanos / 1e3).toFixed(1)} µs`;
  if (nanos < 1e9) return `${(nanos / 1e6).toFixed(nanos < 1e7 ? 2 : 1)} ms`;
  return `${(nanos / 1e9).toFixed(3)} s`;
}

const thousands = count => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
const counted = (count, noun) => `${thousands(count)} ${noun}${count === 1 ? "" : "s"}`;

/** Who is at the other end of a message, from the event's own side. */
function peerOf(event) {
  if (departs[event] >= 0) return flights.to[departs[event]];
  return arrives[event] >= 0 && kindOf[event] !== KIND.drop
    ? laneOf[flights.sent[arrives[event]]] : undefined;
}

const isLeaving = event => kindOf[event] === KIND.send || kindOf[event] === KIND.reply;

/** What an event was: its kind, to or from whom, and its content. */
function wordsOf(event) {
  const kind = kindOf[event];
  const peer = peerOf(event);
  const way = isLeaving(event) ? "to" : "from";
  const end = peer === undefined ? "" : ` ${way} ${LANES[peer]}`;
  return `${KINDS[kind]}${end} ${textOf(event)}`.trim();
}

/** A message in few letters, for beside its arrow: RequestVote 3, AppendEntries 3 [7–9]. */
function briefly(event) {
  const subject = subjectOf[event];
  const [term, first, last] = [subjects.term[subject], subjects.first[subject], subjects.last[subject]];
  const range = first < 0 ? "" : first === last ? ` [${first}]` : ` [${first}–${last}]`;
  const kind = kindOf[event] === KIND.reply ? replyInWord(textOf(event)) : GROUPS[groupOf(event)];
  return `${kind}${term < 0 ? "" : ` t${term}`}${range}`;
}

function replyInWord(text) {
  const said = /\b(?:voteGranted|success)=(true|false)/.exec(text);
  return said ? (said[1] === "true" ? "yes" : "no") : "reply";
}

/** A role and term: Leader, term 3. */
const standingWords = ({ role, term }) => `${ROLES[role]}, term ${term}`;

/** An operation of a client, and what it was answered. */
function callWords(call) {
  return `${textOf(call.invoked)} → ${call.completed < 0 ? "no answer" : textOf(call.completed)}`;
}
