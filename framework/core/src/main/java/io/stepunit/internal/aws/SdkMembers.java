package io.stepunit.internal.aws;

import io.stepunit.internal.awsmodel.MemberNames;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;

/** The names that Step Functions gives to the SDK's fields. */
final class SdkMembers {
  /** Members that the SDK gave another name than the service's API has. */
  private static final Map<String, String> RENAMED_BY_THE_SDK = Map.of("NUL", "NULL");

  private SdkMembers() {}

  /** The name under which a field is shown: {@code stateMachineArn} is StateMachineArn. */
  static String shown(SdkField<?> field, boolean optimized) {
    return optimized ? apiName(field) : MemberNames.SDK.of(field.memberName());
  }

  /**
   * The names under which a field of a request may be given, that of the API first. A member that
   * is part of the address has its API's name there, whatever the SDK calls it.
   */
  static Set<String> accepted(SdkField<?> field) {
    Set<String> names = new LinkedHashSet<>();
    names.add(apiName(field));
    names.add(shown(field, false));
    MarshallLocation location = field.location();
    if (location == MarshallLocation.PATH || location == MarshallLocation.GREEDY_PATH) {
      names.add(capitalized(field.locationName()));
    }
    return names;
  }

  private static String apiName(SdkField<?> field) {
    return capitalized(RENAMED_BY_THE_SDK.getOrDefault(field.memberName(), field.memberName()));
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
