package io.stepunit.internal.engine;

import java.util.Optional;

/**
 * What of a machine an execution was started by, beside the machine itself.
 *
 * @param versionArn the version that runs, whether it was named or an alias led to it
 * @param aliasArn the alias that was named
 */
public record Qualifiers(Optional<String> versionArn, Optional<String> aliasArn) {
  /** The machine was named without a version and an alias. */
  public static final Qualifiers NONE = new Qualifiers(Optional.empty(), Optional.empty());

  /** A version was named. */
  public static Qualifiers version(String versionArn) {
    return new Qualifiers(Optional.of(versionArn), Optional.empty());
  }

  /** An alias was named, which led to a version. */
  public static Qualifiers alias(String aliasArn, String versionArn) {
    return new Qualifiers(Optional.of(versionArn), Optional.of(aliasArn));
  }
}
