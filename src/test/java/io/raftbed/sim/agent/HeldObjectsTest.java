package io.raftbed.sim.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeldObjectsTest {

  private static final String OPTIONAL = "java.util.Optional";

  private static int optionals(Object... roots) {
    return HeldObjects.from(List.of(roots)).getOrDefault(OPTIONAL, 0);
  }

  private static List<Optional<Integer>> some(int count) {
    List<Optional<Integer>> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(Optional.of(i));
    }
    return list;
  }

  @Test
  void countsWhatCollectionsHold() {
    Map<Integer, Optional<Integer>> concurrent = new ConcurrentHashMap<>();
    some(5).forEach(each -> concurrent.put(each.orElseThrow(), each));
    assertThat(optionals(some(7))).isEqualTo(7);
    assertThat(optionals(concurrent)).isEqualTo(5);
    assertThat(optionals(new HashMap<>(Map.of("a", some(3))))).isEqualTo(3);
  }

  @Test
  void countsWhatFuturesAndReferencesHold() {
    assertThat(optionals(CompletableFuture.completedFuture(some(2)))).isEqualTo(2);
    assertThat(optionals(new AtomicReference<>(some(6)))).isEqualTo(6);
  }

  @Test
  void countsEachReferenceToOneObject() {
    Optional<Integer> one = Optional.of(1);
    assertThat(optionals(new ArrayList<>(List.of(one, one, one)))).isEqualTo(3);
  }

  @Test
  void endsInCircles() {
    List<Object> circle = new ArrayList<>(some(1));
    circle.add(circle);
    assertThat(optionals(circle)).isEqualTo(1);
  }

  @Test
  void aWeakReferenceHoldsNothing() {
    assertThat(optionals(new WeakReference<>(some(3)))).isZero();
  }

  @Test
  void doesNotLookIntoRaftbedsOwnObjects() {
    record OfRaftbed(List<Optional<Integer>> list) {}
    assertThat(optionals(new OfRaftbed(some(3)))).isZero();
  }
}
