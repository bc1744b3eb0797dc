package io.raftbed.variants;

import io.raftbed.lab.kv.Clerk;
import io.raftbed.lab.kv.ClerkFactory;
import io.raftbed.lab.kv.ClientEnvironment;
import io.raftbed.lab.kv.KvEnvironment;
import io.raftbed.lab.kv.KvServerFactory;
import io.raftbed.lab.kv.Rsm;
import io.raftbed.lab.kv.RsmEnvironment;
import io.raftbed.lab.kv.RsmFactory;
import io.raftbed.lab.kv.StateMachine;
import io.raftbed.lab.kv.VersionedClerk;
import io.raftbed.lab.kv.VersionedClerkFactory;
import io.raftbed.reference.raft.ReferenceRaft;
import io.raftbed.sim.Programs;
import io.raftbed.suite.Implementation;
import io.raftbed.trace.Verdict;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;

/** Makes running services of a variant, above the reference Raft. */
final class KvVariantCompiler {

  private final ClassLoader loader;

  private KvVariantCompiler(ClassLoader loader) {
    this.loader = loader;
  }

  /** Compiles edited services and loads their classes; must run outside any simulation. */
  static Implementation compile(List<Edit> edits) {
    return compile(VariantCompiler.classes(ReferenceSources.KV, edits));
  }

  /** Compiles edited services as {@link #compile(List)} does, with another change beside. */
  static Implementation compile(List<Edit> edits, UnrelatedEdit beside) {
    return compile(VariantCompiler.classes(beside.applyTo(ReferenceSources.KV.with(edits))));
  }

  private static Implementation compile(Map<String, byte[]> classes) {
    Programs.prepare();
    Programs.load(ReferenceRaft.class);
    KvVariantCompiler variant = new KvVariantCompiler(new VariantClassLoader(classes));
    return Implementation.of(
        ReferenceRaft::make,
        new Implementation.Services(
            variant.factory(
                RsmFactory.class,
                "ReplicatedStateMachine",
                MethodType.methodType(Rsm.class, RsmEnvironment.class, StateMachine.class)),
            variant.server("KvServer"),
            variant.factory(
                ClerkFactory.class,
                "KvClerk",
                MethodType.methodType(Clerk.class, ClientEnvironment.class)),
            variant.server("VersionedKvServer"),
            variant.factory(
                VersionedClerkFactory.class,
                "VersionedKvClerk",
                MethodType.methodType(VersionedClerk.class, ClientEnvironment.class))));
  }

  private KvServerFactory server(String name) {
    return factory(
        KvServerFactory.class, name, MethodType.methodType(void.class, KvEnvironment.class));
  }

  private <F> F factory(Class<F> type, String name, MethodType make) {
    try {
      Class<?> server = loader.loadClass(ReferenceSources.KV.packageName() + "." + name);
      Verdict loaded = Programs.load(server);
      if (!loaded.passed()) {
        throw new IllegalArgumentException("the variant cannot run in a simulation: " + loaded);
      }
      return MethodHandleProxies.asInterfaceInstance(
          type, MethodHandles.publicLookup().findStatic(server, "make", make));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the reference has no factory method", e);
    }
  }
}
