package io.raftbed.report;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;

/** What JSON inside a script element may not hold: with no {@code <}, nothing can end it. */
final class ScriptEscapes extends CharacterEscapes {

  private final int[] escapes = standardAsciiEscapesForJSON();

  ScriptEscapes() {
    escapes['<'] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return escapes.clone();
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return null;
  }
}
