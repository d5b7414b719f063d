package io.tapdeck.synth.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tapdeck.blueprint.thirdblueprint.stack.NoteBoardStacks;
import java.util.List;

/** A worker that knows the third blueprint, as {@link WorkerMain} would with one line more in {@link BuiltInStacks}. */
public final class ThirdWorkerMain {
    private ThirdWorkerMain() {}

    public static void main(String[] args) throws InterruptedException, JsonProcessingException {
        WorkerMain.run(List.of(new NoteBoardStacks()));
    }
}
