package io.raftbed.lab.kv;

import io.raftbed.lab.Request;

/** Versioned: asks for the value and version of a key. */
public record VersionedGetArgs(String key) implements Request<VersionedGetReply> {}
