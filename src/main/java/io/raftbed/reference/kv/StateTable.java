package io.raftbed.reference.kv;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a state machine holds: sorted, so that equal states are equal bytes, and with its hash code
 * at hand, as it is asked for after every command. Neither a key nor a value may be one whose hash
 * code changes.
 */
final class StateTable<K extends Comparable<K>, V> extends AbstractMap<K, V> {

  private final TreeMap<K, V> entries = new TreeMap<>();
  private int hash;

  @Override
  public @Nullable V put(K key, V value) {
    V old = entries.put(key, value);
    hash += hashOf(key, value) - hashOf(key, old);
    return old;
  }

  @Override
  public @Nullable V remove(Object key) {
    V old = entries.remove(key);
    hash -= hashOf(key, old);
    return old;
  }

  /** As {@link java.util.Map.Entry#hashCode}; 0 for no entry. */
  private static int hashOf(Object key, @Nullable Object value) {
    // The JDK calls both hashCode() here: each call in simulated code costs a look at the class,
    // which may have no hash code but the object's identity.
    return value == null ? 0 : Map.entry(key, value).hashCode();
  }

  @Override
  public @Nullable V get(Object key) {
    return entries.get(key);
  }

  @Override
  public V getOrDefault(Object key, V otherwise) {
    return entries.getOrDefault(key, otherwise);
  }

  @Override
  public boolean containsKey(Object key) {
    return entries.containsKey(key);
  }

  @Override
  public void clear() {
    entries.clear();
    hash = 0;
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    entries.forEach(action);
  }

  /** A view that cannot be written to. */
  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return Collections.unmodifiableMap(entries).entrySet();
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
