package com.example.published;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskToken;
import io.stepunit.TaskTokenException;
import io.stepunit.TestStateMachine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A video is transcribed, two models think up titles at the same time, and a human takes one,
 * writes another, or lets them try again.
 */
class VideoTitlesTest {
  private static final Map<String, Object> VIDEO = Map.of("input", Map.of("key", "cats.mp4"));
  private static final String ASK = "Wait for user feedback";
  private static final Map<String, Object> AGAIN =
      Map.of("approved", "no", "message", "regenerate");
  private static final Map<String, Object> YES =
      Map.of("approved", "yes", "message", Map.of("title", "Cats at noon"));

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine titles =
      PublishedWorkflow.of(
              "titles", "sfn-examples/usecases__genai-prompt-chaining-hitl__src__workflow")
          .with("bucket", "videos")
          .with("region", "us-east-1")
          .with("TranscriptionJob", "transcription")
          .with("eb_connection_arn", "arn:aws:events:us-east-1:123456789012:connection/models/c-1")
          .with("public_inference_endpoint", "https://models.example.com/v1/chat")
          .with("send_response_lambda", "arn:aws:lambda:us-east-1:123456789012:function:respond")
          .in(env);

  @BeforeEach
  void everything_works() {
    titles
        .mock("StartTranscriptionJob")
        .returns(Map.of("TranscriptionJob", Map.of("TranscriptionJobName", "t-1")));
    titles.mock("GetTranscriptionJob").returns(transcription("COMPLETED")).lenient();
    titles
        .mock("Read Transcript")
        .returns(
            Map.of(
                "Body",
                """
                {"results": {"transcripts": [{"transcript": "A {cat} sleeps."}]}}\
                """))
        .lenient();
    titles
        .mock("Bedrock InvokeModel")
        .returns(Map.of("Body", Map.of("completion", "{\"title\": \"A cat\"}")))
        .taking(ofSeconds(4))
        .lenient();
    titles.mock("Call third-party API").returns(completion("Sleep")).taking(ofSeconds(3)).lenient();
    titles.mock("Generate Avatar").returns(Map.of("Body", "s3://videos/avatar.png")).lenient();
    titles.mock("send custom avatar to user").returnsPayload(Map.of("sent", true)).lenient();
  }

  @AfterEach
  void every_mock_was_used() {
    env.verifyMocksUsed();
  }

  @Test
  void the_human_takes_a_title_and_gets_an_avatar_for_it() {
    titles
        .mock("GetTranscriptionJob")
        .returns(transcription("IN_PROGRESS"))
        .times(3)
        .thenReturns(transcription("COMPLETED"));
    RunningExecution run = titles.start(VIDEO, "video-1").runUntilParked();
    assertThat(run.snapshot()).isRunning().hasDuration(ofSeconds(3 * 60 + 4));

    run.advance(ofHours(5));
    run.token(ASK).succeed(YES);

    assertThat(run.finish())
        .isSucceeded()
        .hasOutput(Map.of("sent", true))
        .visitedInOrder("StartTranscriptionJob", "Read Transcript", ASK, "Generate Avatar")
        .visited("Wait", 3)
        .visited("Read Transcript", 1)
        .state(
            "StartTranscriptionJob",
            start ->
                start
                    .hasTaskInputAt("$.TranscriptionJobName", "transcription_video-1")
                    .hasTaskInputAt("$.Media.MediaFileUri", "s3://videos/cats.mp4")
                    .hasTaskInputAt("$.OutputKey", "output/cats.mp4.json"))
        .state(
            "Generate Avatar",
            avatar ->
                avatar
                    .hasTaskInputAt(
                        "$.Body.text_prompts[0].text",
                        "Generate an avatar of size 300x300 pixel for the video based on the title:"
                            + " Cats at noon")
                    .hasTaskInputAt("$.Output.S3Uri", "s3://videos/avatar/cats.mp4.png"))
        .hasCallInputsAt(
            "send custom avatar to user", "$.Payload.avatar_uri", "s3://videos/avatar.png");
  }

  @Test
  void both_models_are_asked_at_the_same_time_and_the_human_sees_what_they_said() {
    RunningExecution run = titles.start(VIDEO).runUntilParked();

    assertThat(run.snapshot())
        .state("Parallel", models -> models.hasDuration(ofSeconds(4)))
        .state(
            "create Bedrock prompt",
            prompt ->
                prompt.hasOutputAt(
                    "$.prompt",
                    "Human:You will create a title and description for the provided video"
                        + " transcript. Transcript:\n"
                        + "A {cat} sleeps.  \n\n"
                        + " Your response should be formatted as a JSONObject as follows."
                        + " {\"title\":\"title\", \"description\":\"description of the video\"} Do"
                        + " not add \"here is a generated ..\" Assistant:"))
        .state(
            "Call third-party API",
            call ->
                call.hasTaskInputAt("$.RequestBody.messages[1].content", "A {cat} sleeps.")
                    .hasTaskInputAt("$.ApiEndpoint", "https://models.example.com/v1/chat"))
        .state(
            ASK,
            ask ->
                ask.hasTaskInputAt("$.Payload.input.key", "cats.mp4")
                    .hasTaskInputAt("$.Payload.taskToken", run.token(ASK).value())
                    .hasTaskInputAt(
                        "$.Payload.response_payload[0].Bedrock",
                        Map.of(
                            "model",
                            "anthropic.claude-v2",
                            "model_response",
                            "{\"title\": \"A cat\"}"))
                    .hasTaskInputAt(
                        "$.Payload.response_payload[1].publicmodel",
                        Map.of("model", "gpt-3.5-turbo", "model_response", "Sleep")));
    run.token(ASK).succeed(YES);
  }

  @Test
  void the_human_lets_the_models_try_again_until_a_title_is_good() {
    titles
        .mock("Call third-party API")
        .returns(completion("Sleep"))
        .thenReturns(completion("Noon"))
        .thenReturns(completion("Cats"));
    RunningExecution run = titles.start(VIDEO).runUntilParked();
    TaskToken first = run.token(ASK);

    first.succeed(AGAIN);
    run.runUntilParked();
    TaskToken second = run.token(ASK);
    second.succeed(AGAIN);
    run.runUntilParked();
    run.token(ASK).succeed(YES);

    assertThat(run.finish())
        .isSucceeded()
        .visited(ASK, 3)
        .visited("Read Transcript", 3)
        .hasCalls("StartTranscriptionJob", 1)
        .hasCallInputsAt(
            ASK,
            "$.Payload.response_payload[1].publicmodel.model_response",
            "Sleep",
            "Noon",
            "Cats");
    assertThat(first.value()).isNotEqualTo(second.value());
    assertThatThrownBy(() -> first.succeed(YES)).isInstanceOf(TaskTokenException.class);
  }

  @Test
  void a_human_who_refuses_and_writes_a_title_gets_an_avatar_for_that() {
    titles
        .mock(ASK)
        .isCalledBackAfter(ofHours(2))
        .with(Map.of("approved", "no", "message", Map.of("title", "My own")));

    Execution run = titles.run(VIDEO);

    assertThat(run).isSucceeded().visited(ASK, 1).visited("Generate Avatar");
    assertThat(run.calls("Generate Avatar").get(0).inputAt("$.Body.text_prompts[0].text"))
        .hasValueSatisfying(text -> assertThat(text.asText()).endsWith("title: My own"));
  }

  @Test
  void a_human_who_refuses_without_a_word_breaks_the_execution() {
    titles.mock(ASK).isCalledBackAfter(ofHours(2)).with(Map.of("approved", "no"));

    assertThat(titles.run(VIDEO))
        .isFailed()
        .hasError("States.Runtime")
        .hasCauseContaining("$.UserInput.message")
        .neverVisited("Generate Avatar");
  }

  @Test
  void a_failure_that_the_human_reports_ends_the_execution() {
    titles.mock(ASK).isCalledBackAfter(ofHours(2)).failingWith("Chat.Closed", "gone home");

    assertThat(titles.run(VIDEO))
        .isFailed()
        .hasError("Chat.Closed")
        .hasCause("gone home")
        .state(ASK, ask -> ask.hasAttempts(1));
  }

  @Test
  void a_lambda_function_that_is_throttled_is_asked_again_with_another_token() {
    titles
        .mock(ASK)
        .fails("Lambda.TooManyRequestsException")
        .times(2)
        .then()
        .isCalledBackAfter(ofHours(2))
        .with(YES);

    Execution run = titles.run(VIDEO);

    assertThat(run)
        .isSucceeded()
        .state(ASK, ask -> ask.hasAttempts(3).hasRetryDelays(ofSeconds(1), ofSeconds(2)));
    assertThat(run.calls(ASK))
        .extracting(call -> call.inputAt("$.Payload.taskToken").orElseThrow().asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void nobody_answers_and_the_service_gives_up_after_a_year() {
    RunningExecution run = titles.start(VIDEO).runUntilParked();

    run.advance(ofDays(366));

    assertThat(run.snapshot()).isTimedOut().hasDuration(ofDays(365));
  }

  @Test
  void a_transcription_that_fails_ends_the_execution() {
    titles
        .mock("GetTranscriptionJob")
        .returns(transcription("IN_PROGRESS"))
        .thenReturns(transcription("FAILED"));

    assertThat(titles.run(VIDEO))
        .isFailed()
        .hasNoError()
        .hasPath(
            "StartTranscriptionJob",
            "GetTranscriptionJob",
            "Choice",
            "Wait",
            "GetTranscriptionJob",
            "Choice",
            "Fail")
        .hasDuration(ofSeconds(60));
  }

  @Test
  void a_busy_model_is_asked_again_after_less_than_the_full_delay() {
    titles
        .mock("Call third-party API")
        .fails("States.Http.StatusCode.503")
        .times(2)
        .thenReturns(completion("Sleep"));
    titles.mock(ASK).isCalledBackAfter(ofHours(2)).with(YES);

    Execution run = titles.run(VIDEO);

    assertThat(run).isSucceeded();
    List<Duration> delays = run.visits("Call third-party API").get(0).retryDelays();
    assertThat(delays).hasSize(2);
    assertThat(delays.get(0)).isBetween(Duration.ZERO, ofSeconds(1));
    assertThat(delays.get(1)).isBetween(Duration.ZERO, ofSeconds(2));
  }

  @Test
  void a_model_that_is_down_ends_the_execution_and_cuts_the_other_off() {
    titles.mock("Call third-party API").fails("States.Http.StatusCode.503", "down");
    titles.mock("Bedrock InvokeModel").neverAnswers();

    assertThat(titles.run(VIDEO))
        .isFailed()
        .hasError("States.Http.StatusCode.503")
        .hasCause("down")
        .hasCalls("Call third-party API", 4)
        .neverVisited(ASK);
  }

  private static Map<String, Object> transcription(String status) {
    return Map.of(
        "TranscriptionJob",
        Map.of(
            "TranscriptionJobName",
            "t-1",
            "Transcript",
            Map.of("TranscriptFileUri", "s3://videos/output/cats.mp4.json"),
            "TranscriptionJobStatus",
            status));
  }

  private static Map<String, Object> completion(String title) {
    return Map.of(
        "StatusCode",
        200,
        "ResponseBody",
        Map.of(
            "model",
            "gpt-3.5-turbo",
            "choices",
            List.of(Map.of("message", Map.of("role", "assistant", "content", title)))));
  }
}
