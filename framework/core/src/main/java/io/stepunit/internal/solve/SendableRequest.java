package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Trees;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.model.SentValue;
import io.stepunit.internal.model.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what the data has to be like for a Task to send a request that its service takes. */
final class SendableRequest {
  private final TaskState task;
  private final Expr template;
  private final Scope scope;

  /**
   * @param template what the request is made by
   * @param scope what the template sees
   */
  SendableRequest(TaskState task, Optional<Expr> template, Scope scope) {
    this.task = task;
    this.template = template.orElseGet(Expr::input);
    this.scope = scope;
  }

  /** What it takes for the request to be sent. */
  Wants toBeSent() {
    try {
      JsonNode request = template.evaluate(scope);
      boolean isRefused =
          task.sendCheck().check(request).filter(problem -> !problem.tolerated()).isPresent();
      return isRefused ? fitting(request) : Wants.FULFILLED;
    } catch (EvaluationException e) {
      return Wants.FULFILLED;
    }
  }

  private Wants fitting(JsonNode request) {
    Wants all = Wants.FULFILLED;
    for (SentValue value : task.sendCheck().values()) {
      JsonNode now = Trees.findExactly(request, value.way()).orElse(MissingNode.getInstance());
      if (!now.isMissingNode() && !value.isSent(now)) {
        all = all.and(changed(value.way(), now, value.sendable(now)));
      }
    }
    return all;
  }

  /** The rest of what is there may be needed elsewhere: as little as possible becomes different. */
  private Wants changed(List<DataPath.Step> way, JsonNode now, JsonNode then) {
    Wants parts =
        differences(way, now, then).stream()
            .map(part -> template.wants(scope, part.path().steps(), part.value()))
            .reduce(Wants.FULFILLED, Wants::and);
    return parts.or(template.wants(scope, way, new Want.Value.Is(then)));
  }

  private static List<Want> differences(List<DataPath.Step> way, JsonNode now, JsonNode then) {
    List<Want> all = new ArrayList<>();
    differences(DataPath.of(DataPath.Source.INPUT).with(way), now, then, all);
    return all;
  }

  private static void differences(DataPath at, JsonNode now, JsonNode then, List<Want> all) {
    if (now.isObject() && then.isObject()) {
      now.fieldNames()
          .forEachRemaining(
              name -> {
                if (!then.has(name)) {
                  all.add(Want.nothing(at.field(name)));
                }
              });
      then.fieldNames()
          .forEachRemaining(
              name -> differences(at.field(name), now.path(name), then.path(name), all));
    } else if (now.isArray() && then.isArray() && now.size() == then.size()) {
      for (int i = 0; i < now.size(); i++) {
        differences(at.item(i), now.get(i), then.get(i), all);
      }
    } else if (!now.equals(then)) {
      all.add(Want.is(at, then));
    }
  }
}
