package io.tapdeck.deploy.sweep;

import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Templates;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.StackTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    };

    static final EnvironmentKey ENVIRONMENT =
            new EnvironmentKey(World.ACCOUNT, "us-east-1", "aurora-mysql", new Suffix("dev"));

    private static final String REFUSED =
            "Resource handler returned message: \"no\" (RequestToken: 1, HandlerErrorCode: InvalidRequest)";

    private final String undisturbed;

    Swept(String undisturbed) {
        this.undisturbed = undisturbed;
    }

    /** The status of the environment's own stack after the operation when nothing disturbs it. */
    String undisturbed() {
        return undisturbed;
    }

    /** Makes what there is before; nothing in a new account. */
    void prepare(World world, Deployments deployments) {}

    /** Does it. */
    abstract Outcome perform(Deployments deployments, DeploymentListener listener);

    static Outcome deploy(Deployments deployments, DeploymentListener listener, StackTemplate... stacks) {
        EnvironmentDefinition definition = new EnvironmentDefinition(
                ENVIRONMENT.blueprint(), "secure", ENVIRONMENT.suffix(), new TreeMap<>(), List.of(), List.of());
        CloudAssembly assembly = new CloudAssembly(definition, List.of(stacks), List.of(), Duration.ZERO);
        return deployments.execute(deployments.review(deployments.plan(assembly)), listener);
    }

    private static StackTemplate own(String body) {
        return new StackTemplate(
                ENVIRONMENT.stackName(),
                body,
                1,
                List.of(),
                Map.of("tapdeck:suffix", "dev", "tapdeck:blueprint", ENVIRONMENT.blueprint()),
                false);
    }
}
