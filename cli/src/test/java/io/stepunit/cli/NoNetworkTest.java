package io.stepunit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stepunit.Recording;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.load.DefinitionSource;
import io.stepunit.mock.MockConfigFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a definition, a template or a test names is asked of the network. */
class NoNetworkTest {
  private static final String[] ADDRESSES = {
    "http://127.0.0.1:9/x.json",
    "HTTP://127.0.0.1:9/x.json",
    "https://127.0.0.1:9/x.yaml",
    "ftp://127.0.0.1/x.json",
    "s3://bucket/x.json",
    "//127.0.0.1/x.json",
    "\\\\127.0.0.1\\x.json",
    "jar:http://127.0.0.1:9/x.jar!/x.json"
  };

  private static final Map<String, String> SOURCES = new LinkedHashMap<>();

  static {
    SOURCES.put(
        "SAM",
        """
        Resources:
          M: {Type: "AWS::Serverless::StateMachine", Properties: {DefinitionUri: '@'}}
        """);
    SOURCES.put(
        "SAM with a function",
        """
        Resources:
          M: {Type: "AWS::Serverless::StateMachine", Properties: {DefinitionUri: !Sub '@'}}
        """);
    SOURCES.put(
        "SAM with a key",
        """
        Resources:
          M:
            Type: AWS::Serverless::StateMachine
            Properties: {DefinitionUri: {Bucket: '@', Key: '@'}}
        """);
    SOURCES.put(
        "CloudFormation",
        """
        Resources:
          M:
            Type: AWS::StepFunctions::StateMachine
            Properties: {DefinitionS3Location: '@'}
        """);
    SOURCES.put(
        "CDK",
        """
        Resources:
          M:
            Type: AWS::StepFunctions::StateMachine
            Properties: {DefinitionS3Location: {Bucket: b, Key: '@'}}
            Metadata: {'aws:asset:path': '@', 'aws:cdk:path': '@'}
        """);
    SOURCES.put(
        "nested stacks",
        """
        Resources:
          A: {Type: "AWS::CloudFormation::Stack", Properties: {TemplateURL: '@'}}
          B: {Type: "AWS::Serverless::Application", Properties: {Location: '@'}}
          C:
            Type: AWS::Serverless::Application
            Properties: {Location: {ApplicationId: '@', SemanticVersion: 1.0.0}}
          D:
            Type: AWS::CloudFormation::Stack
            Properties: {TemplateURL: x}
            Metadata: {'aws:asset:path': '@'}
        """);
    SOURCES.put(
        "includes",
        """
        Resources:
          M:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              Definition:
                Fn::Transform: {Name: AWS::Include, Parameters: {Location: '@'}}
        """);
    SOURCES.put(
        "Serverless",
        """
        stepFunctions:
          stateMachines:
            m:
              definition: ${file(@)}
        """);
    SOURCES.put(
        "Serverless with a variable",
        """
        custom: ${file(@)}
        stepFunctions:
          stateMachines:
            m:
              name: ${file(@):name}
              definition: {StartAt: A, States: {A: {Type: Succeed, Comment: '${s3:@}'}}}
        """);
    SOURCES.put(
        "Terraform",
        """
        {"planned_values": {"root_module": {"resources": [{
          "address": "aws_sfn_state_machine.m", "type": "aws_sfn_state_machine", "name": "m",
          "values": {"name": "m", "definition": "@"}}]}}}
        """);
    SOURCES.put(
        "a definition",
        """
        {"Comment": "@", "StartAt": "Call", "States": {
          "Call": {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Next": "Gateway",
            "Parameters": {"ApiEndpoint": "https://127.0.0.1:9/x", "Method": "GET",
              "Authentication": {"ConnectionArn": "@"}}},
          "Gateway": {"Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke",
            "Parameters": {"ApiEndpoint": "127.0.0.1:9", "Method": "GET"}, "Next": "Sdk"},
          "Sdk": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject",
            "Parameters": {"Bucket": "b", "Key": "@"}, "Next": "Read"},
          "Read": {"Type": "Map", "End": true,
            "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
              "ReaderConfig": {"InputType": "JSON"}, "Parameters": {"Bucket": "b", "Key": "@"}},
            "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
              "StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}}}}
        """);
    SOURCES.put("YAML with tags", "StartAt: !Include '@'\nStates: !!java.net.URL ['@']\n");
  }

  private final NetworkRecorder network = NetworkRecorder.installed();

  @TempDir Path folder;

  @BeforeEach
  void forget() {
    network.asked().clear();
  }

  static Stream<Arguments> sources() {
    return SOURCES.keySet().stream()
        .flatMap(kind -> Stream.of(ADDRESSES).map(address -> Arguments.of(kind, address)));
  }

  private Path write(String kind, String address) throws IOException {
    boolean json = SOURCES.get(kind).startsWith("{");
    String written = json ? address.replace("\\", "\\\\") : address;
    return Files.writeString(
        folder.resolve(json ? "source.json" : "source.yaml"),
        SOURCES.get(kind).replace("@", written));
  }

  /** Whatever comes of it is what StepUnit documents. */
  private static void attempt(ThrowingCallable code) {
    Throwable thrown = catchThrowable(code);
    assertThat(
            thrown == null
                || thrown instanceof RuntimeException
                || thrown instanceof AssertionError
                || thrown instanceof IOException)
        .as("%s", thrown)
        .isTrue();
  }

  private static void runCommand(String... arguments) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    StepUnitCommand.run(nowhere, nowhere, arguments);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void is_asked_for_a_source(String kind, String address) throws IOException {
    Path file = write(kind, address);

    attempt(() -> DefinitionSource.file(file).ids());
    attempt(() -> DefinitionSource.file(file).load());
    attempt(() -> DefinitionSource.url(file.toUri().toURL()).load());
    attempt(() -> DefinitionSource.text("text", Files.readString(file)).load());
    attempt(() -> StepFunctionsEnvironment.create().load(file).explore());

    assertThat(network.asked()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void is_asked_by_the_command_line(String kind, String address) throws IOException {
    String file = write(kind, address).toString();

    runCommand("validate", file);
    runCommand("validate", "--format", "sarif", file);
    runCommand("graph", file);
    runCommand("run", "--automatic", file);
    runCommand("run", "--automatic", "--input", "{\"a\": \"" + address + "\"}", file);
    runCommand("validate", address);

    assertThat(network.asked()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void is_asked_for_a_source_on_the_class_path(String kind, String address) throws IOException {
    Path file = write(kind, address);
    try (java.net.URLClassLoader loader =
        new java.net.URLClassLoader(new java.net.URL[] {folder.toUri().toURL()}, null)) {
      attempt(() -> DefinitionSource.resource(file.getFileName().toString(), loader).load());
      attempt(() -> DefinitionSource.resource(address, loader).load());
    }

    assertThat(network.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9/x.json",
        "https://127.0.0.1:9/x.json",
        "//127.0.0.1/x.json",
        "s3://bucket/x.json"
      })
  void is_asked_for_what_a_test_names_as_a_file(String address) {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
    TestStateMachine machine =
        env.define(
            "m",
            """
            {"StartAt": "Call", "States": {"Call": {
              "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:f", "End": true}}}
            """);

    assertThat(catchThrowable(() -> env.load(address))).isNotNull();
    assertThat(catchThrowable(() -> env.load(address, "M"))).isNotNull();
    assertThat(catchThrowable(() -> machine.mock("Call").returnsFile(address))).isNotNull();
    assertThat(catchThrowable(() -> MockConfigFile.load(Path.of(address)))).isNotNull();
    assertThat(catchThrowable(() -> MockConfigFile.parse("m", "{\"$ref\": \"" + address + "\"}")))
        .isNotNull();
    assertThat(catchThrowable(() -> Recording.ofHistory("h", "\"" + address + "\""))).isNotNull();
    assertThat(network.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9/x.json", "https://127.0.0.1:9/x.json"})
  void is_asked_for_what_an_execution_reads(String address) throws IOException {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
    TestStateMachine machine = env.load(write("a definition", address));
    env.bucket("b").put(address, "[\"" + address + "\"]");
    machine.mock("Call").returns(Map.of("ResponseBody", address));
    machine.mock("Gateway").returns(Map.of("ResponseBody", address));
    machine.mock("Sdk").returns(Map.of("Body", address));

    machine.run(Map.of("url", address));

    assertThat(network.asked()).isEmpty();
  }

  @Test
  void is_asked_unseen() throws IOException {
    attempt(() -> URI.create("http://127.0.0.1:9/x").toURL().openStream());
    try (Socket socket = new Socket()) {
      attempt(
          () -> socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9), 100));
    }

    assertThat(network.asked())
        .contains("http://127.0.0.1:9/x")
        .anyMatch(asked -> asked.startsWith("socket://"));
  }
}
