package io.stepunit.internal.api;

import io.stepunit.api.StepFunctionsException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The aliases of one machine. */
final class Aliases {
  private static final int MOST = 100;

  private final TreeMap<String, Alias> byArn = new TreeMap<>();
  private boolean wereMade;

  /**
   * Adds an alias.
   *
   * @throws StepFunctionsException {@code ServiceQuotaExceededException}
   */
  void add(Alias alias) {
    if (byArn.size() == MOST) {
      throw new StepFunctionsException(
          "ServiceQuotaExceededException",
          "The state machine '"
              + alias.route().machineArn()
              + "' has "
              + MOST
              + " aliases, which is the quota.");
    }
    put(alias);
  }

  void put(Alias alias) {
    byArn.put(alias.arn(), alias);
    wereMade = true;
  }

  Optional<Alias> find(String aliasArn) {
    return Optional.ofNullable(byArn.get(aliasArn));
  }

  void delete(String aliasArn) {
    byArn.remove(aliasArn);
  }

  /** By name. */
  List<Alias> all() {
    return List.copyOf(byArn.values());
  }

  /** Those that lead to a version. */
  List<Alias> leadingTo(String versionArn) {
    return all().stream().filter(alias -> alias.route().leadsTo(versionArn)).toList();
  }

  /** Whether there ever was one. */
  boolean wereMade() {
    return wereMade;
  }
}
