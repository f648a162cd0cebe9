// Drives an endpoint with the AWS SDK for JavaScript; prints what came of it, a line for each step.
const fs = require("node:fs");
const sdk = require("@aws-sdk/client-sfn");

const [url, file] = process.argv.slice(2);
const order = "arn:aws:states:us-east-1:123456789012:stateMachine:order";
const sfn = new sdk.SFNClient({
  endpoint: url,
  region: "us-east-1",
  credentials: { accessKeyId: "any", secretAccessKey: "any" },
  maxAttempts: 1,
});

async function poll(executionArn, until) {
  for (let round = 0; round < 20; round++) {
    const described = await sfn.send(new sdk.DescribeExecutionCommand({ executionArn }));
    if (await until(described)) {
      return described;
    }
  }
  throw new Error("still running");
}

const ended = (described) => described.status !== "RUNNING";

async function events(executionArn) {
  const pages = [];
  const paginator = sdk.paginateGetExecutionHistory({ client: sfn, pageSize: 3 }, { executionArn });
  for await (const page of paginator) {
    pages.push(page.events);
  }
  return pages;
}

async function token(executionArn) {
  await poll(executionArn, async () =>
    (await events(executionArn)).flat().some((event) => /^Task(Started|Submitted)$/.test(event.type)),
  );
  const scheduled = (await events(executionArn)).flat().find((event) => event.type === "TaskScheduled");
  return JSON.parse(scheduled.taskScheduledEventDetails.parameters).MessageBody.token;
}

async function walk() {
  const { stateMachineArn } = await sfn.send(
    new sdk.CreateStateMachineCommand({
      name: "approval",
      definition: fs.readFileSync(file, "utf8"),
      roleArn: "arn:aws:iam::123456789012:role/approval",
    }),
  );
  console.log("created", stateMachineArn.split(":").pop());

  const start = async (members) =>
    (await sfn.send(new sdk.StartExecutionCommand(members))).executionArn;
  const first = await start({ stateMachineArn, name: "first", input: "{}" });
  await sfn.send(
    new sdk.SendTaskSuccessCommand({ taskToken: await token(first), output: '{"by": "kim"}' }),
  );
  let described = await poll(first, ended);
  console.log("approved", described.status, JSON.parse(described.output).by);

  const second = await start({ stateMachineArn, name: "second" });
  await sfn.send(
    new sdk.StopExecutionCommand({ executionArn: second, error: "Cancelled", cause: "no need" }),
  );
  described = await sfn.send(new sdk.DescribeExecutionCommand({ executionArn: second }));
  console.log("stopped", described.status, described.error);

  const pages = await events(first);
  const ids = pages.flat().map((event) => event.id);
  const ordered = ids.every((id, index) => id === index + 1);
  console.log("history", ids.length, "events of 3 a page:", ordered ? "True" : "False");
  console.log("page", pages.slice(0, -1).every((page) => page.length === 3) ? "True" : "False");

  const names = [];
  const listed = sdk.paginateListExecutions({ client: sfn, pageSize: 1 }, { stateMachineArn });
  for await (const page of listed) {
    names.push(...page.executions.map((run) => run.name));
  }
  console.log("listed", names.sort().join(","));

  const { activityArn } = await sfn.send(new sdk.CreateActivityCommand({ name: "pick" }));
  const run = await start({ stateMachineArn: order + "#BusyOnce", input: '{"id": 7}' });
  await poll(run, async () =>
    (await events(run)).flat().some((event) => event.type === "ActivityScheduled"),
  );
  const task = await sfn.send(
    new sdk.GetActivityTaskCommand({ activityArn, workerName: "javascript" }),
  );
  console.log("worker", JSON.parse(task.input).id);
  await sfn.send(
    new sdk.SendTaskSuccessCommand({ taskToken: task.taskToken, output: '{"picked": true}' }),
  );
  console.log("ordered", (await poll(run, ended)).output);

  try {
    await start({ stateMachineArn: order + "s" });
  } catch (refused) {
    console.log("refused", refused.name);
  }

  await sfn.send(new sdk.DeleteStateMachineCommand({ stateMachineArn }));
  const deleted = await sfn.send(new sdk.DescribeStateMachineCommand({ stateMachineArn }));
  console.log("deleted", deleted.status);
}

walk().catch((problem) => {
  console.error(problem);
  process.exit(1);
});
