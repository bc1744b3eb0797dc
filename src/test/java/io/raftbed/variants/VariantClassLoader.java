package io.raftbed.variants;

import java.util.Map;

/**
 * Loads a variant's own classes in place of the reference's, which its parent knows by the same
 * names; all else comes from the parent.
 */
final class VariantClassLoader extends ClassLoader {

  private final Map<String, byte[]> classes;

  VariantClassLoader(Map<String, byte[]> classes) {
    super(VariantClassLoader.class.getClassLoader());
    this.classes = classes;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
    }
  }
}
