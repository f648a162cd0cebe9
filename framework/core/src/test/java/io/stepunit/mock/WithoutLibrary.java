package io.stepunit.mock;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Sees what a test sees, as classes of its own, but for the classes of one package. */
public final class WithoutLibrary extends ClassLoader {
  private final String hidden;

  private WithoutLibrary(String hidden) {
    super(WithoutLibrary.class.getClassLoader());
    this.hidden = hidden;
  }

  /**
   * Runs code as if a library were not on the class path.
   *
   * @param hidden what the names of its classes begin with
   * @param code a public class
   */
  public static Object run(String hidden, Class<? extends Supplier<Object>> code)
      throws ReflectiveOperationException {
    Class<?> copy = new WithoutLibrary(hidden).loadClass(code.getName());
    return ((Supplier<?>) copy.getConstructor().newInstance()).get();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(hidden)) {
      throw new ClassNotFoundException(name);
    }
    if (!name.startsWith("io.stepunit.")) {
      return super.loadClass(name, resolve);
    }
    Class<?> loaded = findLoadedClass(name);
    return loaded != null ? loaded : define(name);
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] bytes = file.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException | NullPointerException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
