package io.tapdeck.synth;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * CDK's packages as an installation has them: unpacked once, laid out as {@code name/version/key} like jsii's package
 * cache, and not to be written to.
 */
record UnpackedPackages(Path root) {
    /** jsii takes a package for complete if it has this file, and touches it (@jsii/kernel, disk-cache). */
    private static final String MARKER = ".jsii-runtime-package-cache";

    private static final String PACKAGE = "package.json";

    /**
     * Lays out a package cache in {@code folder} that costs nothing: jsii touches a file in each package that it uses,
     * which it may not where the package belongs to somebody else, so the packages' folders are real and all that is in
     * them are links.
     *
     * @return the cache, for {@code JSII_RUNTIME_PACKAGE_CACHE_ROOT}
     * @throws IOException if the links cannot be made
     */
    Path linkedIn(Path folder) throws IOException {
        Path cache = folder.resolve("packages");
        link(root, cache);
        return cache;
    }

    private static void link(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        boolean isPackage = Files.exists(from.resolve(PACKAGE));
        if (isPackage) {
            Files.createFile(to.resolve(MARKER));
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(from)) {
            for (Path child : children) {
                Path target = to.resolve(child.getFileName());
                if (!isPackage) {
                    link(child, target);
                } else if (!child.endsWith(MARKER)) {
                    Files.createSymbolicLink(target, child);
                }
            }
        }
    }
}
