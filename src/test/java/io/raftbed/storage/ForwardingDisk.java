package io.raftbed.storage;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Passes everything on; broken persisters see the disk through one that does not. */
class ForwardingDisk implements Disk {

  final Disk disk;

  ForwardingDisk(Disk disk) {
    this.disk = disk;
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    return disk.read(name);
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    disk.write(name, bytes);
  }

  @Override
  public void sync(String name) throws IOException {
    disk.sync(name);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    disk.rename(from, to);
  }

  @Override
  public void delete(String name) throws IOException {
    disk.delete(name);
  }

  @Override
  public List<String> names() throws IOException {
    return disk.names();
  }

  @Override
  public void syncDirectory() throws IOException {
    disk.syncDirectory();
  }

  @Override
  public void wipe() throws IOException {
    disk.wipe();
  }
}
