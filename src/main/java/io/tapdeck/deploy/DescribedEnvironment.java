package io.tapdeck.deploy;

import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An environment with what it was deployed as.
 *
 * @param definition null where it cannot be read
 * @param problem why not, and what to do; empty where it was read
 */
public record DescribedEnvironment(
        DeployedEnvironment deployed, @Nullable Draft definition, String problem) {

    /**
     * Reads an environment. A definition that cannot be read takes nothing away from the rest.
     *
     * @return empty if there is no such environment
     * @throws DeployException if AWS cannot be asked
     */
    public static Optional<DescribedEnvironment> read(Deployments deployments, EnvironmentKey environment) {
        return deployments.find(environment).map(found -> describe(deployments, found));
    }

    /** The same environment as it was found again: what its stack was not touched since, is not read again. */
    public Optional<DescribedEnvironment> readAgain(Deployments deployments) {
        return deployments
                .find(deployed.key())
                .map(found -> definition != null && sameDeployment(found)
                        ? new DescribedEnvironment(found, definition, "")
                        : describe(deployments, found));
    }

    private boolean sameDeployment(DeployedEnvironment found) {
        return found.stackId().equals(deployed.stackId())
                && found.status().equals(deployed.status())
                && found.deployedAt().equals(deployed.deployedAt());
    }

    private static DescribedEnvironment describe(Deployments deployments, DeployedEnvironment found) {
        try {
            return deployments
                    .definition(found.key())
                    .map(definition -> new DescribedEnvironment(found, definition, ""))
                    .orElseGet(() -> new DescribedEnvironment(
                            found,
                            null,
                            "The template of %s has no definition: it was deployed without Tapdeck."
                                    .formatted(found.stackName())));
        } catch (DeployException e) {
            return new DescribedEnvironment(found, null, e.getMessage() + " " + e.remedy());
        }
    }
}
