package io.tapdeck.blueprint.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.AssetStaging;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/**
 * Puts the code of CDK's own Lambda handlers into the template. CDK would upload them to a bootstrap bucket; both are one
 * CommonJS file that needs nothing but the SDK of the Lambda runtime.
 */
public final class InlineHandlers {
    private InlineHandlers() {}

    /**
     * Inlines every staged handler below {@code stack}.
     *
     * @throws IllegalStateException if an asset is anything else than one handler file of a function
     */
    public static void inline(Stack stack) {
        for (IConstruct construct : stack.getNode().findAll()) {
            if (construct instanceof AssetStaging staging) {
                Path handler = Path.of(staging.getAbsoluteStagedPath()).resolve("index.js");
                CfnResource function = functionOf(staging);
                function.addPropertyDeletionOverride("Code.S3Bucket");
                function.addPropertyDeletionOverride("Code.S3Key");
                function.addPropertyOverride("Code.ZipFile", read(handler));
            }
        }
    }

    /** The function stands beside its asset, or beside a scope around the asset. */
    private static CfnResource functionOf(AssetStaging staging) {
        for (IConstruct scope = staging.getNode().getScope();
                scope != null;
                scope = scope.getNode().getScope()) {
            for (IConstruct child : scope.getNode().getChildren()) {
                if (child instanceof CfnResource resource
                        && resource.getCfnResourceType().equals("AWS::Lambda::Function")) {
                    return resource;
                }
            }
        }
        throw new IllegalStateException(
                "asset without function: " + staging.getNode().getPath());
    }

    private static String read(Path handler) {
        if (!Files.isRegularFile(handler)) {
            throw new IllegalStateException("asset that is not a handler: " + handler.getFileName());
        }
        try {
            return Files.readString(handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
