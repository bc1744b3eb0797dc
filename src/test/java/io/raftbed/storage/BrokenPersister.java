package io.raftbed.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/** {@link DiskPersister} with one thing left out each, as real ones leave them out. */
public enum BrokenPersister implements StateStore.Factory {
  RENAMES_BEFORE_IT_SYNCS {
    @Override
    public StateStore on(Disk disk) {
      return new DiskPersister(
          new ForwardingDisk(disk) {
            @Override
            public void sync(String name) {}
          });
    }
  },
  NEVER_SYNCS_THE_DIRECTORY {
    @Override
    public StateStore on(Disk disk) {
      return new DiskPersister(
          new ForwardingDisk(disk) {
            @Override
            public void syncDirectory() {}
          });
    }
  },
  REFERS_TO_A_SNAPSHOT_BEFORE_ITS_NAME_IS_SYNCED {
    @Override
    public StateStore on(Disk disk) {
      return new DiskPersister(
          new ForwardingDisk(disk) {
            private String lastSynced = "";

            @Override
            public void sync(String name) throws IOException {
              lastSynced = name;
              super.sync(name);
            }

            @Override
            public void syncDirectory() throws IOException {
              if (!lastSynced.startsWith("snapshot")) {
                super.syncDirectory();
              }
            }
          });
    }
  },
  WRITES_IN_PLACE {
    @Override
    public StateStore on(Disk disk) {
      return new DiskPersister(
          new ForwardingDisk(disk) {
            @Override
            public void write(String name, byte[] bytes) throws IOException {
              super.write(inPlace(name), bytes);
            }

            @Override
            public void sync(String name) throws IOException {
              super.sync(inPlace(name));
            }

            @Override
            public void rename(String from, String to) {}

            private String inPlace(String name) {
              return name.equals("state.new") ? "state" : name;
            }
          });
    }
  },
  ANSWERS_BEFORE_IT_SYNCS {
    @Override
    public StateStore on(Disk disk) {
      return new DiskPersister(
          new ForwardingDisk(disk) {
            private Optional<String> due = Optional.empty();

            @Override
            public void write(String name, byte[] bytes) throws IOException {
              if (due.isPresent()) {
                super.syncDirectory();
              }
              due = Optional.empty();
              super.write(name, bytes);
            }

            @Override
            public void rename(String from, String to) throws IOException {
              super.rename(from, to);
              due = Optional.of(to);
            }

            @Override
            public void syncDirectory() throws IOException {
              if (due.isEmpty()) {
                super.syncDirectory();
              }
            }
          });
    }
  },
  SAVES_STATE_AND_SNAPSHOT_APART {
    @Override
    public StateStore on(Disk disk) {
      return new Apart(
          new DiskPersister(new PrefixedDisk(disk, "raft-")),
          new DiskPersister(new PrefixedDisk(disk, "service-")));
    }
  },
  LEAVES_WHAT_IT_FINDS_UNSYNCED {
    @Override
    public StateStore on(Disk disk) {
      return new DiskPersister(
          new ForwardingDisk(disk) {
            private boolean saving;

            @Override
            public void write(String name, byte[] bytes) throws IOException {
              saving = true;
              super.write(name, bytes);
            }

            @Override
            public void syncDirectory() throws IOException {
              if (saving) {
                super.syncDirectory();
              }
            }
          });
    }
  },
  SYNCS_AGAIN_AFTER_AN_ERROR {
    @Override
    public StateStore on(Disk disk) {
      return new DiskPersister(
          new ForwardingDisk(disk) {
            @Override
            public void sync(String name) throws IOException {
              try {
                super.sync(name);
              } catch (IOException e) {
                super.sync(name);
              }
            }
          });
    }
  },
  IGNORES_ERRORS {
    @Override
    public StateStore on(Disk disk) {
      StateStore store = new DiskPersister(disk);
      return new StateStore() {
        @Override
        public SavedState load() throws IOException {
          return store.load();
        }

        @Override
        public void save(SavedState state) {
          try {
            store.save(state);
          } catch (IOException e) {
            // As if it had been saved.
          }
        }
      };
    }
  },
  TAKES_A_BROKEN_FILE_FOR_NONE {
    @Override
    public StateStore on(Disk disk) {
      StateStore store = new DiskPersister(disk);
      return new StateStore() {
        @Override
        public SavedState load() throws IOException {
          try {
            return store.load();
          } catch (CorruptFileException e) {
            return SavedState.NOTHING;
          }
        }

        @Override
        public void save(SavedState state) throws IOException {
          store.save(state);
        }
      };
    }
  },
  CHECKS_NO_CHECKSUM {
    @Override
    public StateStore on(Disk disk) {
      return new DiskPersister(
          new ForwardingDisk(disk) {
            @Override
            public Optional<byte[]> read(String name) throws IOException {
              return super.read(name).map(BrokenPersister::withRightChecksum);
            }
          });
    }
  };

  private static byte[] withRightChecksum(byte[] bytes) {
    int end = Math.max(0, bytes.length - Integer.BYTES);
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, end);
    byte[] right = Arrays.copyOf(bytes, end + Integer.BYTES);
    ByteBuffer.wrap(right).putInt(end, (int) crc.getValue());
    return right;
  }

  /** Two stores, one for each part. */
  private record Apart(StateStore raft, StateStore service) implements StateStore {
    @Override
    public SavedState load() throws IOException {
      return new SavedState(raft.load().raftState(), service.load().snapshot());
    }

    @Override
    public void save(SavedState state) throws IOException {
      service.save(new SavedState(new byte[0], state.snapshot()));
      raft.save(new SavedState(state.raftState(), new byte[0]));
    }
  }

  /** A part of a disk: the files with a prefix, which its user does not see. */
  private static final class PrefixedDisk extends ForwardingDisk {
    private final String prefix;

    PrefixedDisk(Disk disk, String prefix) {
      super(disk);
      this.prefix = prefix;
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
      return super.read(prefix + name);
    }

    @Override
    public void write(String name, byte[] bytes) throws IOException {
      super.write(prefix + name, bytes);
    }

    @Override
    public void sync(String name) throws IOException {
      super.sync(prefix + name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
      super.rename(prefix + from, prefix + to);
    }

    @Override
    public void delete(String name) throws IOException {
      super.delete(prefix + name);
    }

    @Override
    public java.util.List<String> names() throws IOException {
      return super.names().stream()
          .filter(name -> name.startsWith(prefix))
          .map(name -> name.substring(prefix.length()))
          .toList();
    }
  }
}
