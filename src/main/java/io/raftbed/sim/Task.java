package io.raftbed.sim;

/**
 * A thread that is ready to run.
 *
 * @param thread the virtual thread
 * @param continuation runs it on the carrier to its next wait
 * @param incarnation whose thread it is
 */
record Task(Thread thread, Runnable continuation, Incarnation incarnation) {}
