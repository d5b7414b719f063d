package io.tapdeck.sandbox.cloudwatch.workload;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/**
 * The messages of a queue and of its dead-letter queue, moved on minute by minute. A job that is received is done, and
 * deleted, in the minute after.
 */
final class QueueSimulation {

    private static final int STALL = 11;
    private static final int POISON = 13;
    /** SQS sets a message that was received so often aside when it tells the oldest one's age. */
    private static final int POISON_PILL = 3;

    /** Messages that were sent in the same minute. */
    private record Batch(long sentAt, long count) {}

    /** A message that cannot be worked off; {@code visibleAt} is the minute in which it can be received again. */
    private record Stuck(long sentAt, int receives, boolean breaksWorker, long visibleAt) {}

    private record DeadLetter(long sentAt, long buriedAt) {}

    private final BackupParameters parameters;
    private final Noise noise;
    private final Instant start;
    private final Deque<Batch> waiting = new ArrayDeque<>();
    private final List<Stuck> stuck = new ArrayList<>();
    private final Deque<DeadLetter> dead = new ArrayDeque<>();
    private Deque<Batch> inWork = new ArrayDeque<>();
    private long minute;

    QueueSimulation(BackupParameters parameters, Noise noise, Instant start) {
        this.parameters = parameters;
        this.noise = noise;
        this.start = start;
    }

    /** The next minute, under the settings of that minute. */
    QueueMinute next(QueueSettings settings) {
        long deleted = count(inWork);
        long expired = expire(settings);
        long redriven = redrive();
        long arriving = arriving();
        long poison = Math.min(
                arriving, parameters.poison().arrive().at(minute, noise, POISON).isPresent() ? 1 : 0);
        if (poison > 0) {
            stuck.add(new Stuck(minute, 0, breaksWorker(), minute));
        }
        add(waiting, arriving - poison);
        add(waiting, redriven);
        long capacity = capacity(arriving);
        long buried = dead.size();
        long retried = receiveStuck(settings, capacity);
        buried = dead.size() - buried;
        inWork = take(capacity - retried);
        QueueMinute result = new QueueMinute(
                arriving,
                retried + count(inWork),
                deleted,
                count(waiting)
                        + stuck.stream().filter(one -> one.visibleAt <= minute).count(),
                count(inWork)
                        + stuck.stream().filter(one -> one.visibleAt > minute).count(),
                oldestAge(),
                expired,
                dead.size(),
                buried,
                redriven,
                dead.isEmpty() ? OptionalLong.empty() : OptionalLong.of(age(dead.getFirst().buriedAt)));
        minute++;
        return result;
    }

    private long arriving() {
        BackupParameters.Jobs jobs = parameters.jobs();
        Instant now = start.plusSeconds(minute * 60);
        ZonedDateTime utc = now.atZone(ZoneOffset.UTC);
        double hour = utc.getHour() + utc.getMinute() / 60.0;
        boolean batch =
                hour >= jobs.nightly().fromHour() && hour < jobs.nightly().toHour();
        double expected =
                jobs.base() + jobs.business().at(now) + (batch ? jobs.nightly().jobs() : 0);
        double wobbling = expected * (1 + jobs.noise() * noise.around(minute, 1));
        return (long) Math.floor(wobbling + noise.at(minute, 2));
    }

    /** A worker that stalls keeps up with a share of what arrives, and with one job at least. */
    private long capacity(long arriving) {
        BackupParameters.Worker worker = parameters.worker();
        return worker.stall().at(minute, noise, STALL).isPresent()
                ? Math.max(1, Math.round(arriving * worker.stallShare()))
                : worker.capacity();
    }

    private boolean breaksWorker() {
        int every = parameters.poison().crashEvery();
        return parameters.poison().arrive().at(minute, noise, POISON).orElse(0) % every == every - 1;
    }

    private long expire(QueueSettings settings) {
        long before = count(waiting) + stuck.size() + dead.size();
        long oldest = minute - settings.retention().toMinutes();
        waiting.removeIf(batch -> batch.sentAt < oldest);
        stuck.removeIf(one -> one.sentAt < oldest);
        long oldestDead = minute - settings.deadLetterRetention().toMinutes();
        dead.removeIf(letter -> letter.sentAt < oldestDead);
        return before - count(waiting) - stuck.size() - dead.size();
    }

    /** Messages that are moved back count as new ones (SQS developer guide, "Dead-letter queue redrive"). */
    private long redrive() {
        boolean due = !dead.isEmpty()
                && minute - dead.getFirst().buriedAt >= parameters.deadLetters().redrivenAfterMinutes();
        long moved = due ? dead.size() : 0;
        if (due) {
            dead.clear();
        }
        return moved;
    }

    /** Receives what cannot be worked off, or buries what was received often enough; in the order of the queue. */
    private long receiveStuck(QueueSettings settings, long capacity) {
        long received = 0;
        long comesBack = minute + Math.max(1, (settings.visibilityTimeout().toSeconds() + 59) / 60);
        List<Stuck> after = new ArrayList<>();
        for (Stuck one : stuck) {
            boolean itsTurn = one.receives > 0 || waiting.isEmpty() || waiting.getFirst().sentAt >= one.sentAt;
            if (one.visibleAt > minute || !itsTurn || received == capacity) {
                after.add(one);
            } else if (settings.maxReceiveCount().isPresent()
                    && one.receives >= settings.maxReceiveCount().getAsInt()) {
                dead.add(new DeadLetter(one.sentAt, minute));
            } else {
                received++;
                after.add(new Stuck(
                        one.sentAt, one.receives + 1, one.breaksWorker, one.breaksWorker ? comesBack : minute + 1));
            }
        }
        stuck.clear();
        stuck.addAll(after);
        return received;
    }

    private Deque<Batch> take(long most) {
        Deque<Batch> taken = new ArrayDeque<>();
        long left = most;
        for (Iterator<Batch> batches = waiting.iterator(); batches.hasNext() && left > 0; ) {
            Batch batch = batches.next();
            long count = Math.min(left, batch.count);
            taken.add(new Batch(batch.sentAt, count));
            left -= count;
            batches.remove();
            if (count < batch.count) {
                waiting.addFirst(new Batch(batch.sentAt, batch.count - count));
                break;
            }
        }
        return taken;
    }

    private OptionalLong oldestAge() {
        OptionalLong oldest = OptionalLong.empty();
        for (Deque<Batch> batches : List.of(waiting, inWork)) {
            if (!batches.isEmpty()) {
                oldest = earlier(oldest, batches.getFirst().sentAt);
            }
        }
        for (Stuck one : stuck) {
            if (one.receives < POISON_PILL) {
                oldest = earlier(oldest, one.sentAt);
            }
        }
        return oldest.isEmpty() ? oldest : OptionalLong.of(age(oldest.getAsLong()));
    }

    private static OptionalLong earlier(OptionalLong known, long other) {
        return OptionalLong.of(known.isEmpty() ? other : Math.min(known.getAsLong(), other));
    }

    /** In seconds at the end of this minute, sent somewhen in another. */
    private long age(long sentAt) {
        return (minute - sentAt) * 60 + Math.round(60 * noise.at(sentAt, 3));
    }

    private void add(Deque<Batch> batches, long count) {
        if (count > 0) {
            batches.add(new Batch(minute, count));
        }
    }

    private static long count(Deque<Batch> batches) {
        return batches.stream().mapToLong(Batch::count).sum();
    }
}
