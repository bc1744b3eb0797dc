package io.raftbed.suite;

import io.raftbed.cluster.ServiceKind;
import io.raftbed.cluster.kv.KvProgram;
import io.raftbed.cluster.kv.MachineLedger;
import io.raftbed.cluster.kv.ServiceEntries;
import io.raftbed.sim.Simulation;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A test of a key/value service.
 *
 * @param form which one
 * @param workers how many clients work in it, beside those of the test itself
 * @param maxRaftState near this many bytes of Raft state a snapshot is due; {@link
 *     Integer#MAX_VALUE} for no snapshots
 * @param body drives the cluster and asserts
 */
record KvBody(KvForm form, int workers, int maxRaftState, Consumer<KvContext> body)
    implements TestBody {

  @Override
  public Optional<KvForm> service() {
    return Optional.of(form);
  }

  @Override
  public int clients() {
    return workers + KvContext.OWN_CLIENTS;
  }

  @Override
  public Running over(Simulation simulation, Implementation implementation) {
    Implementation.Services services = implementation.requireServices();
    KvProgram program =
        new KvProgram(
            form.server(services),
            services.rsm(),
            maxRaftState,
            MachineLedger.ofChanges(simulation),
            new ServiceEntries());
    return new KvRunning(this, program, form.clients(simulation, services));
  }

  /** A test of a key/value service on one run. */
  record KvRunning(KvBody test, KvProgram program, KvClients clients) implements Running {

    @Override
    public ServiceKind service() {
      return new ServiceKind.Program(program);
    }

    @Override
    public void drive(TestContext context) {
      context.serveClients();
      KvContext work = new KvContext(context, this);
      test.body().accept(work);
      work.noteSituations();
      clients.history().requireChecked();
      context.note(clients.history().completed() + " operations of clients");
    }

    @Override
    public void converge(TestContext context) {
      context.cluster().heal();
      KvContext end = new KvContext(context, this);
      end.call(
          end.own(0),
          "a put after all faults had ended",
          session -> {
            session.put("converge", "done");
            return true;
          });
      context.cluster().requireSettled();
    }
  }
}
