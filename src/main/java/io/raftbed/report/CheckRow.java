package io.raftbed.report;

/**
 * One history that was checked: what reports tell about it.
 *
 * @param file the file's name
 * @param model the model's name
 * @param verdict {@code linearizable}, {@code not linearizable} or {@code unknown}
 * @param operations how many operations it has
 * @param clients how many clients
 * @param partitions how many independent parts, such as keys
 * @param procedure what decided
 * @param steps how many transitions of the model were looked at
 * @param millis how long the check took, without reading the file, in real milliseconds
 */
public record CheckRow(
    String file,
    String model,
    String verdict,
    int operations,
    int clients,
    int partitions,
    String procedure,
    long steps,
    long millis)
    implements CheckEntry {}
