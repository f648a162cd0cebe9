package io.stepunit.internal.validation;

import io.stepunit.asl.RequestValidation;
import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.awsmodel.ServiceModel;
import io.stepunit.internal.awsmodel.ServiceModels;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.UnknownResourceException;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.request.RequestForms;
import io.stepunit.internal.text.Suggestion;
import java.util.Locale;

/** The services and actions that SDK integrations call. */
final class SdkOperations implements StateCheck {
  private static final String SDK = "aws-sdk:";
  private static final String NEWER =
      "; if it is newer than StepUnit, add its module of the AWS SDK to the tests, or set stepunit.requestValidation=WARN";

  @Override
  public void check(StateNode state, Diagnostics diagnostics) {
    if (diagnostics.requestValidation() != RequestValidation.OFF) {
      state
          .calledService()
          .filter(called -> called.service().startsWith(SDK))
          .ifPresent(called -> check(called, place(state), diagnostics));
    }
  }

  private static SourceLocation place(StateNode state) {
    return state.field("Resource").orElse(state.node()).location();
  }

  private static void check(
      Resource.Service called, SourceLocation place, Diagnostics diagnostics) {
    String name = called.service().substring(SDK.length());
    if (ServiceModels.isDropped(name)) {
      diagnostics.report(
          Rule.REMOVED_SERVICE,
          "Step Functions no longer calls the service '%s'".formatted(name),
          place,
          "its integration was removed in 2026; a new state machine cannot use it");
      return;
    }
    if (RequestForms.of(called).isEmpty() && !isInSdk(name, called.action())) {
      diagnostics.report(
          Rule.UNKNOWN_SDK_ACTION,
          UnknownResourceException.messageOf(called.arn()),
          place,
          ServiceModels.of(name)
                  .map(model -> noAction(model, called.action()))
                  .orElseGet(() -> noService(name))
              + NEWER);
    }
  }

  /** What the catalogue does not know yet, a newer AWS SDK for Java on the class path may. */
  private static boolean isInSdk(String service, String action) {
    String request = action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1);
    return SdkOperations.class
            .getClassLoader()
            .getResource(
                "software/amazon/awssdk/services/%s/model/%sRequest.class"
                    .formatted(service, request))
        != null;
  }

  private static String noService(String name) {
    return "no service is called '%s'%s"
        .formatted(name, Suggestion.of(name, ServiceModels.names()).asClause());
  }

  private static String noAction(ServiceModel service, String action) {
    return "the service '%s' has no action '%s'%s"
        .formatted(service.name(), action, Suggestion.of(action, service.actions()).asClause());
  }
}
