package io.stepunit.internal.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.fault.FaultKind;
import java.time.Duration;
import java.util.Optional;

/**
 * What AWS shows of one fault in one kind of integration.
 *
 * <p>Texts may hold what depends on the resource: <code>{prefix}</code>, <code>{unspecific}</code>,
 * <code>{throttling}</code> and <code>{denied}</code> are parts of the service's error names,
 * <code>
 * {details:403:Code}</code> is the clause by which AWS ends the causes of service errors, <code>
 * {endpoint}</code> the ApiEndpoint of the call.
 *
 * @param fault the fault
 * @param integration the kind of integration
 * @param applies whether the fault can affect it; if not, {@code note} says why and the rest is
 *     empty
 * @param error the error name; empty where it is the test's to say, or where there is no error
 * @param cause the cause; empty like the error
 * @param event the history's event; empty where there is none of the fault's own
 * @param after the virtual time from the start of the call after which the service itself gives up;
 *     empty where it fails at once, or waits as long as the state does
 * @param evidence how it is known; empty where the fault does not apply
 * @param note what else there is to know, may be empty
 * @since 0.1.0
 */
public record CatalogueEntry(
    FaultKind fault,
    IntegrationKind integration,
    boolean applies,
    Optional<String> error,
    Optional<String> cause,
    Optional<String> event,
    Optional<Duration> after,
    Optional<Basis> evidence,
    String note) {
  /**
   * The same for one call.
   *
   * @param input the effective input
   */
  CatalogueEntry of(JsonNode input) {
    return new CatalogueEntry(
        fault,
        integration,
        applies,
        error,
        cause.map(text -> text.replace("{endpoint}", input.path("ApiEndpoint").asText())),
        event,
        after,
        evidence,
        note);
  }
}
