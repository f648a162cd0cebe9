package io.stepunit.internal.load.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.model.TemplateResources;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state machines of a Terraform plan or state, as {@code terraform show -json} writes it.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output
 *     format</a>
 */
final class TerraformPlan {
  private static final String TYPE = "aws_sfn_state_machine";

  private final Document document;
  private final GivenValues given;

  private TerraformPlan(Document document, GivenValues given) {
    this.document = document;
    this.given = given;
  }

  static boolean is(Document document) {
    Map<String, LocatedNode> fields = document.root().fields();
    return fields.containsKey("planned_values")
        || fields.containsKey("terraform_version") && fields.containsKey("values");
  }

  static List<FoundMachine> machines(Document document, GivenValues given) {
    Map<String, LocatedNode> fields = document.root().fields();
    LocatedNode values = fields.getOrDefault("planned_values", fields.get("values"));
    List<FoundMachine> machines = new ArrayList<>();
    if (values != null && values.fields().containsKey("root_module")) {
      new TerraformPlan(document, given).add(values.fields().get("root_module"), machines);
    }
    return machines;
  }

  private void add(LocatedNode module, List<FoundMachine> machines) {
    for (LocatedNode resource : items(module, "resources")) {
      if (text(resource, "type").equals(TYPE)) {
        String address = text(resource, "address");
        machines.add(
            new FoundMachine(
                address, List.of(text(resource, "name")), () -> read(resource, address)));
      }
    }
    items(module, "child_modules").forEach(child -> add(child, machines));
  }

  private RawMachine read(LocatedNode resource, String address) {
    LocatedNode values = resource.fields().getOrDefault("values", resource);
    LocatedNode definition = values.fields().get("definition");
    if (definition == null || !definition.value().isTextual()) {
      throw unknown(resource, address);
    }
    PlacedText text =
        Placeholders.replace(
            document.placed(definition),
            name -> given.of(name).map(value -> document.at(definition, value)));
    return new RawMachine(
        document.files().parse(text),
        optional(values, "name"),
        optional(values, "type").map(type -> StackMachine.type(document, type, values.position())),
        Set.of(),
        TemplateResources.NONE);
  }

  private RuntimeException unknown(LocatedNode resource, String address) {
    Set<String> references = new LinkedHashSet<>();
    collect(document.root().value().path("configuration").path("root_module"), address, references);
    return document
        .files()
        .problem(
            "The definition of " + address + " is known only after apply",
            resource.location(),
            (references.isEmpty() ? "" : "it refers to " + String.join(", ", references) + "; ")
                + "load the template file it is made of, or the output of terraform show -json once"
                + " it is applied");
  }

  /** What the definition is made of, for the message. */
  private static void collect(JsonNode module, String address, Set<String> references) {
    for (JsonNode resource : module.path("resources")) {
      if (address.equals(resource.path("address").asText())) {
        resource
            .path("expressions")
            .path("definition")
            .path("references")
            .forEach(reference -> references.add(reference.asText()));
      }
    }
  }

  private static List<LocatedNode> items(LocatedNode node, String field) {
    LocatedNode found = node.fields().get(field);
    return found == null ? List.of() : found.items();
  }

  private static Optional<String> optional(LocatedNode node, String field) {
    return Optional.of(text(node, field)).filter(text -> !text.isEmpty());
  }

  private static String text(LocatedNode node, String field) {
    LocatedNode found = node.fields().get(field);
    return found == null || !found.value().isTextual() ? "" : found.value().asText();
  }
}
