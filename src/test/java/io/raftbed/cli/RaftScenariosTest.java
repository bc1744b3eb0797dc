package io.raftbed.cli;

/** Hunts find broken Rafts. */
class RaftScenariosTest extends FoundByHunts {

  RaftScenariosTest() {
    super(Hunts.OF_RAFTS, "E01", "R01", "T11");
  }
}
