#!/bin/sh
# Drives an endpoint with the AWS CLI; prints what came of it, a line for each step.
set -eu
url=$1
definition=$2
order=arn:aws:states:us-east-1:123456789012:stateMachine:order
export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-east-1
export AWS_MAX_ATTEMPTS=1 AWS_PAGER= AWS_EC2_METADATA_DISABLED=true

sfn() {
  "${AWS:-aws}" stepfunctions "$@" --endpoint-url "$url" --output text
}

machine=$(sfn create-state-machine --name approval --definition "file://$definition" \
  --role-arn arn:aws:iam::123456789012:role/approval --query stateMachineArn)
echo created "${machine##*:}"

first=$(sfn start-execution --state-machine-arn "$machine" --name first --input '{}' \
  --query executionArn)
token=
while [ -z "$token" ]; do
  sfn describe-execution --execution-arn "$first" --query status >/dev/null
  token=$(sfn get-execution-history --execution-arn "$first" \
    --query "events[?type=='TaskScheduled'].taskScheduledEventDetails.parameters" |
    sed -n 's/.*"token": *"\([^"]*\)".*/\1/p')
done
sfn send-task-success --task-token "$token" --task-output '{"by": "kim"}'
status=RUNNING
while [ "$status" = RUNNING ]; do
  status=$(sfn describe-execution --execution-arn "$first" --query status)
done
output=$(sfn describe-execution --execution-arn "$first" --query output)
echo approved "$status" "$(echo "$output" | sed 's/.*"by": *"\([^"]*\)".*/\1/')"

second=$(sfn start-execution --state-machine-arn "$machine" --name second --query executionArn)
sfn stop-execution --execution-arn "$second" --error Cancelled --cause 'no need' >/dev/null
echo stopped "$(sfn describe-execution --execution-arn "$second" --query '[status, error]' | tr '\t' ' ')"

all=$(sfn get-execution-history --execution-arn "$first" --page-size 3 --query 'events[].[id]')
page=$(sfn get-execution-history --execution-arn "$first" --max-results 3 --no-paginate \
  --query 'length(events)')
if echo "$all" | sort -n -u -c; then ordered=True; else ordered=False; fi
echo history "$(echo "$all" | wc -l | tr -d ' ')" events of 3 a page: $ordered
echo page "$([ "$page" = 3 ] && echo True || echo False)"

echo listed "$(sfn list-executions --state-machine-arn "$machine" --page-size 1 \
  --query 'executions[].name' | tr '\t' '\n' | sort | paste -sd , -)"

activity=$(sfn create-activity --name pick --query activityArn)
run=$(sfn start-execution --state-machine-arn "$order#BusyOnce" --input '{"id": 7}' \
  --query executionArn)
scheduled=
while [ -z "$scheduled" ]; do
  sfn describe-execution --execution-arn "$run" --query status >/dev/null
  scheduled=$(sfn get-execution-history --execution-arn "$run" \
    --query "events[?type=='ActivityScheduled'].id")
done
task=$(sfn get-activity-task --activity-arn "$activity" --worker-name cli --query '[taskToken, input]')
echo worker "$(echo "$task" | sed 's/.*"id": *\([0-9]*\).*/\1/')"
sfn send-task-success --task-token "$(echo "$task" | cut -f 1)" --task-output '{"picked": true}'
status=RUNNING
while [ "$status" = RUNNING ]; do
  status=$(sfn describe-execution --execution-arn "$run" --query status)
done
echo ordered "$(sfn describe-execution --execution-arn "$run" --query output)"

if ! refusal=$(sfn start-execution --state-machine-arn "${order}s" 2>&1); then
  echo refused "$(echo "$refusal" | sed -n 's/.*(\(StateMachineDoesNotExist\)).*/\1/p')"
fi

sfn delete-state-machine --state-machine-arn "$machine"
echo deleted "$(sfn describe-state-machine --state-machine-arn "$machine" --query status)"
