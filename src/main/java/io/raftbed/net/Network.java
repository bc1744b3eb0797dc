package io.raftbed.net;

/** The simulated network; skeleton. */
public final class Network {}
