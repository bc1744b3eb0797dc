package io.raftbed.sim.agent;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads a program that was brought along. All its classes are application classes, whatever their
 * names. Of Raftbed it sees the lab API alone: what else Raftbed runs on stays hidden, so that the
 * program may bring its own version of any library.
 */
public final class ProgramLoader extends URLClassLoader {
  private static final String LAB = "io.raftbed.lab.";

  /** What rewritten classes call. */
  private static final String HOOKS = "io.raftbed.sim.agent.";

  static {
    registerAsParallelCapable();
  }

  /** Makes a loader for jars and folders of class files. */
  public ProgramLoader(URL[] classPath) {
    super(classPath, getPlatformClassLoader());
  }

  /** Returns whether a program may bring a class of this name. */
  public static boolean mayBring(String name) {
    String internal = name.replace('.', '/');
    return !AppClasses.inJdk(internal) && !AppClasses.isRaftbed(internal);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(LAB) || name.startsWith(HOOKS)) {
      return Class.forName(name, false, ProgramLoader.class.getClassLoader());
    }
    if (!mayBring(name)) {
      throw new ClassNotFoundException(
          name + ": packages of the JDK and of Raftbed are theirs; use one of your own");
    }
    return super.findClass(name);
  }
}
