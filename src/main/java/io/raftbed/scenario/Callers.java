package io.raftbed.scenario;

import io.raftbed.suite.KvCaller;
import io.raftbed.suite.KvContext;
import io.raftbed.suite.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clients of a script, each with one clerk and one operation at a time. */
final class Callers {

  private static final String KEY = "x";
  private static final long FINISH_MILLIS = 20_000;

  private final KvContext context;
  private final Stage stage;
  private final Map<String, Caller> callers = new LinkedHashMap<>();
  private int values;

  Callers(KvContext context, List<String> clients) {
    this.context = context;
    this.stage = new Stage(context.test());
    for (String client : clients) {
      KvCaller clerk = KvCaller.open(context, callers.size());
      callers.put(client, new Caller(context.test(), clerk));
    }
  }

  void take(ClientAction action, Cast cast) {
    switch (action) {
      case ClientAction.Put(String client, Optional<String> key, Optional<String> value) -> {
        String put = value.orElseGet(() -> "v" + ++values);
        caller(client).begin(clerk -> clerk.put(key.orElse(KEY), put));
      }
      case ClientAction.Append(String client, Optional<String> key) ->
          caller(client).begin(clerk -> clerk.change(key.orElse(KEY)));
      case ClientAction.Get(String client, Optional<String> key) ->
          caller(client).begin(clerk -> clerk.get(key.orElse(KEY)));
      case ClientAction.Finish(String client) -> finish(client);
      case ClientAction.Reach(String client, List<Target> servers) ->
          reach(caller(client).node(), cast.all(servers.isEmpty() ? List.of(Target.ALL) : servers));
    }
  }

  /** Returns whether all that a client began has ended. */
  boolean isDone(String client) {
    return caller(client).isDone();
  }

  /** Returns the number of a client in the network, if there is one of this name. */
  Optional<Integer> node(String client) {
    return Optional.ofNullable(callers.get(client)).map(Caller::node);
  }

  private Caller caller(String client) {
    Caller caller = callers.get(client);
    if (caller == null) {
      throw new IllegalStateException("no client " + client + ", which was checked before");
    }
    return caller;
  }

  private void finish(String client) {
    if (!context.test().await(FINISH_MILLIS, caller(client)::isDone)) {
      context.test().cluster().tooLate("the operations of " + client + " did not end within 20 s");
    }
  }

  private void reach(int node, List<Integer> servers) {
    for (int server = 0; server < context.test().servers(); server++) {
      if (servers.contains(server)) {
        stage.open(node, server);
      } else {
        stage.close(node, server);
      }
    }
  }
}
