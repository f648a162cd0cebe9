package io.stepunit.benchmarks;

import java.util.Locale;

/** A definition of 5,000 states of five kinds and 1.2 MB, as a tool would write it. */
final class LargeDefinition {
  static final int STATES = 5_000;

  private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:";

  private LargeDefinition() {}

  static String text() {
    StringBuilder text = new StringBuilder("{\n \"StartAt\": \"State00001\",\n \"States\": {");
    for (int i = 1; i <= STATES; i++) {
      text.append(i == 1 ? "\n  \"" : ",\n  \"").append(name(i)).append("\": ").append(state(i));
    }
    return text.append("\n }\n}\n").toString();
  }

  private static String name(int i) {
    return String.format(Locale.ROOT, "State%05d", i);
  }

  private static String state(int i) {
    String next = i == STATES ? "\"End\": true" : "\"Next\": \"%s\"".formatted(name(i + 1));
    return switch (i % 5) {
      case 0 ->
          """
          {
             "Type": "Pass",
             "Comment": "state %s",
             "Parameters": {
              "id.$": "$.id",
              "step": %s
             },
             "ResultPath": "$.slot",
             %s
            }\
          """
              .formatted(i, i, next);
      case 1 ->
          """
          {
             "Type": "Task",
             "Resource": "%sF%s",
             "ResultPath": "$.r",
             "Retry": [
              {
               "ErrorEquals": [
                "States.TaskFailed"
               ],
               "MaxAttempts": 2
              }
             ],
             %s
            }\
          """
              .formatted(FUNCTION, i, next);
      case 2 -> choice(i);
      case 3 ->
          """
          {
             "Type": "Wait",
             "Comment": "a wait in the middle of a long chain of states, number %s",
             "Seconds": %s,
             %s
            }\
          """
              .formatted(i, 1 + i % 60, next);
      default ->
          """
          {
             "Type": "Task",
             "Resource": "%sG%s",
             "TimeoutSeconds": 60,
             "Catch": [
              {
               "ErrorEquals": [
                "States.ALL"
               ],
               "ResultPath": "$.e",
               "Next": "%s"
              }
             ],
             %s
            }\
          """
              .formatted(FUNCTION, i, name(i + 1), next);
    };
  }

  private static String choice(int i) {
    String target = name(i + 1);
    return """
    {
       "Type": "Choice",
       "Choices": [
        {
         "Variable": "$.n",
         "NumericGreaterThan": %s,
         "Next": "%s"
        },
        {
         "Variable": "$.s",
         "StringEquals": "x",
         "Next": "%s"
        }
       ],
       "Default": "%s"
      }\
    """
        .formatted(i, target, target, target);
  }
}
