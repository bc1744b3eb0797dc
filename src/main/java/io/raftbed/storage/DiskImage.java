package io.raftbed.storage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * What a simulated disk holds and what is only cached of it; knows no time and no faults but the
 * loss of power.
 *
 * <p>It promises as little as POSIX does: of the changes of names that were not synced any may
 * survive, whatever became of those before, and whatever became of the file's content. Real file
 * systems keep more of the order, each its own ("All File Systems Are Not Created Equal", OSDI
 * 2014).
 */
final class DiskImage {

  private final Map<String, FileImage> durable = new TreeMap<>();
  private final Map<String, FileImage> cached = new TreeMap<>();
  private final List<Change> unsynced = new ArrayList<>();

  /** A change of names, done as a whole or not at all. */
  private record Change(FileImage file, Optional<String> removed, Optional<String> added) {
    void applyTo(Map<String, FileImage> names) {
      removed.ifPresent(names::remove);
      added.ifPresent(name -> names.put(name, file));
    }
  }

  Optional<FileImage> file(String name) {
    return Optional.ofNullable(cached.get(name));
  }

  List<String> names() {
    return List.copyOf(cached.keySet());
  }

  /** Does in the cache what an operation does when it ends. */
  void apply(DiskOperation operation) {
    switch (operation) {
      case DiskOperation.Write(String name, byte[] bytes) -> write(name, bytes);
      case DiskOperation.Sync(String name) -> file(name).ifPresent(FileImage::sync);
      case DiskOperation.Rename(String from, String to) ->
          file(from).ifPresent(file -> change(file, Optional.of(from), Optional.of(to)));
      case DiskOperation.Delete(String name) ->
          file(name).ifPresent(file -> change(file, Optional.of(name), Optional.empty()));
      case DiskOperation.SyncDirectory() -> {
        unsynced.forEach(change -> change.applyTo(durable));
        unsynced.clear();
      }
      case DiskOperation.Read _, DiskOperation.Names _ -> {}
    }
  }

  /** Does in the cache what is left of an operation that was cut short. */
  void interrupt(DiskOperation operation, RandomGenerator random) {
    switch (operation) {
      case DiskOperation.Write(String name, byte[] bytes) ->
          write(name, FileImage.prefix(bytes, random));
      case DiskOperation.Rename _, DiskOperation.Delete _ -> {
        if (random.nextBoolean()) {
          apply(operation);
        }
      }
      case DiskOperation.Sync _,
          DiskOperation.SyncDirectory _,
          DiskOperation.Read _,
          DiskOperation.Names _ -> {}
    }
  }

  private void write(String name, byte[] bytes) {
    FileImage file = cached.get(name);
    if (file == null) {
      file = new FileImage();
      change(file, Optional.empty(), Optional.of(name));
    }
    file.write(bytes);
  }

  private void change(FileImage file, Optional<String> removed, Optional<String> added) {
    Change change = new Change(file, removed, added);
    change.applyTo(cached);
    unsynced.add(change);
  }

  /** Drops the cache; what was not synced is lost, kept or torn, each part for itself. */
  void losePower(RandomGenerator random) {
    for (Change change : unsynced) {
      if (random.nextBoolean()) {
        change.applyTo(durable);
      }
    }
    unsynced.clear();
    // A file may have come under two names: the one rename of two that came later was kept alone.
    Set<FileImage> files = new LinkedHashSet<>(durable.values());
    files.forEach(file -> file.losePower(random));
    cached.clear();
    cached.putAll(durable);
  }
}
