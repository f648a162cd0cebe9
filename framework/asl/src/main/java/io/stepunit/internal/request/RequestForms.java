package io.stepunit.internal.request;

import io.stepunit.internal.integration.Requests;
import io.stepunit.internal.model.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the operations of services are sent. */
public final class RequestForms {
  private static final String SDK = "aws-sdk:";

  /** What has been made never changes, and each definition asks for it again: shared by all. */
  private static final RequestForms MADE = new RequestForms();

  private final Map<Call, Optional<RequestForm>> forms = new ConcurrentHashMap<>();

  private record Call(String service, String action) {}

  private RequestForms() {}

  /** The request of a Task; empty if it is not known. */
  public static Optional<RequestForm> of(Resource.Service called) {
    return MADE.forms.computeIfAbsent(
        new Call(called.service(), called.actionWithSuffix()), call -> form(called));
  }

  private static Optional<RequestForm> form(Resource.Service called) {
    return Requests.of(called)
        .map(
            shape ->
                called.service().startsWith(SDK)
                    ? RequestForm.ofSdk(called.service().substring(SDK.length()), shape)
                    : RequestForm.ofOptimized(shape));
  }
}
