package io.raftbed.cli;

import io.raftbed.report.ResultRow;
import io.raftbed.trace.TraceEvent;
import java.util.List;

/**
 * A run that may be shown: a failure among them has happened twice.
 *
 * @param row what came of it
 * @param lastEvents the last events before a failure; empty when it passed
 * @param notes what the test remarked, one line each
 */
record CheckedRun(ResultRow row, List<TraceEvent> lastEvents, List<String> notes) {}
