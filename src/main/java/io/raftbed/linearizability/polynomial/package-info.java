/**
 * Procedures that decide histories of special shapes without a search. Each knows nothing of models
 * but what a function tells it about an operation.
 *
 * <p>Uses: {@code linearizability}.
 */
@NullMarked
package io.raftbed.linearizability.polynomial;

import org.jspecify.annotations.NullMarked;
