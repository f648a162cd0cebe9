package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.history.EventDetails;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The details object of an event, its members in the order of the service's model. */
final class DetailsJson {
  private final ObjectNode node = Json.NODES.objectNode();
  private final DataForm form;

  private DetailsJson(DataForm form) {
    this.form = form;
  }

  static JsonNode of(EventDetails details, DataForm form) {
    DetailsJson json = new DetailsJson(form);
    if (!json.addStateDetails(details) && !json.addTaskDetails(details)) {
      json.addExecutionDetails(details);
    }
    return json.node;
  }

  private void addExecutionDetails(EventDetails details) {
    if (details instanceof EventDetails.ExecutionStarted started) {
      data("input", started.input())
          .member("roleArn", started.roleArn())
          .member("stateMachineAliasArn", started.stateMachineAliasArn())
          .member("stateMachineVersionArn", started.stateMachineVersionArn());
    } else if (details instanceof EventDetails.Output succeeded) {
      data("output", succeeded.output());
    } else if (details instanceof EventDetails.ExecutionRedriven redriven) {
      member("redriveCount", (long) redriven.redriveCount());
    } else if (details instanceof EventDetails.Failure failure) {
      member("error", failure.error()).member("cause", failure.cause());
    } else if (!(details instanceof EventDetails.None)) {
      throw new IllegalStateException("No JSON form is known of " + details.getClass().getName());
    }
  }

  private boolean addStateDetails(EventDetails details) {
    if (details instanceof EventDetails.StateEntered entered) {
      member("name", entered.name()).data("input", entered.input());
    } else if (details instanceof EventDetails.StateExited exited) {
      member("name", exited.name()).data("output", exited.output());
      assigned(exited.assignedVariables());
    } else if (details instanceof EventDetails.MapStateStarted started) {
      member("length", (long) started.length());
    } else if (details instanceof EventDetails.MapIteration iteration) {
      member("name", iteration.name()).member("index", (long) iteration.index());
    } else if (details instanceof EventDetails.MapRunStarted started) {
      member("mapRunArn", started.mapRunArn());
    } else if (details instanceof EventDetails.MapRunRedriven redriven) {
      member("mapRunArn", redriven.mapRunArn())
          .member("redriveCount", (long) redriven.redriveCount());
    } else if (details instanceof EventDetails.EvaluationFailed failed) {
      member("error", failed.error())
          .member("cause", failed.cause())
          .member("location", failed.location())
          .member("state", failed.state());
    } else {
      return false;
    }
    return true;
  }

  private boolean addTaskDetails(EventDetails details) {
    if (details instanceof EventDetails.LambdaFunctionScheduled scheduled) {
      member("resource", scheduled.resource())
          .data("input", scheduled.input())
          .member("timeoutInSeconds", scheduled.timeoutInSeconds())
          .credentials(scheduled.credentialsRoleArn());
    } else if (details instanceof EventDetails.ActivityScheduled scheduled) {
      member("resource", scheduled.resource())
          .data("input", scheduled.input())
          .member("timeoutInSeconds", scheduled.timeoutInSeconds())
          .member("heartbeatInSeconds", scheduled.heartbeatInSeconds());
    } else if (details instanceof EventDetails.ActivityStarted started) {
      member("workerName", started.workerName());
    } else if (details instanceof EventDetails.TaskScheduled scheduled) {
      service(scheduled.resourceType(), scheduled.resource())
          .member("region", scheduled.region())
          .computed("parameters", scheduled.parameters())
          .member("timeoutInSeconds", scheduled.timeoutInSeconds())
          .member("heartbeatInSeconds", scheduled.heartbeatInSeconds())
          .credentials(scheduled.credentialsRoleArn());
    } else if (details instanceof EventDetails.TaskStarted started) {
      service(started.resourceType(), started.resource());
    } else if (details instanceof EventDetails.TaskOutput succeeded) {
      service(succeeded.resourceType(), succeeded.resource()).data("output", succeeded.output());
    } else if (details instanceof EventDetails.TaskFailure failure) {
      service(failure.resourceType(), failure.resource())
          .member("error", failure.error())
          .member("cause", failure.cause());
    } else {
      return false;
    }
    return true;
  }

  private DetailsJson service(String resourceType, String resource) {
    return member("resourceType", resourceType).member("resource", resource);
  }

  private DetailsJson data(String name, JsonNode value) {
    node.set(name, form.of(name, value));
    truncation(name + "Details");
    return this;
  }

  /** What a state made: whatever it was sent as, its text is its own. */
  private DetailsJson computed(String name, JsonNode value) {
    node.set(name, form.of(name, SentJson.withoutText(value)));
    return this;
  }

  private void truncation(String name) {
    node.putObject(name).put("truncated", false);
  }

  private void assigned(Map<String, JsonNode> variables) {
    if (!variables.isEmpty()) {
      ObjectNode texts = node.putObject("assignedVariables");
      new TreeMap<>(variables)
          .forEach((name, value) -> texts.set(name, form.of(name, SentJson.withoutText(value))));
      truncation("assignedVariablesDetails");
    }
  }

  private void credentials(@Nullable String roleArn) {
    if (roleArn != null) {
      node.putObject("taskCredentials").put("roleArn", roleArn);
    }
  }

  private DetailsJson member(String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
    return this;
  }

  private DetailsJson member(String name, @Nullable Long value) {
    if (value != null) {
      node.put(name, value);
    }
    return this;
  }
}
