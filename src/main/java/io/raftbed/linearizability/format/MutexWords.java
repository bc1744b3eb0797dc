package io.raftbed.linearizability.format;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.model.Mutex;

/** A lock: acquire and release; what returns false was refused. */
record MutexWords() implements Vocabulary<Boolean, Mutex.Action, Mutex.Answer> {

  @Override
  public ModelName modelName() {
    return ModelName.MUTEX;
  }

  @Override
  public Model<Boolean, Mutex.Action, Mutex.Answer> model() {
    return new Mutex();
  }

  @Override
  public Mutex.Action input(String f, Object value) {
    return switch (f) {
      case "acquire" -> Mutex.Action.ACQUIRE;
      case "release" -> Mutex.Action.RELEASE;
      default -> throw new UnknownWord("acquire or release", f);
    };
  }

  @Override
  public Mutex.Answer output(Mutex.Action action, Object value) {
    return value.equals(false) ? Mutex.Answer.REFUSED : Mutex.Answer.DONE;
  }
}
