package io.tapdeck.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The AWS files, read anew each time; a file that cannot be read is told in words.
 *
 * @param read reads them as the SDK does
 */
public record AwsFiles(Supplier<ProfileFile> read) implements Supplier<ProfileFile> {

    /**
     * The files as they are now.
     *
     * @throws AwsException of kind WRONG_TARGET if they cannot be read
     */
    @Override
    public ProfileFile get() {
        try {
            return read.get();
        } catch (AwsException e) {
            throw e;
        } catch (RuntimeException e) {
            // The SDK names file and line, without values; a lone "[" makes it fail without a word of use.
            String words = e instanceof IllegalArgumentException ? ": " + e.getMessage() : ".";
            throw new AwsException(
                    "The AWS files cannot be read" + words,
                    "Mend the line that it names, in the config or the credentials file.",
                    AwsException.Kind.WRONG_TARGET,
                    e);
        }
    }
}
