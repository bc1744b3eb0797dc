package io.raftbed.storage;

import io.raftbed.sim.Promise;
import io.raftbed.sim.Simulation;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.MachineDetail;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A disk in virtual time, with a cache before it. Operations block the simulated thread that makes
 * them, as long as its {@link DiskProfile} says. A crash of the process keeps what is cached; a
 * loss of power keeps what was synced and, of the rest, what chance will have.
 *
 * <p>Outlives the boots of its server. Operations are counted over all boots.
 */
public final class SimulatedDisk implements Disk {

  private static final long NEVER = 0;

  private final Simulation simulation;
  private final int node;
  private final RandomGenerator random;
  private DiskImage image = new DiskImage();
  private DiskProfile profile;
  private Optional<DiskOperation> underWay = Optional.empty();
  private long operations;
  private long interruptedAt = NEVER;
  private Runnable interruption = () -> {};
  private long failsAt = NEVER;
  private long stalledUntil;

  /** Makes an empty disk of a server, with draws of its own. */
  public SimulatedDisk(Simulation simulation, int node, DiskProfile profile) {
    this.simulation = simulation;
    this.node = node;
    this.random = simulation.random("disk " + node);
    this.profile = profile;
  }

  /** Changes how the disk behaves from now on. */
  public void use(DiskProfile other) {
    profile = other;
  }

  /** Returns how many operations have begun, over all boots. */
  public long operations() {
    return operations;
  }

  /**
   * Runs something in the midst of an operation, in place of what was arranged before: a crash
   * there may leave the operation done, undone or half done.
   *
   * @param k which operation, counted from 1 for the next one
   * @param action runs on the thread that makes the operation
   */
  public void atOperation(long k, Runnable action) {
    interruptedAt = operations + k;
    interruption = action;
  }

  /** Lets an operation fail with an I/O error; counted from 1 for the next one. */
  public void failOperation(long k) {
    failsAt = operations + k;
  }

  /** Holds operations that begin from now on until so many virtual nanoseconds are over. */
  public void stall(long nanos) {
    stalledUntil = simulation.now() + nanos;
    event(new MachineDetail.Stall(nanos));
  }

  /**
   * Turns over one bit of one file at rest, until the file is written anew or {@link #heal}.
   *
   * @return the file; empty when there is nothing to turn over
   */
  public Optional<String> flipBit() {
    List<String> files =
        image.names().stream()
            .filter(name -> image.file(name).map(FileImage::length).orElse(0) > 0)
            .toList();
    if (files.isEmpty()) {
      return Optional.empty();
    }
    String name = files.get(random.nextInt(files.size()));
    image.file(name).ifPresent(file -> file.flip(random));
    event(new MachineDetail.BitFlip(name));
    return Optional.of(name);
  }

  /** Takes no time, as nobody uses the disk meanwhile. */
  @Override
  public void wipe() {
    image = new DiskImage();
    underWay = Optional.empty();
  }

  /** The process that used the disk is gone; what it has written stays cached. */
  public void processCrashed() {
    underWay.ifPresent(operation -> image.interrupt(operation, random));
    underWay = Optional.empty();
  }

  /** The machine lost its power, and its processes with it. */
  public void losePower() {
    processCrashed();
    image.losePower(random);
    event(new MachineDetail.PowerLoss());
  }

  /** Ends all faults, those arranged for later among them; bits that turned over turn back. */
  public void heal() {
    profile = profile.withFaults(DiskFaults.NONE);
    interruptedAt = NEVER;
    failsAt = NEVER;
    stalledUntil = 0;
    image.names().forEach(name -> image.file(name).ifPresent(FileImage::unflip));
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    perform(new DiskOperation.Read(name));
    Optional<byte[]> content = image.file(name).map(FileImage::read);
    if (happens(profile.faults().misread())) {
      content.filter(bytes -> bytes.length > 0).ifPresent(this::misread);
    }
    return content;
  }

  private void misread(byte[] bytes) {
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    event("misreads a bit");
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    perform(new DiskOperation.Write(name, bytes.clone()));
  }

  @Override
  public void sync(String name) throws IOException {
    perform(new DiskOperation.Sync(name));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    perform(new DiskOperation.Rename(from, to));
  }

  @Override
  public void delete(String name) throws IOException {
    perform(new DiskOperation.Delete(name));
  }

  @Override
  public List<String> names() throws IOException {
    perform(new DiskOperation.Names());
    return image.names();
  }

  @Override
  public void syncDirectory() throws IOException {
    perform(new DiskOperation.SyncDirectory());
  }

  private void perform(DiskOperation operation) throws IOException {
    long number = ++operations;
    underWay = Optional.of(operation);
    if (number == interruptedAt) {
      interruption.run();
    }
    await(duration(operation));
    underWay = Optional.empty();
    if (number == failsAt || happens(profile.faults().error())) {
      fail(operation);
    }
    image.apply(operation);
  }

  /** Waits in true virtual time: the node's own clock may run fast or slow. */
  private void await(long nanos) {
    if (nanos > 0) {
      Promise<Void> over = new Promise<>(simulation);
      simulation.after(nanos, over::completeEmpty);
      over.await();
    }
  }

  private long duration(DiskOperation operation) {
    long stalled = Math.max(0, stalledUntil - simulation.now());
    if (operation.syncs() && happens(profile.faults().stall())) {
      long drawn = profile.faults().stalled().draw(random);
      event(new MachineDetail.Stall(drawn));
      stalled += drawn;
    }
    return stalled + (operation.syncs() ? profile.sync() : profile.access()).draw(random);
  }

  private void fail(DiskOperation operation) throws IOException {
    event(new MachineDetail.IoError(operation.toString()));
    if (operation instanceof DiskOperation.Sync(String name)) {
      image.file(name).ifPresent(FileImage::failSync);
    } else {
      image.interrupt(operation, random);
    }
    throw new IOException("I/O error: " + operation);
  }

  private boolean happens(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  private void event(Object detail) {
    simulation.event(node, EventKind.DISK, operations, detail);
  }
}
