package io.stepunit.internal.load.template;

import io.stepunit.internal.model.TemplateResources;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.List;
import java.util.Optional;

/** Tells templates from definitions, and finds the machines in them. */
public final class Templates {
  private Templates() {}

  /** Whether a file is a template, by its root. */
  public static boolean isTemplate(Document document) {
    return CloudFormationTemplate.is(document)
        || ServerlessFile.is(document)
        || TerraformPlan.is(document);
  }

  /** The machines of a template, in its order. */
  public static List<FoundMachine> machines(Document document, GivenValues given) {
    if (CloudFormationTemplate.is(document)) {
      return CloudFormationTemplate.machines(document, given);
    }
    return ServerlessFile.is(document)
        ? ServerlessFile.machines(document, given)
        : TerraformPlan.machines(document, given);
  }

  /**
   * The machine of a name; by the end of its path if no whole name fits.
   *
   * @return empty if there is none, or if several end so
   */
  public static Optional<FoundMachine> choose(List<FoundMachine> machines, String name) {
    Optional<FoundMachine> called =
        only(machines.stream().filter(m -> m.id().equals(name)).toList());
    return called
        .or(() -> only(machines.stream().filter(m -> m.isCalled(name)).toList()))
        .or(() -> only(machines.stream().filter(m -> m.isAtTheEndOf(name)).toList()));
  }

  private static Optional<FoundMachine> only(List<FoundMachine> machines) {
    return machines.size() == 1 ? Optional.of(machines.get(0)) : Optional.empty();
  }

  /**
   * A definition that stands alone in a file, in which functions of CloudFormation and placeholders
   * that have a value are replaced.
   */
  public static RawMachine definition(Document document, GivenValues given) {
    Functions functions = new Functions(document, new StackScope(document.root(), given));
    LocatedNode definition =
        new Resolver(document, functions, text -> Placeholders.replace(text, given::of))
            .definition(document.root());
    return new RawMachine(
        definition,
        Optional.empty(),
        Optional.empty(),
        functions.deployed(),
        TemplateResources.NONE);
  }
}
