package io.stepunit.internal.load;

import java.util.Set;

/** The short forms of CloudFormation's functions, as they stand in templates. */
final class CloudFormationTags {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "!And",
          "!Base64",
          "!Cidr",
          "!Condition",
          "!Equals",
          "!FindInMap",
          "!GetAZs",
          "!GetAtt",
          "!If",
          "!ImportValue",
          "!Join",
          "!Not",
          "!Or",
          "!Ref",
          "!Select",
          "!Split",
          "!Sub",
          "!ToJsonString",
          "!Length",
          "!Transform");

  private CloudFormationTags() {}

  static boolean isFunction(String tag) {
    return FUNCTIONS.contains(tag);
  }

  /** The long form: {@code Ref}, {@code Condition}, {@code Fn::Sub}. */
  static String nameOf(String tag) {
    String name = tag.substring(1);
    return name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
  }
}
