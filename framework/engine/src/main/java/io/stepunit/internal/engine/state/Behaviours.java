package io.stepunit.internal.engine.state;

import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.FailState;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.ParallelState;
import io.stepunit.internal.model.PassState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.SucceedState;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.model.WaitState;

/** The behaviour of each type of state. */
public final class Behaviours {
  private static final TaskBehaviour TASK = new TaskBehaviour();
  private static final PassBehaviour PASS = new PassBehaviour();
  private static final WaitBehaviour WAIT = new WaitBehaviour();
  private static final ChoiceBehaviour CHOICE = new ChoiceBehaviour();
  private static final ParallelBehaviour PARALLEL = new ParallelBehaviour();
  private static final MapBehaviour MAP = new MapBehaviour();
  private static final SucceedBehaviour SUCCEED = new SucceedBehaviour();
  private static final FailBehaviour FAIL = new FailBehaviour();

  private Behaviours() {}

  /** What a state does when it is entered, or tried again. */
  public static Effect enter(State state, Frame frame) {
    return switch (state.type()) {
      case TASK -> TASK.enter((TaskState) state, frame);
      case PASS -> PASS.enter((PassState) state, frame);
      case WAIT -> WAIT.enter((WaitState) state, frame);
      case CHOICE -> CHOICE.enter((ChoiceState) state, frame);
      case PARALLEL -> PARALLEL.enter((ParallelState) state, frame);
      case MAP -> MAP.enter((MapState) state, frame);
      case SUCCEED -> SUCCEED.enter((SucceedState) state, frame);
      case FAIL -> FAIL.enter((FailState) state, frame);
    };
  }

  /** What a state does with what came of its effect. */
  public static Effect resume(State state, Frame frame, Outcome outcome) {
    return switch (state.type()) {
      case TASK -> TASK.resume((TaskState) state, frame, outcome);
      case PASS -> PASS.resume((PassState) state, frame, outcome);
      case WAIT -> WAIT.resume((WaitState) state, frame, outcome);
      case CHOICE -> CHOICE.resume((ChoiceState) state, frame, outcome);
      case PARALLEL -> PARALLEL.resume((ParallelState) state, frame, outcome);
      case MAP -> MAP.resume((MapState) state, frame, outcome);
      case SUCCEED -> SUCCEED.resume((SucceedState) state, frame, outcome);
      case FAIL -> FAIL.resume((FailState) state, frame, outcome);
    };
  }
}
