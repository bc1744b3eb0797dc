package io.raftbed.report;

/** What reports tell about one file or folder that was to be checked. */
public sealed interface CheckEntry permits CheckRow, RefusedRow {

  /** Returns the name of the file or folder. */
  String file();
}
