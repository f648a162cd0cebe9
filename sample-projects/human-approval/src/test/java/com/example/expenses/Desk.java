package com.example.expenses;

import io.stepunit.RunningExecution;
import io.stepunit.TaskToken;
import io.stepunit.mock.Outbox;
import io.stepunit.mock.SentMessage;
import java.util.List;

/** A person who reads messages of a queue and answers with the token that the message brought. */
record Desk(Outbox outbox, String queue) {
  /** The messages to this desk, in order. */
  List<SentMessage> inbox() {
    return outbox.sent("sqs").stream()
        .filter(sent -> sent.request().path("QueueUrl").asText().endsWith("/" + queue))
        .toList();
  }

  /** How to answer the latest message. */
  TaskToken latest(RunningExecution run) {
    SentMessage message = inbox().get(inbox().size() - 1);
    return run.token(message.messageAt("$.taskToken").orElseThrow().asText());
  }
}
