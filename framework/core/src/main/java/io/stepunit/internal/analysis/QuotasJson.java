package io.stepunit.internal.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.cost.Cost;
import io.stepunit.cost.Quota;
import io.stepunit.cost.QuotaUse;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.util.List;

/** Quotas and cost of an execution, as the report's records have them. */
public final class QuotasJson {
  private static final long MILLION = 1_000_000;

  private QuotasJson() {}

  /** The members of a {@code quotas} record after its kind and execution. */
  public static ObjectNode of(ExecutionRecord execution) {
    List<QuotaUse> uses = QuotaUses.of(execution);
    Cost cost = Costs.of(execution);
    ObjectNode json = Json.NODES.objectNode();
    json.put("events", execution.events().size());
    uses.stream()
        .filter(use -> use.quota() == Quota.PAYLOAD_BYTES)
        .forEach(use -> largest(json.putObject("largestPayload"), use));
    json.put("transitions", cost.transitions().total());
    express(json.putObject("express"), cost);
    json.putObject("standard")
        .put("usd", text(cost.asStandard(1)))
        .put("usdPerMillion", text(cost.asStandard(MILLION)));
    json.putObject("cost")
        .put("type", cost.type().name())
        .put("usd", text(cost.usd()))
        .put("usdPerMillion", text(cost.usd(MILLION)))
        .put("region", cost.prices().region())
        .put("asOf", cost.prices().asOf().toString())
        .put("childrenNotKept", cost.childrenNotKept());
    uses.forEach(use -> add(json.withArray("quotas"), use));
    return json;
  }

  private static void largest(ObjectNode json, QuotaUse use) {
    json.put("bytes", use.used());
    use.state().ifPresent(state -> json.put("state", state));
    json.put("what", use.detail());
  }

  private static void express(ObjectNode json, Cost cost) {
    json.put("billedMilliseconds", cost.billingDetails().billedDuration().toMillis())
        .put("billedMemoryMb", cost.billingDetails().billedMemoryUsedInMb())
        .put("gbSeconds", text(cost.gbSeconds()))
        .put("usd", text(cost.asExpress(1)))
        .put("usdPerMillion", text(cost.asExpress(MILLION)))
        .put("possible", cost.type() == WorkflowType.EXPRESS || cost.expressObstacles().isEmpty());
    cost.expressObstacles().forEach(obstacle -> json.withArray("obstacles").add(obstacle));
  }

  private static void add(ArrayNode quotas, QuotaUse use) {
    ObjectNode json = quotas.addObject();
    json.put("quota", use.quota().name())
        .put("title", use.quota().title())
        .put("used", use.used())
        .put("limit", use.limit())
        .put("share", use.share());
    use.state().ifPresent(state -> json.put("state", state));
    json.put("detail", use.detail()).put("exceeded", use.isExceeded());
  }

  /** A text, as a number would lose digits. */
  private static String text(BigDecimal amount) {
    return amount.toPlainString();
  }
}
