package io.raftbed.scenario.format;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A list that a file must not leave out. */
@Retention(RUNTIME)
@Target(RECORD_COMPONENT)
public @interface AtLeastOne {}
