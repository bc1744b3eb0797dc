package io.raftbed.lab.kv;

import io.raftbed.lab.Request;

/**
 * Versioned: gives a key a value if it has this version.
 *
 * @param version the version that the key must have, 0 for a key that is not there yet
 */
public record VersionedPutArgs(String key, String value, long version)
    implements Request<VersionedPutReply> {}
