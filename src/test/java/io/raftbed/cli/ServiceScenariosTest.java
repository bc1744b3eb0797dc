package io.raftbed.cli;

/** Hunts find broken services. */
class ServiceScenariosTest extends FoundByHunts {

  ServiceScenariosTest() {
    super(Hunts.OF_SERVICES, "K01", "K08");
  }
}
