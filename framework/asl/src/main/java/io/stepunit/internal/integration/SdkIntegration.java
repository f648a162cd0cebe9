package io.stepunit.internal.integration;

import io.stepunit.internal.awsmodel.Operation;
import io.stepunit.internal.awsmodel.ServiceModels;
import io.stepunit.internal.model.Resource;
import java.util.Optional;

/** Integrations that call a service's API as it is, by {@code aws-sdk:}. */
final class SdkIntegration {
  private static final String PREFIX = "aws-sdk:";

  private SdkIntegration() {}

  static boolean isOne(Resource.Service called) {
    return called.service().startsWith(PREFIX);
  }

  /** The operation; empty if it is not known. */
  static Optional<Operation> operation(Resource.Service called) {
    return ServiceModels.of(called.service().substring(PREFIX.length()))
        .flatMap(service -> service.operation(called.action()));
  }
}
