package io.raftbed.linearizability.format;

import io.raftbed.linearizability.History;
import io.raftbed.linearizability.Model;

/**
 * A history that was read, and what it is a history of.
 *
 * @param modelName the model's name
 * @param model the model
 * @param history the history
 */
public record Recorded<S, I, O>(ModelName modelName, Model<S, I, O> model, History<I, O> history) {}
