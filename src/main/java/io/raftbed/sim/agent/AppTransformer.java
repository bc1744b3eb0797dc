package io.raftbed.sim.agent;

import java.lang.instrument.ClassFileTransformer;

final class AppTransformer implements ClassFileTransformer {}
