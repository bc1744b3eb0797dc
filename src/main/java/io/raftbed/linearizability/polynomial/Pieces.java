package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Work;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was appended, each once, and where a text has it. */
final class Pieces<I, O> {

  /** Whether a text was cut. */
  enum Cut {
    DONE,
    /** Not in one way only. */
    AMBIGUOUS,
    /** In no way. */
    IMPOSSIBLE
  }

  /** In the order of calls. */
  private final Map<String, Operation<I, O>> appends = new LinkedHashMap<>();

  private final Set<Integer> lengths = new TreeSet<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Set<Integer> ends = new HashSet<>();
  private final Map<String, Integer> unseen = new HashMap<>();
  private String text = "";

  /** Adds a piece; returns false if it is there already, or is empty. */
  boolean add(String piece, Operation<I, O> append) {
    lengths.add(piece.length());
    return !piece.isEmpty() && appends.put(piece, append) == null;
  }

  /** Cuts a text into pieces; each may be in it once. */
  Cut cut(String whole, Work work) {
    text = whole;
    int at = 0;
    ends.add(0);
    while (at < whole.length()) {
      String found = null;
      for (int length : lengths) {
        work.unit();
        String piece = at + length <= whole.length() ? whole.substring(at, at + length) : "";
        if (appends.containsKey(piece)) {
          if (found != null) {
            return Cut.AMBIGUOUS;
          }
          found = piece;
        }
      }
      if (found == null || places.putIfAbsent(found, at) != null) {
        return Cut.IMPOSSIBLE;
      }
      at += found.length();
      ends.add(at);
    }
    number();
    return Cut.DONE;
  }

  /** Numbers what returned and is not in the text, in the order of calls. */
  private void number() {
    appends.forEach((piece, append) -> {
      if (append.isOk() && !places.containsKey(piece)) {
        unseen.put(piece, unseen.size());
      }
    });
  }

  /** Returns whether a text is the beginning of the whole one, up to the end of a piece. */
  boolean has(String beginning) {
    return ends.contains(beginning.length()) && text.startsWith(beginning);
  }

  /** Returns what an append does to the length; what the text does not show comes at its end. */
  Access<Integer> access(String piece) {
    Integer place = places.get(piece);
    if (place != null) {
      return new Access.Replace<>(place, place + piece.length());
    }
    Integer number = unseen.get(piece);
    return number == null
        ? Access.nothing()
        : new Access.Replace<>(text.length() + number, text.length() + number + 1);
  }
}
