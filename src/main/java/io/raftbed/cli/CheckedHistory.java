package io.raftbed.cli;

import io.raftbed.report.CheckRow;
import java.util.List;

/**
 * A history that was checked.
 *
 * @param row what came of it
 * @param words why, when it is not known to be linearizable
 */
record CheckedHistory(CheckRow row, List<String> words) {}
