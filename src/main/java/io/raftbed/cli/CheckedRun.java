package io.raftbed.cli;

import io.raftbed.report.LastEvents;
import io.raftbed.report.ResultRow;
import java.util.List;

/**
 * A run that may be shown: a failure among them has happened twice.
 *
 * @param row what came of it
 * @param events the last events before a failure; none when it passed
 * @param notes what the test remarked, one line each
 */
record CheckedRun(ResultRow row, LastEvents.Excerpt events, List<String> notes) {}
