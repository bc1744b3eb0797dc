package io.raftbed.scenario.format;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A component that has no smaller values: it is no part of what happens, or what is left without it
 * would be about more.
 */
@Retention(RUNTIME)
@Target(RECORD_COMPONENT)
public @interface Kept {}
