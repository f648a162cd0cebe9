package io.stepunit.internal.library;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A library of the project that StepUnit works with from some version on.
 *
 * <p>A build settles on one version of each, which need not be one that StepUnit asked for. One
 * that is too old would show as a method or a class that the JVM does not find, somewhere. Where
 * the version is not known, nothing is reported.
 */
public enum Library {
  JUNIT(
      "JUnit Jupiter",
      5,
      10,
      "org/junit/jupiter/api/Test.class",
      "junit-jupiter-api",
      "for instance with junit-bom"),
  JACKSON(
      "Jackson",
      2,
      15,
      "com/fasterxml/jackson/databind/JsonNode.class",
      "com.fasterxml.jackson.core.jackson-databind",
      "for instance with jackson-bom"),
  JSON_PATH(
      "json-path",
      2,
      9,
      "com/jayway/jsonpath/JsonPath.class",
      "json-path",
      "for instance with dependencyManagement"),
  ASSERTJ(
      "AssertJ",
      3,
      24,
      "org/assertj/core/api/Assertions.class",
      "assertj-core",
      "for instance with assertj-bom");

  private final String label;
  private final int major;
  private final int minor;
  private final String classFile;
  private final String bundle;
  private final String way;

  /** Found once: it stays the same as long as the JVM runs, and each environment asks. */
  private final Optional<String> problem;

  Library(String label, int major, int minor, String classFile, String bundle, String way) {
    this.label = label;
    this.major = major;
    this.minor = minor;
    this.classFile = classFile;
    this.bundle = bundle;
    this.way = way;
    this.problem = problem(Library.class.getClassLoader());
  }

  /**
   * What is wrong with the version that a class loader finds, if anything is.
   *
   * <p>It looks at files: classes of an old version need not even load.
   */
  Optional<String> problem(ClassLoader loader) {
    return version(loader)
        .filter(version -> version.isBelow(major, minor))
        .map(
            version ->
                "StepUnit needs %s %s.%s or later and found %s. Upgrade it, %s."
                    .formatted(label, major, minor, version, way));
  }

  /** Whether the project has a version that is this one or later; not if that is not known. */
  public boolean isAtLeast(int asked, int askedMinor) {
    return version(Library.class.getClassLoader())
        .filter(version -> !version.isBelow(asked, askedMinor))
        .isPresent();
  }

  Optional<JarVersion> version(ClassLoader loader) {
    return JarVersion.of(classFile, bundle, loader);
  }

  /**
   * Looks at the versions that the project has.
   *
   * @throws IllegalStateException if one is too old; tells its jar and how to raise it
   */
  public static void require(Library... libraries) {
    Stream.of(libraries)
        .flatMap(library -> library.problem.stream())
        .findFirst()
        .ifPresent(
            problem -> {
              throw new IllegalStateException(problem);
            });
  }
}
