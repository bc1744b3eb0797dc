package io.raftbed.lab.kv;

import io.raftbed.lab.Request;

/** Classic: asks for the value of a key. */
public record GetArgs(String key) implements Request<GetReply> {}
