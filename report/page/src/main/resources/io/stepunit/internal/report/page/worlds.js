/** What is known of a test's world, sorted for its view: pure, of values only. */

/** The calls by what they called: those with duplicates first, then in the order of their first calls. */
export function worksOf(effects) {
  const works = new Map();
  for (const effect of effects) {
    const key = JSON.stringify([effect.machine, effect.state, effect.resource]);
    if (!works.has(key)) works.set(key, { state: effect.state, machine: effect.machine, resource: effect.resource, effects: [] });
    works.get(key).effects.push(effect);
  }
  const isOneMachine = new Set(effects.map((effect) => effect.machine)).size < 2;
  const all = [...works.values()].map((work) => {
    const amount = (outcome) => work.effects.filter((effect) => effect.outcome === outcome).length;
    return {
      ...work,
      machine: isOneMachine ? undefined : work.machine,
      happened: amount("HAPPENED"),
      failed: amount("FAILED"),
      unknown: amount("UNKNOWN"),
      duplicates: work.effects.filter((effect) => effect.repeats !== undefined).length,
    };
  });
  return all.sort((a, b) => (b.duplicates > 0) - (a.duplicates > 0));
}

/** What a Task calls, without what each ARN has: `lambda:invoke`, `lambda charge`, `activity desk`. */
export function resourceName(resource) {
  const [, , service, , , kind, ...rest] = resource.split(":");
  if (service === "states" && kind === "activity") return `activity ${rest.join(":")}`;
  if (service === "states") return [kind, ...rest].filter(Boolean).join(":");
  if (service === "lambda" && kind === "function") return `lambda ${rest.join(":")}`;
  return resource;
}

/**
 * Executions below those that started them: `{execution, children}`. What was started by an execution
 * that is not there is a root.
 *
 * @param parentArn what else tells of an execution who started it
 */
export function executionTree(executions, parentArn = () => undefined) {
  const nodes = executions.map((execution) => ({ execution, children: [] }));
  const byArn = new Map(nodes.map((node) => [node.execution.arn, node]));
  const roots = [];
  for (const node of nodes) {
    const parent = byArn.get(node.execution.startedBy ?? parentArn(node.execution));
    (parent && parent !== node ? parent.children : roots).push(node);
  }
  return roots;
}
