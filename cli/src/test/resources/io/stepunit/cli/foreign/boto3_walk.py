"""Drives an endpoint with boto3; prints what came of it, a line for each step."""
import json
import sys

import boto3
from botocore.config import Config

url, definition = sys.argv[1], open(sys.argv[2]).read()
order = "arn:aws:states:us-east-1:123456789012:stateMachine:order"
sfn = boto3.client(
    "stepfunctions",
    endpoint_url=url,
    region_name="us-east-1",
    aws_access_key_id="any",
    aws_secret_access_key="any",
    config=Config(retries={"max_attempts": 0}),
)


def poll(arn, until):
    for _ in range(20):
        described = sfn.describe_execution(executionArn=arn)
        if until(described):
            return described
    raise SystemExit(f"still {described}")


def ended(described):
    return described["status"] != "RUNNING"


def events(arn):
    pages = sfn.get_paginator("get_execution_history").paginate(
        executionArn=arn, PaginationConfig={"PageSize": 3}
    )
    return [page["events"] for page in pages]


def token(arn):
    def asked(_):
        return any(
            event["type"] == "TaskSubmitted" or event["type"] == "TaskStarted"
            for page in events(arn)
            for event in page
        )

    poll(arn, asked)
    scheduled = next(
        event for page in events(arn) for event in page if event["type"] == "TaskScheduled"
    )
    parameters = json.loads(scheduled["taskScheduledEventDetails"]["parameters"])
    return parameters["MessageBody"]["token"]


machine = sfn.create_state_machine(
    name="approval", definition=definition, roleArn="arn:aws:iam::123456789012:role/approval"
)["stateMachineArn"]
print("created", machine.split(":")[-1])

first = sfn.start_execution(stateMachineArn=machine, name="first", input="{}")["executionArn"]
sfn.send_task_success(taskToken=token(first), output='{"by": "kim"}')
described = poll(first, ended)
print("approved", described["status"], json.loads(described["output"])["by"])

second = sfn.start_execution(stateMachineArn=machine, name="second")["executionArn"]
sfn.stop_execution(executionArn=second, error="Cancelled", cause="no need")
described = sfn.describe_execution(executionArn=second)
print("stopped", described["status"], described["error"])

pages = events(first)
ids = [event["id"] for page in pages for event in page]
print("history", len(ids), "events of 3 a page:", ids == list(range(1, len(ids) + 1)))
print("page", [len(page) for page in pages][:-1] == [3] * (len(pages) - 1))

names = [
    run["name"]
    for page in sfn.get_paginator("list_executions").paginate(
        stateMachineArn=machine, PaginationConfig={"PageSize": 1}
    )
    for run in page["executions"]
]
print("listed", ",".join(sorted(names)))

activity = sfn.create_activity(name="pick")["activityArn"]
run = sfn.start_execution(stateMachineArn=order + "#BusyOnce", input='{"id": 7}')["executionArn"]
poll(run, lambda _: any(e["type"] == "ActivityScheduled" for page in events(run) for e in page))
task = sfn.get_activity_task(activityArn=activity, workerName="boto3")
print("worker", json.loads(task["input"])["id"])
sfn.send_task_success(taskToken=task["taskToken"], output='{"picked": true}')
print("ordered", poll(run, ended)["output"])

try:
    sfn.start_execution(stateMachineArn=order + "s")
except sfn.exceptions.StateMachineDoesNotExist as refused:
    print("refused", refused.response["Error"]["Code"])

sfn.delete_state_machine(stateMachineArn=machine)
print("deleted", sfn.describe_state_machine(stateMachineArn=machine)["status"])
