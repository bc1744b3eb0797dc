package io.raftbed.net;

/**
 * Copies messages and counts their bytes.
 *
 * <p>A message is a record. Its encoding, which is counted but never built, is plain: boolean and
 * byte 1 byte, short and char 2, int and float 4, long and double 8, an enum 4; a string, an array
 * or a list 4 bytes of length and then its UTF-8 bytes or elements; an Optional 1 byte and then its
 * value; a record its components, one after the other. Nothing is added for the message's type.
 */
public final class Messages {

  /** What is known of each message class; it depends on the class alone. */
  private static final ClassValue<RecordPlan> PLANS =
      new ClassValue<>() {
        @Override
        protected RecordPlan computeValue(Class<?> type) {
          return new RecordPlanner().plan(type);
        }
      };

  private Messages() {}

  /**
   * Returns a message that shares nothing changeable with the given one: the same object when
   * nothing in it can be changed.
   *
   * @throws UnsupportedMessageException if a component is of a type that messages cannot carry
   */
  @SuppressWarnings("unchecked") // a plan makes records of its own class
  public static <T extends Record> T copy(T message) {
    return (T) plan(message.getClass()).copy(message);
  }

  /**
   * Returns the bytes that a message takes on the wire.
   *
   * @throws UnsupportedMessageException if a component is null or of a type that messages cannot
   *     carry
   */
  public static int size(Record message) {
    return plan(message.getClass()).size(message);
  }

  /**
   * Checks a class of messages before the first one is sent.
   *
   * @throws UnsupportedMessageException if a component is of a type that messages cannot carry
   */
  public static void requireSupported(Class<? extends Record> type) {
    plan(type);
  }

  static RecordPlan plan(Class<?> type) {
    return PLANS.get(type);
  }
}
