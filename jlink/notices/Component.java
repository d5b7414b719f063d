import java.nio.file.Path;
import java.util.List;

/**
 * One thing that comes with Tapdeck.
 *
 * @param type CycloneDX's: "library" or "platform"
 * @param group Maven's group; empty if it is no Maven artifact
 * @param classifier Maven's classifier; empty if there is none
 * @param licence an SPDX expression; its own before those of what is compiled into it
 * @param sha256 in hexadecimal digits; empty if it is no single file
 * @param sources where its texts are: a jar, a file or a folder
 */
record Component(
        String type,
        String group,
        String name,
        String version,
        String classifier,
        String licence,
        String sha256,
        List<Path> sources) {

    /** A font, or what a program runs on: no Maven artifact. */
    static Component beside(String type, String name, String version, String licence, Path texts) {
        return new Component(type, "", name, version, "", licence, "", List.of(texts));
    }

    /** The same, whose texts are in a jar. */
    Component in(Path jar) {
        return new Component(type, group, name, version, classifier, licence, sha256, List.of(jar));
    }

    /** Without the licences of what is compiled into it. */
    String ownLicence() {
        return licence.split(" AND ", -1)[0];
    }

    /** As people call it. */
    String title() {
        return name + " " + version + (classifier.isEmpty() ? "" : " (" + classifier + ")");
    }
}
