package io.raftbed.linearizability.format;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.model.CollectionInput;
import io.raftbed.linearizability.model.CollectionInput.Insert;
import io.raftbed.linearizability.model.CollectionInput.Remove;
import io.raftbed.linearizability.model.CollectionOutput;
import io.raftbed.linearizability.model.CollectionOutput.Empty;
import io.raftbed.linearizability.model.CollectionOutput.Inserted;
import io.raftbed.linearizability.model.CollectionOutput.Removed;
import io.raftbed.linearizability.model.Queue;
import io.raftbed.linearizability.model.Stack;

/** A queue or a stack: what is taken out is a value, or {@code empty}. */
record CollectionWords<S>(
    ModelName modelName, Model<S, CollectionInput<String>, CollectionOutput<String>> model)
    implements Vocabulary<S, CollectionInput<String>, CollectionOutput<String>> {

  static CollectionWords<?> queue() {
    return new CollectionWords<>(ModelName.QUEUE, new Queue<>());
  }

  static CollectionWords<?> stack() {
    return new CollectionWords<>(ModelName.STACK, new Stack<>());
  }

  @Override
  public CollectionInput<String> input(String f, Object value) {
    return switch (f) {
      case "add", "enqueue", "push", "insert" -> new Insert<>(Vocabulary.given(value));
      case "remove", "dequeue", "pop" -> new Remove<>();
      default -> throw new UnknownWord("add, enqueue, push, remove, dequeue or pop", f);
    };
  }

  @Override
  public CollectionOutput<String> output(CollectionInput<String> input, Object value) {
    if (input instanceof Insert) {
      return new Inserted<>();
    }
    if (value == Nil.MISSING) {
      throw new UnknownWord("the value that came out, or nil where there was none", value);
    }
    String text = value instanceof Keyword(String name) ? name : value.toString();
    return value == Nil.NIL || text.equals("empty") ? new Empty<>() : new Removed<>(text);
  }
}
