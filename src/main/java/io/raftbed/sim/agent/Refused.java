package io.raftbed.sim.agent;

/**
 * A place in a class of the program that uses what must not be used.
 *
 * @param className the binary name of the class
 * @param file its source file, or its name where the class file does not tell
 * @param line the line, from 1; 0 where the class file does not tell
 * @param what what is used there, as people write it
 * @param instead why it is refused, and what to use instead
 */
public record Refused(String className, String file, int line, String what, String instead) {
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line;
    return place + ": " + what + " is refused: " + instead;
  }
}
