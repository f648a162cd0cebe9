package io.stepunit.internal.model;

import io.stepunit.asl.SourceLocation;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Lambda function that a template deploys.
 *
 * @param id its logical id
 * @param otherNames what else calls it by: its own name, its aliases and versions
 * @param handler the code that it runs, {@code com.example.Charge::handleRequest}; empty where the
 *     template says none, as for an image
 * @param runtime what runs it, {@code java17}; empty where the template says none
 * @param environment its environment variables; what only a deployment knows is a placeholder
 * @param timeout how long a call may take; empty where the template says none
 * @param location where the template declares it
 */
public record DeployedFunction(
    String id,
    Set<String> otherNames,
    Optional<String> handler,
    Optional<String> runtime,
    Map<String, String> environment,
    Optional<Duration> timeout,
    SourceLocation location) {
  /** Copies the collections. */
  public DeployedFunction {
    otherNames = Set.copyOf(otherNames);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** Whether a Task that calls a function of this name calls this one. */
  public boolean isCalled(String name) {
    return id.equals(name) || otherNames.contains(name);
  }
}
