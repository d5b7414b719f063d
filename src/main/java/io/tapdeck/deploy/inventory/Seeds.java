package io.tapdeck.deploy.inventory;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.stack.Owner;
import io.tapdeck.deploy.stack.Shells;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.SeedTemplate;
import io.tapdeck.environment.Suffix;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Recognizes stacks that were deployed from the code which the blueprints were made of. */
public final class Seeds {
    /** As CDK names a stack within a stack: the letters and digits of its path, then eight digits of the path's hash. */
    private static final Pattern NAME =
            Pattern.compile("TapStack(?<suffix>[A-Za-z0-9]+)InfrastructureStack\\k<suffix>[0-9A-F]{8}");

    private final StackRegion region;
    private final Blueprints blueprints;

    public Seeds(StackRegion region, Blueprints blueprints) {
        this.region = region;
        this.blueprints = blueprints;
    }

    /** What such a stack would be as an environment; empty for every other stack, and for one that Tapdeck has already. */
    public Optional<Draft> read(Stack stack) {
        Matcher name = NAME.matcher(stack.stackName());
        if (!name.matches()
                || Shells.is(stack)
                || Owner.of(Stacks.tags(stack), region.connection().session()).isPresent()) {
            return Optional.empty();
        }
        return SeedTemplate.read(region.stacks().body(stack.stackId()))
                .flatMap(template -> blueprints.all().stream()
                        .flatMap(blueprint -> blueprint.recognize(template).stream())
                        .findFirst())
                .filter(draft -> Suffix.problem(draft.suffix(), Suffix.LONGEST) == null)
                .filter(draft -> draft.suffix().replace("-", "").equals(name.group("suffix")));
    }
}
