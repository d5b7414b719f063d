package io.tapdeck.deploy.sweep;

import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Templates;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.StackTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** An operation that is swept: what there is before it, what is done, and how it ends when nothing disturbs it. */
enum Swept {
    CREATE("CREATE_COMPLETE") {
        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deploy(deployments, listener, own(Templates.alarm(80)));
        }
    },
    UPDATE("UPDATE_COMPLETE") {
        @Override
        void prepare(World world, Deployments deployments) {
            deploy(deployments, event -> {}, own(Templates.alarm(80)));
        }

        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deploy(deployments, listener, own(Templates.alarm(72)));
        }
    },
    NO_OP_UPDATE("CREATE_COMPLETE") {
        @Override
        void prepare(World world, Deployments deployments) {
            deploy(deployments, event -> {}, own(Templates.alarm(80)));
        }

        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deploy(deployments, listener, own(Templates.alarm(80)));
        }
    },
    FAILING_CREATE("ROLLBACK_COMPLETE") {
        @Override
        void prepare(World world, Deployments deployments) {
            world.faults("resource:" + Templates.ALARM + "=fail:" + REFUSED);
        }

        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deploy(deployments, listener, own(Templates.alarm(80)));
        }
    },
    FAILING_UPDATE("UPDATE_ROLLBACK_COMPLETE") {
        @Override
        void prepare(World world, Deployments deployments) {
            deploy(deployments, event -> {}, own(Templates.alarm(80)));
            world.faults("resource:" + Templates.ALARM + "=fail:" + REFUSED);
        }

        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deploy(deployments, listener, own(Templates.alarm(72)));
        }
    },
    ROLLBACK_THAT_FAILS("UPDATE_ROLLBACK_FAILED") {
        @Override
        void prepare(World world, Deployments deployments) {
            deploy(deployments, event -> {}, own(Templates.alarm(80)));
            world.faults(
                    "resource:" + Templates.ALARM + "/update=fail:" + REFUSED,
                    "resource:" + Templates.ALARM + "/rollback=fail:" + REFUSED);
        }

        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deploy(deployments, listener, own(Templates.alarm(72)));
        }
    },
    DELETE("DELETE_COMPLETE") {
        @Override
        void prepare(World world, Deployments deployments) {
            deploy(deployments, event -> {}, own(Templates.alarm(80)));
        }

        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deployments.destroy(ENVIRONMENT, listener);
        }
    },
    DELETE_THAT_FAILS("DELETE_FAILED") {
        @Override
        void prepare(World world, Deployments deployments) {
            deploy(deployments, event -> {}, own(Templates.alarm(80)));
            world.faults("resource:" + Templates.TOPIC + "/delete=fail:" + REFUSED);
        }

        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deployments.destroy(ENVIRONMENT, listener);
        }
    },
    TWO_STACK_CREATE("CREATE_COMPLETE") {
        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deploy(deployments, listener, Templates.replica("first"), Templates.withReplica(80));
        }
    },
    CANCEL_UPDATE("UPDATE_ROLLBACK_COMPLETE") {
        @Override
        void prepare(World world, Deployments deployments) {
            deploy(deployments, event -> {}, own(Templates.parameters("old")));
            world.faults("resource:Last/update=slow:9000");
            world.byHand(client -> client.updateStack(
                    request -> request.stackName(ENVIRONMENT.stackName()).templateBody(Templates.parameters("new"))));
        }

        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deployments.recover(ENVIRONMENT, new Recovery.CancelUpdate(null), listener);
        }
    },
    ROLL_BACK_UPDATE("UPDATE_ROLLBACK_COMPLETE") {
        @Override
        void prepare(World world, Deployments deployments) {
            deploy(deployments, event -> {}, own(Templates.parameters("old")));
            world.faults("resource:Last/update=fail:" + REFUSED);
            world.byHand(client -> client.updateStack(request -> request.stackName(ENVIRONMENT.stackName())
                    .templateBody(Templates.parameters("new"))
                    .disableRollback(true)));
        }

        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deployments.recover(ENVIRONMENT, new Recovery.RollBack(null), listener);
        }
    },
    ROLL_BACK_CREATION("ROLLBACK_COMPLETE") {
        @Override
        void prepare(World world, Deployments deployments) {
            world.faults("resource:Second=fail:" + REFUSED);
            world.byHand(client -> client.createStack(request -> request.stackName(ENVIRONMENT.stackName())
                    .templateBody(Templates.parameters("new"))
                    .tags(TAGS.entrySet().stream()
                            .map(tag -> Tag.builder()
                                    .key(tag.getKey())
                                    .value(tag.getValue())
                                    .build())
                            .toList())
                    .disableRollback(true)));
        }

        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deployments.recover(ENVIRONMENT, new Recovery.RollBack(null), listener);
        }
    },
    CONTINUE_SKIPPING("UPDATE_ROLLBACK_COMPLETE", "Second") {
        @Override
        void prepare(World world, Deployments deployments) {
            deploy(deployments, event -> {}, own(Templates.parameters("old")));
            world.faults("resource:Last/update=fail:" + REFUSED, "resource:Second/rollback=fail:" + REFUSED);
            deploy(deployments, event -> {}, own(Templates.parameters("new")));
        }

        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deployments.recover(ENVIRONMENT, new Recovery.ContinueRollback(null, Set.of("Second")), listener);
        }
    },
    DELETE_RETAINING("DELETE_COMPLETE", "First") {
        @Override
        void prepare(World world, Deployments deployments) {
            failDeletion(world, deployments);
        }

        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deployments.recover(ENVIRONMENT, new Recovery.DeleteRetaining(null, Set.of("First")), listener);
        }
    },
    FORCE_DELETE("DELETE_COMPLETE", "First") {
        @Override
        void prepare(World world, Deployments deployments) {
            failDeletion(world, deployments);
        }

        @Override
        Outcome perform(Deployments deployments, DeploymentListener listener) {
            return deployments.recover(ENVIRONMENT, new Recovery.ForceDelete(null), listener);
        }
    };

    static final EnvironmentKey ENVIRONMENT =
            new EnvironmentKey(World.ACCOUNT, "us-east-1", "aurora-mysql", new Suffix("dev"));

    private static final String REFUSED =
            "Resource handler returned message: \"no\" (RequestToken: 1, HandlerErrorCode: InvalidRequest)";

    private static final Map<String, String> TAGS =
            Map.of("tapdeck:suffix", "dev", "tapdeck:blueprint", ENVIRONMENT.blueprint());

    @SuppressWarnings("ImmutableEnumChecker") // An immutable list, which the type does not say.
    private final List<String> leftOut;

    private final String undisturbed;

    /**
     * An operation.
     *
     * @param leftOut display names of what it skips or leaves in the account
     */
    Swept(String undisturbed, String... leftOut) {
        this.undisturbed = undisturbed;
        this.leftOut = List.of(leftOut);
    }

    /** Display names of what the outcome must name: what it skips or leaves in the account. */
    List<String> leftOut() {
        return leftOut;
    }

    /** The status of the environment's own stack after the operation when nothing disturbs it. */
    String undisturbed() {
        return undisturbed;
    }

    /** Makes what there is before; nothing in a new account. */
    void prepare(World world, Deployments deployments) {}

    /** Does it. */
    abstract Outcome perform(Deployments deployments, DeploymentListener listener);

    private static void failDeletion(World world, Deployments deployments) {
        deploy(deployments, event -> {}, own(Templates.parameters("new")));
        world.faults("resource:First/delete=fail:" + REFUSED);
        deployments.destroy(ENVIRONMENT, event -> {});
    }

    static Outcome deploy(Deployments deployments, DeploymentListener listener, StackTemplate... stacks) {
        EnvironmentDefinition definition = new EnvironmentDefinition(
                ENVIRONMENT.blueprint(), "secure", ENVIRONMENT.suffix(), new TreeMap<>(), List.of(), List.of());
        CloudAssembly assembly = new CloudAssembly(definition, List.of(stacks), List.of(), Duration.ZERO);
        return deployments.execute(deployments.review(deployments.plan(assembly)), listener);
    }

    private static StackTemplate own(String body) {
        return new StackTemplate(ENVIRONMENT.stackName(), body, 1, List.of(), TAGS, false);
    }
}
