package io.raftbed.report;

/**
 * A file or folder that could not be checked.
 *
 * @param file its name
 * @param error why: one line with the file, the line in it where there is one, and what was
 *     expected
 */
public record RefusedRow(String file, String error) implements CheckEntry {}
