package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import java.util.Optional;

/**
 * The {@code encryptionConfiguration} of a machine or an activity.
 *
 * @param customerKey the customer's key; empty for AWS's own
 */
record Encryption(Optional<CustomerKey> customerKey) {
  static final Encryption AWS_OWNED_KEY = new Encryption(Optional.empty());

  private static final String OWNED = "AWS_OWNED_KEY";
  private static final String CUSTOMER = "CUSTOMER_MANAGED_KMS_KEY";
  private static final String KEY = "kmsKeyId";
  private static final String PERIOD = "kmsDataKeyReusePeriodSeconds";
  private static final int DEFAULT_PERIOD = 300;

  /**
   * A key of AWS KMS.
   *
   * @param id as the request names it; nothing here knows which names are of one key
   * @param reuseSeconds how long a data key is used
   */
  record CustomerKey(String id, int reuseSeconds) {}

  /**
   * Reads it.
   *
   * @throws StepFunctionsException {@code InvalidEncryptionConfiguration}
   */
  static Encryption of(Request given) {
    Optional<String> key = given.optional(KEY);
    if (given.required("type").equals(OWNED)) {
      requireDefault(given);
      return AWS_OWNED_KEY;
    }
    return new Encryption(
        Optional.of(
            new CustomerKey(
                key.orElseThrow(() -> invalid("Must set a valid kmsKeyId.")),
                given.json().path(PERIOD).asInt(DEFAULT_PERIOD))));
  }

  private static void requireDefault(Request given) {
    for (String custom : new String[] {KEY, PERIOD}) {
      if (given.value(custom).isPresent()) {
        throw invalid("Custom " + custom + " is not allowed when selecting AWS_OWNED_KEY.");
      }
    }
  }

  private static StepFunctionsException invalid(String reason) {
    return new StepFunctionsException(
        "InvalidEncryptionConfiguration", "Invalid Encryption Configuration: " + reason);
  }

  ObjectNode json() {
    ObjectNode json = Json.NODES.objectNode();
    json.put("type", customerKey.isPresent() ? CUSTOMER : OWNED);
    customerKey.ifPresent(key -> json.put(KEY, key.id()).put(PERIOD, key.reuseSeconds()));
    return json;
  }
}
