package io.stepunit.internal.aws;

import io.stepunit.internal.awsmodel.MemberNames;
import java.util.EnumSet;
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

  /** Where the wire has a member by the name that the service's model gives it. */
  private static final Set<MarshallLocation> BY_NAME =
      EnumSet.of(MarshallLocation.PATH, MarshallLocation.GREEDY_PATH, MarshallLocation.PAYLOAD);

  private SdkMembers() {}

  /** The name under which a field is shown: {@code stateMachineArn} is StateMachineArn. */
  static String shown(SdkField<?> field, boolean optimized) {
    return optimized ? apiName(field) : MemberNames.SDK.of(field.memberName());
  }

  /**
   * The names under which a field of a request may be given. The SDK gives some members other names
   * than the service's model has; in the body and the address they are called as there.
   */
  static Set<String> accepted(SdkField<?> field) {
    Set<String> names = new LinkedHashSet<>();
    names.add(apiName(field));
    names.add(shown(field, false));
    if (BY_NAME.contains(field.location())) {
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
