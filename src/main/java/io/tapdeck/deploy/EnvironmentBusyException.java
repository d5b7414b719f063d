package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.store.OperationLocks.Busy;
import io.tapdeck.store.OperationLocks.Holder;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another operation on this computer works on the environment. It can be followed. */
public final class EnvironmentBusyException extends DeployException {
    private static final long serialVersionUID = 1;
    /** A person compares it with the clock on the wall. */
    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final transient @Nullable Holder holder;

    /** A refusal. */
    public EnvironmentBusyException(EnvironmentKey environment, Busy busy) {
        super(message(environment, busy), "Watch it to its end, or end it there, then repeat.");
        this.holder = busy.holder();
    }

    private static String message(EnvironmentKey environment, Busy busy) {
        Holder holder = busy.holder();
        if (holder == null) {
            return "Another Tapdeck on this computer works on %s.".formatted(environment.suffix());
        }
        return "%s works on %s: %s since %s."
                .formatted(
                        busy.here()
                                ? "This Tapdeck already"
                                : "Another Tapdeck on this computer (process %d)".formatted(holder.pid()),
                        environment.suffix(),
                        holder.what(),
                        SINCE.format(holder.since()));
    }

    /** Who works on it, as far as it is known. */
    public Optional<Holder> holder() {
        return Optional.ofNullable(holder);
    }
}
