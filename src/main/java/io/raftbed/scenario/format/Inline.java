package io.raftbed.scenario.format;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A component of a sealed type whose one key stands beside the keys of the other components. */
@Retention(RUNTIME)
@Target(RECORD_COMPONENT)
public @interface Inline {}
