package io.raftbed.benchmarks;

import org.openjdk.jmh.annotations.Fork;

/** A benchmark in a JVM like that which the launcher starts; each gives it a heap of its own. */
@Fork(
    value = 1,
    jvmArgsPrepend = {
      "-javaagent:target/raftbed-agent.jar",
      "-XX:+UseParallelGC",
      "-XX:-UseGCOverheadLimit",
      "-XX:+UseTransparentHugePages",
      "-XX:InlineSmallCode=1200",
      "-XX:LoopUnrollLimit=0"
    })
abstract class LaunchedBenchmark {}
