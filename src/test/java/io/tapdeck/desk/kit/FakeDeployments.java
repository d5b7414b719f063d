package io.tapdeck.desk.kit;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.DeploymentPlan;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.DestroyPreview;
import io.tapdeck.deploy.Drift;
import io.tapdeck.deploy.Interrupted;
import io.tapdeck.deploy.Leftover;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.StackState;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.synth.CloudAssembly;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An account of environments that a test fills, and deployments whose events a test writes. */
public final class FakeDeployments implements Deployments {
    private final String account;
    private final String region;
    private final List<DeployedEnvironment> environments = new CopyOnWriteArrayList<>();
    private final List<DeploymentEvent> script = new ArrayList<>();
    private final Map<EnvironmentKey, Draft> definitions = new ConcurrentHashMap<>();
    private final Map<String, Draft> seeds = new ConcurrentHashMap<>();
    private final Map<EnvironmentKey, String> boundaries = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<EnvironmentKey, Situation> situations = new ConcurrentHashMap<>();
    private final List<Leftover> leftovers = new CopyOnWriteArrayList<>();
    private final List<Interrupted> interrupted = new CopyOnWriteArrayList<>();
    private final AtomicInteger listings = new AtomicInteger();
    private @Nullable Drift drift;
    private @Nullable DestroyPreview preview;
    private @Nullable Review review;
    private @Nullable Outcome outcome;
    private @Nullable RuntimeException broken;
    private volatile @Nullable RuntimeException failure;

    public FakeDeployments(String account, String region) {
        this.account = account;
        this.region = region;
    }

    /** Adds an environment, or replaces that of the same stack. */
    public void add(DeployedEnvironment environment) {
        environments.removeIf(old -> old.stackName().equals(environment.stackName()));
        environments.add(environment);
    }

    /** The environment of a suffix, as the account has it. */
    public DeployedEnvironment standing(String suffix) {
        return environments.stream()
                .filter(environment -> environment.key().suffix().value().equals(suffix))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody else has deleted an environment. */
    public void remove(EnvironmentKey environment) {
        environments.removeIf(old -> old.key().equals(environment));
    }

    /** Every call fails from now on; null mends it. */
    public void fail(@Nullable RuntimeException reason) {
        failure = reason;
    }

    /** What {@link #previewDestroy} answers. */
    public void previewAs(DestroyPreview answer) {
        preview = answer;
    }

    /** What {@link #review} answers. */
    public void reviewAs(Review answer) {
        review = answer;
    }

    /** What an execution, an attachment or a destruction tells before it ends. */
    public void play(List<DeploymentEvent> events, Outcome end) {
        script.clear();
        script.addAll(events);
        outcome = end;
        broken = null;
    }

    /** The same where it cannot be followed to an end. */
    public void playUntil(List<DeploymentEvent> events, RuntimeException end) {
        play(events, new Outcome.UpToDate("never told"));
        broken = end;
    }

    /** How often the account was listed. */
    public int listings() {
        return listings.get();
    }

    /** The changing calls so far, such as "destroy dev". */
    public List<String> calls() {
        return calls;
    }

    private void enter() {
        OffScreen.require();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public DeploymentPlan plan(CloudAssembly assembly, TargetSettings settings) {
        enter();
        EnvironmentKey key = new EnvironmentKey(
                account,
                region,
                assembly.definition().blueprint(),
                new Suffix(assembly.definition().suffix().value()));
        return new DeploymentPlan(key, assembly, assembly.stacks(), settings);
    }

    @Override
    public Optional<Draft> definition(EnvironmentKey environment) {
        enter();
        return Optional.ofNullable(definitions.get(environment));
    }

    /** What {@link #definition} answers for an environment. */
    public void runs(EnvironmentKey environment, Draft definition) {
        definitions.put(environment, definition);
    }

    @Override
    public Optional<String> permissionsBoundary(EnvironmentKey environment) {
        enter();
        return Optional.ofNullable(boundaries.get(environment));
    }

    /** What {@link #permissionsBoundary} answers for an environment. */
    public void limits(EnvironmentKey environment, String boundary) {
        boundaries.put(environment, boundary);
    }

    @Override
    public Review review(DeploymentPlan plan) {
        enter();
        String watched = plan.watchTime() == null
                ? ""
                : " %d min".formatted(plan.watchTime().toMinutes());
        String adopted = plan.ownStack().equals(plan.environment().stackName()) ? "" : " as " + plan.ownStack();
        calls.add("review " + plan.environment().suffix() + watched + adopted);
        if (review == null) {
            throw new IllegalStateException("no review was prepared");
        }
        return review;
    }

    @Override
    public void discard(Review discarded) {
        enter();
        calls.add("discard " + discarded.environment().suffix());
    }

    @Override
    public Outcome execute(Review executed, DeploymentListener listener) {
        enter();
        calls.add("execute " + executed.environment().suffix());
        return play(listener);
    }

    @Override
    public Optional<Outcome> attach(EnvironmentKey environment, DeploymentListener listener) {
        enter();
        return outcome == null ? Optional.empty() : Optional.of(play(listener));
    }

    @Override
    public Outcome destroy(EnvironmentKey environment, TargetSettings settings, DeploymentListener listener) {
        enter();
        calls.add("destroy " + environment.suffix());
        environments.removeIf(old -> old.key().equals(environment));
        return play(listener);
    }

    private Outcome play(DeploymentListener listener) {
        script.forEach(listener::on);
        if (broken != null) {
            throw broken;
        }
        if (outcome == null) {
            throw new IllegalStateException("no outcome was prepared");
        }
        return outcome;
    }

    @Override
    public DestroyPreview previewDestroy(EnvironmentKey environment) {
        enter();
        if (preview == null) {
            throw new IllegalStateException("no preview was prepared");
        }
        return preview;
    }

    @Override
    public List<DeployedEnvironment> list() {
        listings.incrementAndGet();
        enter();
        return environments.stream()
                .sorted(Comparator.comparing(
                        environment -> environment.key().suffix().value()))
                .toList();
    }

    @Override
    public Optional<DeployedEnvironment> find(EnvironmentKey environment) {
        enter();
        return environments.stream()
                .filter(candidate -> candidate.key().equals(environment))
                .findFirst();
    }

    @Override
    public Situation situation(EnvironmentKey environment) {
        enter();
        return Optional.ofNullable(situations.get(environment))
                .orElseGet(() -> new Situation(
                        environment,
                        List.of(new Situation.StackSituation(
                                null,
                                environment.stackName(),
                                null,
                                StackState.ABSENT,
                                null,
                                null,
                                List.of(),
                                StackState.ABSENT.actions()))));
    }

    /** What {@link #situation} answers for an environment. */
    public void stands(Situation situation) {
        situations.put(situation.environment(), situation);
    }

    @Override
    public Outcome recover(EnvironmentKey environment, Recovery recovery, DeploymentListener listener) {
        enter();
        calls.add("recover " + environment.suffix() + " " + recovery);
        return play(listener);
    }

    @Override
    public Drift drift(EnvironmentKey environment) {
        enter();
        if (drift == null) {
            throw new IllegalStateException("no drift was prepared");
        }
        return drift;
    }

    /** What {@link #drift} answers. */
    public void driftsAs(Drift answer) {
        drift = answer;
    }

    @Override
    public Review revert(Drift reverted) {
        enter();
        calls.add("revert " + reverted.environment().suffix());
        if (review == null) {
            throw new IllegalStateException("no review was prepared");
        }
        return review;
    }

    @Override
    public List<Leftover> leftovers() {
        enter();
        return List.copyOf(leftovers);
    }

    @Override
    public Optional<Draft> seed(String stackName) {
        enter();
        return Optional.ofNullable(seeds.get(stackName));
    }

    /** What {@link #seed} answers for a stack. */
    public void seeded(String stackName, Draft seed) {
        seeds.put(stackName, seed);
    }

    @Override
    public SequencedSet<String> searched() {
        return new TreeSet<>(List.of("us-east-1"));
    }

    /** Adds to what {@link #leftovers} answers. */
    public void leave(Leftover leftover) {
        leftovers.add(leftover);
    }

    @Override
    public List<Interrupted> interrupted() {
        enter();
        return List.copyOf(interrupted);
    }

    /** Adds to what {@link #interrupted} answers. */
    public void interrupt(Interrupted operation) {
        interrupted.add(operation);
    }

    @Override
    public Outcome resume(Interrupted resumed, DeploymentListener listener) {
        enter();
        calls.add("resume " + resumed.environment().suffix());
        interrupted.remove(resumed);
        return play(listener);
    }
}
