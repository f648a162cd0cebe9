package io.stepunit.internal.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.fault.FaultKind;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What AWS shows of each fault in each kind of integration, and how sure that is: the contents of
 * {@code fault-catalogue.json}, which docs/reference/fault-catalogue.md shows as a table.
 *
 * @since 0.1.0
 */
public final class FaultCatalogue {
  private static final String FILE = "fault-catalogue.json";
  private static final FaultCatalogue AWS = read();

  private final JsonNode services;
  private final List<CatalogueEntry> entries;

  private FaultCatalogue(JsonNode services, List<CatalogueEntry> entries) {
    this.services = services;
    this.entries = List.copyOf(entries);
  }

  /** The catalogue. */
  public static FaultCatalogue aws() {
    return AWS;
  }

  /** All entries: each fault in each kind of integration. */
  public List<CatalogueEntry> entries() {
    return entries;
  }

  /** What AWS shows of a fault in a kind of integration. */
  public CatalogueEntry entry(FaultKind fault, IntegrationKind integration) {
    return entries.stream()
        .filter(entry -> entry.fault() == fault && entry.integration() == integration)
        .findFirst()
        .orElseThrow();
  }

  /** What AWS shows of a fault when a Task calls a resource, with the names of its service. */
  public CatalogueEntry entry(FaultKind fault, Resource resource) {
    CatalogueEntry entry = entry(fault, IntegrationKind.of(resource));
    CatalogueEntry shown =
        entry.error().equals(Optional.of("{call}"))
            ? entry(fault, IntegrationKind.ofCall(resource))
            : entry;
    ServiceNames names = ServiceNames.of(resource, services);
    return new CatalogueEntry(
        fault,
        entry.integration(),
        entry.applies(),
        shown.error().map(names::in),
        shown.cause().map(names::in),
        entry.event(),
        shown.after(),
        entry.evidence(),
        entry.note());
  }

  private static FaultCatalogue read() {
    try (InputStream file = FaultCatalogue.class.getResourceAsStream(FILE)) {
      String text =
          new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
      JsonNode json = Json.parse(text);
      List<CatalogueEntry> entries = new ArrayList<>();
      json.path("faults")
          .fields()
          .forEachRemaining(
              fault ->
                  fault
                      .getValue()
                      .fields()
                      .forEachRemaining(
                          entry ->
                              entries.add(
                                  entry(fault.getKey(), entry.getKey(), entry.getValue()))));
      return new FaultCatalogue(json.path("services"), entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CatalogueEntry entry(String fault, String integration, JsonNode json) {
    return new CatalogueEntry(
        FaultKind.valueOf(fault),
        IntegrationKind.valueOf(integration),
        json.path("applies").asBoolean(true),
        text(json, "error"),
        text(json, "cause"),
        text(json, "event"),
        json.has("afterSeconds")
            ? Optional.of(Duration.ofSeconds(json.get("afterSeconds").asLong()))
            : Optional.empty(),
        text(json, "known").map(known -> Basis.valueOf(known.toUpperCase(Locale.ROOT))),
        text(json, "note").orElse(""));
  }

  private static Optional<String> text(JsonNode json, String field) {
    return json.has(field) ? Optional.of(json.get(field).asText()) : Optional.empty();
  }
}
