/**
 * Reads YAML into records and writes records as YAML; says what records can be read, as a JSON
 * Schema and as a page. Knows nothing of what the records mean.
 *
 * <p>A record is a mapping: its components, written with hyphens, are the keys. A component that is
 * {@link java.util.Optional}, a {@link java.util.List} or a {@code boolean} may be left out, but
 * for {@link io.raftbed.scenario.format.AtLeastOne} lists. Where all but the first may be, the
 * value of the first alone stands for the record, as in {@code crash: S1}. A sealed interface is a
 * mapping with one key, which names one of its records.
 *
 * <p>Uses: {@code suite}.
 */
@NullMarked
package io.raftbed.scenario.format;

import org.jspecify.annotations.NullMarked;
