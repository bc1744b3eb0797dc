package io.raftbed.cli;

/** Hunts find broken services. */
class ServiceScenariosTest extends VariantScenariosTests {

  ServiceScenariosTest() {
    super(Hunts.OF_SERVICES, "K01", "K08");
  }
}
