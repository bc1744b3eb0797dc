package io.raftbed.linearizability.model;

import org.jspecify.annotations.Nullable;

/**
 * A text that shares its beginning with the text it was appended to, so that a long run of appends
 * takes memory for each part once. Equal to any other of the same characters; its hash code is that
 * of the {@link String}.
 */
public final class Text {

  /** The empty text. */
  public static final Text EMPTY = new Text(null, "", 0, 0);

  /**
   * Up to how many characters the last part grows before the next one begins. Comparing takes time
   * for each part, so very short ones are put together; an append copies the last part.
   */
  private static final int PART = 256;

  private final @Nullable Text before;
  private final String last;
  private final int length;
  private final int hash;

  /**
   * The string last found to begin with this text. A memo: comparing a text that has grown by one
   * part needs to look at that part alone. Texts are made and used by one thread at a time, and a
   * lost write would only cost time.
   */
  private @Nullable String beginning;

  private Text(@Nullable Text before, String last, int length, int hash) {
    this.before = before;
    this.last = last;
    this.length = length;
    this.hash = hash;
  }

  /** Returns a text of these characters. */
  public static Text of(String characters) {
    return EMPTY.append(characters);
  }

  /** Returns this text and then some more. */
  public Text append(String more) {
    if (more.isEmpty()) {
      return this;
    }
    int grown = Math.addExact(length, more.length());
    int hashOfGrown = hash * power(more.length()) + more.hashCode();
    return last.length() + more.length() <= PART
        ? new Text(before, last.concat(more), grown, hashOfGrown)
        : new Text(length == 0 ? null : this, more, grown, hashOfGrown);
  }

  /** Returns 31 to some power, modulo 2 to the 32nd: what {@link String#hashCode} shifts by. */
  private static int power(int exponent) {
    int result = 1;
    int base = 31;
    for (int left = exponent; left != 0; left >>= 1) {
      if ((left & 1) != 0) {
        result *= base;
      }
      base *= base;
    }
    return result;
  }

  /** Returns the number of characters. */
  public int length() {
    return length;
  }

  /** Returns whether a string begins with this text. */
  public boolean begins(String string) {
    if (string.length() < length) {
      return false;
    }
    Text at = this;
    while (at != null && at.beginning != string) {
      if (!string.startsWith(at.last, at.length - at.last.length())) {
        return false;
      }
      at = at.before;
    }
    beginning = string;
    return true;
  }

  /** Returns whether a string has the same characters. */
  public boolean is(String string) {
    return string.length() == length && string.hashCode() == hash && begins(string);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Text that) || hash != that.hash || length != that.length) {
      return false;
    }
    return this == that
        || (before == that.before && last.equals(that.last))
        || toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    char[] characters = new char[length];
    for (Text at = this; at != null; at = at.before) {
      at.last.getChars(0, at.last.length(), characters, at.length - at.last.length());
    }
    return new String(characters);
  }

  /** Returns how many characters this text holds beside those of the text before it. */
  int ownLength() {
    return last.length();
  }
}
