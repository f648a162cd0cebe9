package io.stepunit.fuzz;

import java.util.List;

/** Words of the language, whole and damaged, for documents that get past the first check. */
final class Grammar {
  private Grammar() {}

  static final List<String> FIELDS =
      List.of(
          "StartAt",
          "States",
          "Type",
          "Next",
          "End",
          "Default",
          "Choices",
          "Comment",
          "Version",
          "QueryLanguage",
          "TimeoutSeconds",
          "TimeoutSecondsPath",
          "HeartbeatSeconds",
          "Resource",
          "Parameters",
          "Arguments",
          "Output",
          "Assign",
          "Result",
          "ResultPath",
          "ResultSelector",
          "InputPath",
          "OutputPath",
          "Retry",
          "Catch",
          "ErrorEquals",
          "IntervalSeconds",
          "MaxAttempts",
          "BackoffRate",
          "MaxDelaySeconds",
          "JitterStrategy",
          "Branches",
          "ItemProcessor",
          "Iterator",
          "ProcessorConfig",
          "Mode",
          "ExecutionType",
          "ItemsPath",
          "Items",
          "ItemSelector",
          "ItemReader",
          "ReaderConfig",
          "MaxItems",
          "ItemBatcher",
          "MaxItemsPerBatch",
          "ResultWriter",
          "WriterConfig",
          "Label",
          "MaxConcurrency",
          "ToleratedFailurePercentage",
          "Seconds",
          "SecondsPath",
          "Timestamp",
          "TimestampPath",
          "Error",
          "ErrorPath",
          "Cause",
          "CausePath",
          "Credentials",
          "RoleArn",
          "Variable",
          "And",
          "Or",
          "Not",
          "Condition",
          "StringEquals",
          "StringMatches",
          "NumericLessThanPath",
          "IsPresent",
          "TimestampEquals",
          "x.$",
          "",
          "a/b~c",
          "Resources",
          "Fn::Sub",
          "Ref",
          "<<");

  static final List<String> TEXTS =
      List.of(
          "Task",
          "Pass",
          "Wait",
          "Choice",
          "Parallel",
          "Map",
          "Succeed",
          "Fail",
          "JSONata",
          "JSONPath",
          "DISTRIBUTED",
          "INLINE",
          "States.ALL",
          "States.Timeout",
          "$",
          "$$",
          "$.a",
          "$.a[0].b",
          "$..a[?(@.b == 1)]",
          "$[",
          "$.a[?(@.b =~ /(x+x+)+y/)]",
          "$.['a','b'][-1:]",
          "$$.Execution.Id",
          "$var.a",
          "$ü",
          "States.Format('{}', $.a)",
          "States.Format('{', 1)",
          "States.Array(States.Array(States.Array($.a)))",
          "States.MathAdd(1e999, $.a)",
          "States.Hash($.a, 'MD5')",
          "States.JsonMerge($.a, $.b, false)",
          "States.Foo(",
          "States.",
          "{% $states.input.a %}",
          "{% $sum([1..1000000]) %}",
          "{% ",
          "%}",
          "{%%}",
          "{% ( %}",
          "{% $f := function($x) { $f($x) }; $f(1) %}",
          "{% /[/ %}",
          "{% \"\\uD800\" %}",
          "{% a.b %}",
          "{% $states.result %}",
          "{% $map($states.input, function($v, $i) { $v.x[$i] }) %}",
          "{% $states.input{$: 1}^(>a)[0]@$v#$i.$ %}",
          "{% | $ | {} | %}",
          "{% 1 ~> $string %}",
          "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
          "arn:aws:states:::lambda:invoke",
          "arn:aws:lambda:us-east-1:123456789012:function:f",
          "${X}",
          "${",
          "2026-01-01T00:00:00Z",
          "9999999999-01-01T00:00:00Z",
          "\\\\*",
          "\u0000",
          "\uD83D\uDE00",
          "\uD800",
          "null",
          "true",
          "1e400",
          "!Ref X",
          "*a",
          "&a",
          "yes",
          "0x1F",
          "1:30",
          ".inf",
          "~");

  static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1",
          "40",
          "99999999",
          "99999999999999999999",
          "1e400",
          "-1e-400",
          "1.5",
          "0.1e1",
          "9".repeat(400),
          "2147483648",
          "9223372036854775808",
          "true",
          "false",
          "null",
          "\"1\"",
          "[]",
          "{}");

  /** Small machines of every kind, and files that have machines in them. */
  static final List<String> MACHINES =
      List.of(
          """
          {"StartAt": "A", "TimeoutSeconds": 9, "States": {
            "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 5,
              "Parameters": {"FunctionName": "f", "Payload": {"a.$": "States.Format('{}', $.b)"}},
              "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 1.5, "MaxDelaySeconds": 9}],
              "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "F"}], "Next": "C"},
            "C": {"Type": "Choice", "Choices": [{"And": [{"Variable": "$.a", "IsPresent": true},
              {"Not": {"Variable": "$.a", "StringMatches": "a*"}}], "Next": "W"}], "Default": "P"},
            "W": {"Type": "Wait", "Timestamp": "2026-01-01T00:00:00Z", "Next": "P"},
            "P": {"Type": "Parallel", "Next": "M", "Branches": [
              {"StartAt": "B", "States": {"B": {"Type": "Pass", "Result": {"a": 1}, "End": true}}}]},
            "M": {"Type": "Map", "ItemsPath": "$.list", "MaxConcurrency": 2, "End": true,
              "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}},
            "F": {"Type": "Fail", "ErrorPath": "$.e.Error", "Cause": "x"}}}
          """,
          """
          {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
            "A": {"Type": "Pass", "Assign": {"x": "{% $states.input.a %}"}, "Next": "C"},
            "C": {"Type": "Choice", "Choices": [{"Condition": "{% $x > 1 %}", "Next": "M",
              "Output": {"y": "{% $sum($x.list[price > 1].price) %}"}}], "Default": "Z"},
            "M": {"Type": "Map", "Items": "{% [1..9] %}", "ItemSelector": {"i": "{% $states.context.Map.Item.Index %}"},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                "StartAt": "I", "States": {"I": {"Type": "Succeed", "Output": "{% $uuid() %}"}}},
              "Label": "L", "ItemBatcher": {"MaxItemsPerBatch": 5}, "Next": "Z"},
            "Z": {"Type": "Succeed"}}}
          """,
          """
          StartAt: A
          States:
            A: &a
              Type: Pass
              Parameters: {x.$: $.y, z: [1, 0x1F, 1_000, 1:30, yes, ~]}
              Next: B
            B:
              <<: *a
              Next: C
            C: {Type: Succeed}
          """,
          """
          AWSTemplateFormatVersion: "2010-09-09"
          Transform: AWS::Serverless-2016-10-31
          Resources:
            Order:
              Type: AWS::Serverless::StateMachine
              Properties:
                DefinitionSubstitutions: {Fn: !GetAtt F.Arn, Table: !Ref T}
                Definition:
                  StartAt: A
                  States:
                    A: {Type: Task, Resource: "${Fn}", Parameters: {T: !Sub "${T}-x"}, End: true}
          """,
          """
          {"Resources": {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
            "DefinitionString": {"Fn::Join": ["", ["{\\"StartAt\\":\\"A\\",\\"States\\":{\\"A\\":{\\"Type\\":\\"Pass\\",\\"Result\\":\\"",
              {"Ref": "AWS::Region"}, "\\",\\"End\\":true}}}"]]}}}}}
          """);
}
