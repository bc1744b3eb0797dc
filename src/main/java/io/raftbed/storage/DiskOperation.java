package io.raftbed.storage;

/** One operation on a simulated disk. */
sealed interface DiskOperation {

  record Read(String name) implements DiskOperation {
    @Override
    public String toString() {
      return "read of " + name;
    }
  }

  record Names() implements DiskOperation {
    @Override
    public String toString() {
      return "read of the directory";
    }
  }

  record Write(String name, byte[] bytes) implements DiskOperation {
    @Override
    public String toString() {
      return "write of " + name;
    }
  }

  record Sync(String name) implements DiskOperation {
    @Override
    public String toString() {
      return "sync of " + name;
    }
  }

  record Rename(String from, String to) implements DiskOperation {
    @Override
    public String toString() {
      return "rename of " + from + " to " + to;
    }
  }

  record Delete(String name) implements DiskOperation {
    @Override
    public String toString() {
      return "deletion of " + name;
    }
  }

  record SyncDirectory() implements DiskOperation {
    @Override
    public String toString() {
      return "sync of the directory";
    }
  }

  /** Returns whether it waits for the disk, and not for the cache alone. */
  default boolean syncs() {
    return this instanceof Sync || this instanceof SyncDirectory;
  }
}
