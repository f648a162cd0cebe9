package io.stepunit.internal.model.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.RequestValidation;
import io.stepunit.asl.Rule;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.SendCheck;
import io.stepunit.internal.model.StateInfo;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.model.UnknownResourceException;
import io.stepunit.internal.request.Notation;
import io.stepunit.internal.request.SentRequest;
import io.stepunit.internal.request.WrittenRequest;
import java.util.Optional;

/**
 * Reads Task states.
 *
 * @param fields the state's fields
 */
record TaskReader(Fields fields) {
  TaskState read(StateInfo info) {
    SettingFields settings = new SettingFields(fields);
    Resource resource = resource();
    return new TaskState(
        info,
        resource,
        fields.optional("Resource").map(LocatedNode::location).orElseGet(fields::location),
        fields.ofLanguage().ofWorkingState(),
        function(),
        sendCheck(resource),
        settings.integer("TimeoutSeconds", 1, SettingFields.MAX_SECONDS),
        settings.integer("HeartbeatSeconds", 1, SettingFields.MAX_SECONDS),
        fields.optional("Credentials").flatMap(this::roleArn),
        new TransitionReader(fields).errorHandlers(),
        new TransitionReader(fields).next());
  }

  private Optional<String> function() {
    return request()
        .map(LocatedNode::value)
        .map(sent -> sent.path("FunctionName"))
        .filter(name -> name.isTextual() && !(fields.isJsonata() && isExpression(name.textValue())))
        .map(JsonNode::textValue);
  }

  private static boolean isExpression(String text) {
    return text.startsWith("{%");
  }

  private Optional<LocatedNode> request() {
    return fields.optional(fields.isJsonata() ? "Arguments" : "Parameters");
  }

  private SendCheck sendCheck(Resource resource) {
    RequestValidation mode = fields.context().diagnostics().requestValidation();
    return resource instanceof Resource.Service called && mode != RequestValidation.OFF
        ? new SentRequest(called, written(), mode == RequestValidation.WARN)
        : SendCheck.NONE;
  }

  private WrittenRequest written() {
    Optional<LocatedNode> template = request();
    return new WrittenRequest(
        template.map(LocatedNode::value),
        fields.isJsonata() ? Notation.JSONATA : Notation.JSONPATH,
        pointer -> template.map(node -> node.at(pointer).location()).orElseGet(fields::location));
  }

  private Resource resource() {
    Optional<LocatedNode> field = fields.required("Resource");
    String text = field.map(fields::textOf).orElse("");
    try {
      return Resource.parse(text, fields.context().template());
    } catch (UnknownResourceException e) {
      field
          .filter(f -> f.value().isTextual())
          .ifPresent(
              f ->
                  fields.report(
                      Rule.UNRECOGNIZED_RESOURCE,
                      String.valueOf(e.getMessage()),
                      f.location(),
                      e.hint()));
      return new Resource.LambdaFunction(text, text);
    }
  }

  private Optional<Expr> roleArn(LocatedNode field) {
    Fields credentials = fields.of(field, "Credentials");
    Optional<Expr> roleArn = credentials.ofLanguage().roleArn();
    if (roleArn.isEmpty()) {
      // As recorded, AWS then says no word of fields that do not belong there.
      fields.report(
          Rule.CREDENTIALS_WITHOUT_ROLE,
          "The field 'RoleArn' is required but was missing",
          field.location(),
          field.fields().isEmpty() ? "" : "found " + String.join(", ", field.fields().keySet()));
    } else {
      credentials.done();
    }
    return roleArn;
  }
}
