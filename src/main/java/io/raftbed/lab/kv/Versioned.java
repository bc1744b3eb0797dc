package io.raftbed.lab.kv;

/**
 * What a key holds.
 *
 * @param value its value
 * @param version how often it was put, from 1
 */
public record Versioned(String value, long version) {}
