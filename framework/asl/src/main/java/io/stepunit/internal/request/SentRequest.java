package io.stepunit.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.integration.PlausibleValue;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.SendCheck;
import io.stepunit.internal.model.SentValue;
import io.stepunit.internal.model.Unsendable;
import io.stepunit.internal.request.RequestProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks what one Task sends. Only values that expressions make are looked at: the others were
 * checked when the definition was loaded. What to look at is worked out at the first call.
 *
 * <p>How AWS takes fields that the state's whole input has and the operation does not, where a Task
 * has no {@code Parameters}, was never seen: there only types are checked.
 */
public final class SentRequest implements SendCheck {
  private static final int LONGEST = 80;

  private final Resource.Service called;
  private final WrittenRequest written;
  private final boolean tolerant;
  private volatile @Nullable Plan plan;

  /**
   * @param tolerant whether the Task is called whatever is wrong
   */
  public SentRequest(Resource.Service called, WrittenRequest written, boolean tolerant) {
    this.called = called;
    this.written = written;
    this.tolerant = tolerant;
  }

  /**
   * What to look at.
   *
   * @param form empty if the operation is not known, and nothing is checked
   */
  private record Plan(Optional<RequestForm> form, List<ComputedValue> values) {
    boolean fits(JsonNode request) {
      for (int i = 0; i < values.size(); i++) {
        if (!values.get(i).fits(request)) {
          return false;
        }
      }
      return true;
    }
  }

  private Plan plan() {
    Plan known = plan;
    if (known == null) {
      Optional<RequestForm> form = RequestForms.of(called);
      known = new Plan(form, form.map(of -> ComputedValues.in(written, of)).orElseGet(List::of));
      plan = known;
    }
    return known;
  }

  @Override
  public Optional<Unsendable> check(JsonNode request) {
    Plan of = plan();
    return of.fits(request) ? Optional.empty() : refusal(of, request);
  }

  private Optional<Unsendable> refusal(Plan of, JsonNode request) {
    List<String> problems = new ArrayList<>();
    List<String> origins = new ArrayList<>();
    RequestForm form = of.form().orElseThrow();
    for (RequestProblem problem : RequestCheck.problems(form, request, Notation.EFFECTIVE)) {
      Optional<ComputedValue> maker =
          of.values().stream().filter(value -> value.contains(problem.path())).findFirst();
      if (isRefused(problem) && maker.isPresent()) {
        problems.add(problem.message());
        origins.add(origin(maker.get(), problem));
      }
    }
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(new Unsendable(request, problems, origins, tolerant));
  }

  private boolean isRefused(RequestProblem problem) {
    return written.template().isPresent() ? problem.isRefused() : problem.kind() == Kind.TYPE;
  }

  private String origin(ComputedValue maker, RequestProblem problem) {
    List<String> within = problem.path().subList(maker.way().size(), problem.path().size());
    String at = within.isEmpty() ? "" : " at " + String.join(".", within);
    return "%s (%s)%s: %s"
        .formatted(
            maker.code(), written.places().apply(maker.pointer()), at, shortened(problem.hint()));
  }

  @Override
  public List<SentValue> values() {
    Plan of = plan();
    return of.form().stream()
        .flatMap(form -> of.values().stream().map(value -> (SentValue) new Typed(form, value)))
        .toList();
  }

  /** A value that has to be of a type. */
  private final class Typed implements SentValue {
    private final RequestForm form;
    private final ComputedValue value;

    Typed(RequestForm form, ComputedValue value) {
      this.form = form;
      this.value = value;
    }

    @Override
    public List<DataPath.Step> way() {
      return value.way();
    }

    @Override
    public boolean isSent(JsonNode given) {
      List<RequestProblem> problems =
          value.way().isEmpty()
              ? RequestCheck.problems(form, given, Notation.EFFECTIVE)
              : RequestCheck.problems(form, value.shape(), given, value.name());
      return problems.stream().noneMatch(SentRequest.this::isRefused);
    }

    @Override
    public JsonNode sendable(JsonNode given) {
      return PlausibleValue.REQUEST.like(value.shape(), given, value.name());
    }
  }

  private static String shortened(String hint) {
    return hint.length() <= LONGEST ? hint : hint.substring(0, LONGEST) + "…";
  }
}
