package io.stepunit.internal.awsmodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The services that Step Functions calls by {@code aws-sdk:}, as {@code generate.py} made them from
 * published models. The index is read at the first question, a service's file when it is asked for.
 */
public final class ServiceModels {
  private static final String INDEX = "index.json";

  /** What is read never changes and is costly to read: shared by all. */
  private static final ServiceModels KNOWN = readIndex();

  private final Map<String, String> errorPrefixes = new TreeMap<>();
  private final Set<String> dropped = new TreeSet<>();
  private final Map<String, ServiceModel> read = new ConcurrentHashMap<>();

  private ServiceModels(JsonNode index) {
    for (Map.Entry<String, JsonNode> service : index.get("services").properties()) {
      errorPrefixes.put(service.getKey(), service.getValue().textValue());
    }
    index.get("dropped").forEach(name -> dropped.add(name.textValue()));
  }

  /**
   * A service.
   *
   * @param name as it follows {@code aws-sdk:} in a Resource, as {@code dynamodb}
   * @return empty if its operations are not known
   */
  public static Optional<ServiceModel> of(String name) {
    return Optional.ofNullable(KNOWN.errorPrefixes.get(name))
        .map(
            prefix ->
                KNOWN.read.computeIfAbsent(
                    name, service -> ServiceModel.read(service, prefix, text(service + ".txt"))));
  }

  /** The services whose operations are known, in the order of their names. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(KNOWN.errorPrefixes.keySet());
  }

  /** Whether Step Functions had an integration of that service and removed it. */
  public static boolean isDropped(String name) {
    return KNOWN.dropped.contains(name);
  }

  private static ServiceModels readIndex() {
    try {
      return new ServiceModels(new ObjectMapper().readTree(text(INDEX)));
    } catch (IOException e) {
      throw new UncheckedIOException(INDEX + " cannot be read", e);
    }
  }

  private static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(ServiceModels.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
