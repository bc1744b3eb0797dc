package io.raftbed.report;

import io.raftbed.linearizability.Evidence;
import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * The orders that a verdict tells of, with the state after each operation: the legal one, or the
 * last good configurations and the longest partial linearizations. Orders of one search begin
 * alike, so each is written from where it differs from the one before.
 */
final class OrderData<I, O> {

  /** How many operations all orders hold together; further partial ones are left out. */
  private static final int PLACES = 2_000_000;

  private final JsonGenerator json;
  private final Map<Integer, Integer> indexById;
  private final OrderStates<?, I, O> orderStates;
  private final Map<String, Integer> stateTexts = new LinkedHashMap<>();
  private List<Operation<I, O>> before = List.of();
  private int places;

  OrderData(JsonGenerator json, Model<?, I, O> model, Map<Integer, Integer> indexById) {
    this.json = json;
    this.indexById = indexById;
    orderStates = new OrderStates<>(model);
  }

  void write(Verdict<I, O> verdict) {
    json.writeArrayPropertyStart("orders");
    int leftOut =
        switch (verdict) {
          case Verdict.Linearizable<I, O>(var order) -> {
            order.ifPresent(this::writeLegal);
            yield 0;
          }
          case Verdict.NotLinearizable<I, O>(var evidence) -> write(evidence);
          case Verdict.Undecided<I, O> _ -> 0;
        };
    json.writeEndArray();
    json.writeNumberProperty("leftOut", leftOut);
    json.writeArrayPropertyStart("states");
    stateTexts.keySet().forEach(json::writeString);
    json.writeEndArray();
  }

  private void writeLegal(List<Operation<I, O>> order) {
    start("order", 1);
    end(order);
  }

  /** Returns how many partial linearizations were left out. */
  private int write(Evidence<I, O> evidence) {
    int number = 1;
    for (Evidence.Configuration<I, O> configuration : evidence.configurations()) {
      start("configuration", number++);
      json.writeStringProperty("state", Abridged.of(configuration.state()));
      json.writeArrayPropertyStart("candidates");
      configuration.candidates().forEach(this::write);
      json.writeEndArray();
      end(configuration.order());
    }
    int written = 0;
    for (List<Operation<I, O>> partial : evidence.partials()) {
      if (written > 0 && places + partial.size() > PLACES) {
        break;
      }
      start("partial", ++written);
      end(partial);
    }
    return evidence.partials().size() - written;
  }

  private void write(Evidence.Candidate<I, O> candidate) {
    json.writeStartObject();
    json.writeNumberProperty("operation", index(candidate.operation()));
    json.writeBooleanProperty("isPossible", candidate.isPossible());
    json.writeStringProperty("reason", Abridged.of(candidate.reason()));
    json.writeEndObject();
  }

  private void start(String kind, int number) {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringProperty("kind", kind);
    json.writeNumberProperty("number", number);
  }

  private void end(List<Operation<I, O>> order) {
    places += order.size();
    int shared = sharedWith(order);
    before = order;
    List<Operation<I, O>> rest = order.subList(shared, order.size());
    json.writeNumberProperty("shared", shared);
    json.writeName("rest");
    json.writeArray(rest.stream().mapToInt(this::index).toArray(), 0, rest.size());
    json.writeName("states");
    int[] states = states(order, shared);
    json.writeArray(states, 0, states.length);
    json.writeEndObject();
  }

  private int sharedWith(List<Operation<I, O>> order) {
    int shared = 0;
    int most = Math.min(order.size(), before.size());
    while (shared < most && order.get(shared).equals(before.get(shared))) {
      shared++;
    }
    return shared;
  }

  /**
   * Returns the states after an order's operations from a position on, as indices; -1: not told.
   */
  private int[] states(List<Operation<I, O>> order, int from) {
    List<Integer> states = new ArrayList<>();
    for (String text : orderStates.after(order, from)) {
      states.add(text.isEmpty() ? -1 : stateTexts.computeIfAbsent(text, _ -> stateTexts.size()));
    }
    return states.stream().mapToInt(Integer::intValue).toArray();
  }

  private int index(Operation<I, O> operation) {
    return indexById.getOrDefault(operation.id(), -1);
  }
}
