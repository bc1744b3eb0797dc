package io.raftbed.sim.agent;

import java.lang.constant.ClassDesc;

/** Internal names of classes, with slashes, and the names that people read. */
final class Names {
  private Names() {}

  static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  static String internal(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  /** Returns the name as a program writes it, without java.lang. */
  static String readable(String internal) {
    String name = internal.replace('/', '.').replace('$', '.');
    return name.startsWith("java.lang.") && name.lastIndexOf('.') == "java.lang".length()
        ? name.substring("java.lang.".length())
        : name;
  }

  /** Returns the class without its package; nested classes keep their outer ones. */
  static String simple(String internal) {
    return internal.substring(internal.lastIndexOf('/') + 1).replace('$', '.');
  }

  static String packageOf(String internal) {
    int slash = internal.lastIndexOf('/');
    return slash < 0 ? "" : internal.substring(0, slash);
  }

  /** Returns the top level class that a nested one belongs to. */
  static String outermost(String internal) {
    int dollar = internal.indexOf('$', internal.lastIndexOf('/') + 2);
    return dollar < 0 ? internal : internal.substring(0, dollar);
  }
}
