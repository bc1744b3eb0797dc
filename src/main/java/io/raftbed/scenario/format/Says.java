package io.raftbed.scenario.format;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** What a word of a format means, in one sentence for those who write files in it. */
@Retention(RUNTIME)
@Target({TYPE, RECORD_COMPONENT})
public @interface Says {
  /** Returns the sentence. */
  String value();
}
