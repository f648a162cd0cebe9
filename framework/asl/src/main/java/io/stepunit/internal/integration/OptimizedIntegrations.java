package io.stepunit.internal.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.MemberNames;
import io.stepunit.internal.awsmodel.Operation;
import io.stepunit.internal.awsmodel.ServiceModels;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The requests or the results of optimized integrations. Most are those of the service's API with
 * its names; where they differ, {@code optimized-integrations.json} describes them in {@link
 * ShapeNotation}, for an action as a whole or with the suffix of one pattern.
 */
final class OptimizedIntegrations {
  private static final String FILE = "optimized-integrations.json";

  /** What is read never changes and is costly to read: shared by all. */
  static final OptimizedIntegrations REQUESTS;

  static final OptimizedIntegrations RESULTS;

  static {
    JsonNode file = read();
    REQUESTS = new OptimizedIntegrations(file, "requests", Operation::input);
    RESULTS = new OptimizedIntegrations(file, "results", Operation::output);
  }

  private final JsonNode services;
  private final JsonNode described;
  private final Function<Operation, Shape.Structure> side;
  private final ShapeNotation notation;
  private final Map<String, Optional<Shape.Structure>> known = new ConcurrentHashMap<>();

  private OptimizedIntegrations(
      JsonNode file, String name, Function<Operation, Shape.Structure> side) {
    this.services = file.get("services");
    this.described = file.get(name);
    this.side = side;
    this.notation = new ShapeNotation(this::ofApi);
  }

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(OptimizedIntegrations.class.getResourceAsStream(FILE), FILE)) {
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /**
   * The shape of a call.
   *
   * @param suffix of the pattern; empty if what is said of the action as a whole counts
   * @return empty if it is not known
   */
  Optional<Shape.Structure> of(Resource.Service called, String suffix) {
    return known.computeIfAbsent(
        called.service() + ":" + called.action() + suffix, name -> find(called, name));
  }

  /** Whether something is described for an action with a suffix. */
  boolean describes(Resource.Service called, String suffix) {
    return described.has(called.service() + ":" + called.action() + suffix);
  }

  private Optional<Shape.Structure> find(Resource.Service called, String name) {
    return described.has(name)
        ? Optional.of(notation.structure(described.get(name)))
        : ofApi(services.path(called.service()).asText(), called.action());
  }

  /** A structure of a service's API with the names of optimized integrations. */
  private Optional<Shape.Structure> ofApi(String service, String action) {
    return ServiceModels.of(service)
        .flatMap(model -> model.operation(action, MemberNames.API))
        .map(side);
  }
}
