package io.tapdeck.blueprint.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.environment.DefinitionJson;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Protection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/**
 * A stack of an environment, with what all of them have: name, tags, the definition in the template's metadata, handlers
 * in the template. Environment-agnostic: pseudo parameters and {@code Fn::GetAZs}, so that one template fits every account.
 *
 * <p>All constructs are direct children of the stack: a scope between them would change the logical ids, and CloudFormation
 * would replace what holds data.
 */
public abstract class EnvironmentStack extends Stack {
    /** Where the template's metadata says which parameters are outputs of other stacks. */
    private static final String PARAMETERS = "TapdeckParameters";

    /** Where the template's metadata says which other stacks belong to the environment. */
    private static final String PARTS = "TapdeckParts";

    /** Where the template's metadata says which boundary limits its roles, for a later synthesis that is given none. */
    private static final String PERMISSIONS_BOUNDARY = "TapdeckPermissionsBoundary";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final @Nullable String fixedRegion;
    private final Map<String, Object> metadata = new TreeMap<>();
    private final Map<String, Object> parameters = new TreeMap<>();
    private final List<Map<String, Object>> parts = new ArrayList<>();

    /**
     * The environment's own stack.
     *
     * @param description at most 1,024 characters (CloudFormation user guide, "Description")
     */
    protected EnvironmentStack(Construct scope, String id, EnvironmentDefinition definition, String description) {
        this(scope, id, definition, description, "", null);
    }

    /**
     * A stack beside the environment's own.
     *
     * @param nameSuffix what its name has more than the environment's own stack, such as {@code -replica}
     * @param region where it must stand; null for the environment's own region
     */
    @SuppressWarnings("this-escape") // A construct is in its tree from its own constructor on; that is how CDK works.
    protected EnvironmentStack(
            Construct scope,
            String id,
            EnvironmentDefinition definition,
            String description,
            String nameSuffix,
            @Nullable String region) {
        super(scope, id, props(definition, description, nameSuffix, region));
        name = definition.stackName() + nameSuffix;
        fixedRegion = region;
        describe("Tapdeck", definition(definition));
        // One entry, of the form that CDK takes: the policy's ARN or its name.
        if (getNode().tryGetContext(CdkApp.PERMISSIONS_BOUNDARY) instanceof Map<?, ?> boundary) {
            boundary.values().forEach(policy -> describe(PERMISSIONS_BOUNDARY, policy));
        }
    }

    private static StackProps props(
            EnvironmentDefinition definition, String description, String nameSuffix, @Nullable String region) {
        StackProps.Builder props = StackProps.builder()
                .stackName(definition.stackName() + nameSuffix)
                .description(description)
                .tags(Map.of(
                        "tapdeck:suffix", definition.suffix().value(), "tapdeck:blueprint", definition.blueprint()))
                .terminationProtection(Protection.of(definition))
                // Nothing is uploaded, so no bootstrap stack has to exist in the account.
                .synthesizer(DefaultStackSynthesizer.Builder.create()
                        .generateBootstrapVersionRule(false)
                        .build());
        if (region != null) {
            props.env(Environment.builder().region(region).build());
        }
        return props.build();
    }

    /** The definition as plain maps: what jsii takes for JSON. */
    private static Map<String, Object> definition(EnvironmentDefinition definition) {
        return JSON.convertValue(
                DefinitionJson.write(definition.toDraft()), new TypeReference<Map<String, Object>>() {});
    }

    private void describe(String key, Object value) {
        metadata.put(key, value);
        getTemplateOptions().setMetadata(metadata);
    }

    /** Adds an output. */
    protected void output(String id, String description, String value) {
        CfnOutput.Builder.create(this, id).description(description).value(value).build();
    }

    /**
     * An output of a stack that is deployed before this one, as a template parameter: read after the other is up, since
     * CDK's own references between regions bring Lambdas with assets.
     *
     * @param parameter the parameter's name
     * @param output the key of the other stack's output
     */
    protected String outputOf(EnvironmentStack other, String output, String parameter) {
        addStackDependency(other);
        parameters.put(parameter, new TreeMap<>(Map.of("stack", other.name, "output", output)));
        describe(PARAMETERS, new TreeMap<>(parameters));
        if (!parts.contains(part(other))) {
            parts.add(part(other));
            describe(PARTS, List.copyOf(parts));
        }
        return CfnParameter.Builder.create(this, parameter)
                .type("String")
                .description("The output %s of the stack %s".formatted(output, other.name))
                .build()
                .getValueAsString();
    }

    /** Sorted, as everything in the metadata: a template is the same, byte by byte, whichever process makes it. */
    private static Map<String, Object> part(EnvironmentStack other) {
        return other.fixedRegion == null
                ? Map.of("stack", other.name)
                : new TreeMap<>(Map.of("stack", other.name, "region", other.fixedRegion));
    }
}
