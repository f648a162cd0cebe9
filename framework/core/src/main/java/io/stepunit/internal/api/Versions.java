package io.stepunit.internal.api;

import io.stepunit.api.StepFunctionsException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The published versions of one machine. */
final class Versions {
  private static final int MOST = 1_000;

  private final String machineArn;
  private final TreeMap<Integer, Version> byNumber = new TreeMap<>();
  private int lastNumber;

  Versions(String machineArn) {
    this.machineArn = machineArn;
  }

  /**
   * Publishes a revision; one that the last version shows already is not published again, and its
   * description stays.
   *
   * @throws StepFunctionsException {@code ServiceQuotaExceededException}
   */
  Version publish(Revision revision, Optional<String> description, Instant now) {
    Optional<Version> published = last().filter(v -> v.revision().number() == revision.number());
    return published.orElseGet(() -> add(revision, description, now));
  }

  private Version add(Revision revision, Optional<String> description, Instant now) {
    if (byNumber.size() == MOST) {
      throw new StepFunctionsException(
          "ServiceQuotaExceededException",
          "The state machine '" + machineArn + "' has " + MOST + " versions, which is the quota.");
    }
    lastNumber++;
    Version version =
        new Version(machineArn + ":" + lastNumber, lastNumber, revision, description, now);
    byNumber.put(lastNumber, version);
    return version;
  }

  private Optional<Version> last() {
    return Optional.ofNullable(byNumber.lastEntry()).map(Map.Entry::getValue);
  }

  Optional<Version> find(String versionArn) {
    return all().stream().filter(version -> version.arn().equals(versionArn)).findFirst();
  }

  /** The first one ever, unless it was deleted. */
  Optional<Version> first() {
    return Optional.ofNullable(byNumber.get(1));
  }

  /** Whether there is or was a version of this ARN. */
  boolean everHad(String versionArn) {
    String number = versionArn.substring(versionArn.lastIndexOf(':') + 1);
    return versionArn.equals(machineArn + ":" + number)
        && number.length() <= String.valueOf(lastNumber).length()
        && Integer.parseInt(number) >= 1
        && Integer.parseInt(number) <= lastNumber;
  }

  void delete(Version version) {
    byNumber.remove(version.number());
  }

  /** Latest first. */
  List<Version> all() {
    return List.copyOf(byNumber.descendingMap().values());
  }

  /** Whether any was ever published. */
  boolean wereMade() {
    return lastNumber > 0;
  }
}
