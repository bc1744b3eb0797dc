package io.raftbed.linearizability.format;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.model.CollectionInput;
import io.raftbed.linearizability.model.CollectionInput.Insert;
import io.raftbed.linearizability.model.CollectionInput.Remove;
import io.raftbed.linearizability.model.CollectionOutput;
import io.raftbed.linearizability.model.CollectionOutput.Empty;
import io.raftbed.linearizability.model.CollectionOutput.Inserted;
import io.raftbed.linearizability.model.CollectionOutput.Removed;

/** A queue or a stack: what is taken out is a value, or {@code empty}. */
record CollectionWords<S>(
    String modelName, Model<S, CollectionInput<String>, CollectionOutput<String>> model)
    implements Vocabulary<S, CollectionInput<String>, CollectionOutput<String>> {

  @Override
  public CollectionInput<String> input(String f, Object value) {
    return switch (f) {
      case "add", "enqueue", "push", "insert" -> new Insert<>(value.toString());
      case "remove", "dequeue", "pop" -> new Remove<>();
      default -> throw new UnknownWord("add, enqueue, push, remove, dequeue or pop", f);
    };
  }

  @Override
  public CollectionOutput<String> output(CollectionInput<String> input, Object value) {
    if (input instanceof Insert) {
      return new Inserted<>();
    }
    String text = value instanceof Keyword(String name) ? name : value.toString();
    return value == Nil.NIL || text.equals("empty") ? new Empty<>() : new Removed<>(text);
  }
}
