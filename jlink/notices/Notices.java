import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Writes what comes with Tapdeck, under which licence, and the licences' own words: each text once. */
final class Notices {
    private static final String RULE = "=".repeat(100);

    private final Map<String, List<String>> titlesByText = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    Notices(List<Component> components, LegalTexts legal, List<String> problems) throws IOException {
        for (Component component : components) {
            TreeSet<Integer> numbers = new TreeSet<>();
            for (String text : legal.of(component, problems)) {
                titlesByText.computeIfAbsent(text, _ -> new ArrayList<>()).add(component.title());
                numbers.add(List.copyOf(titlesByText.keySet()).indexOf(text) + 1);
            }
            lines.add("%-55s %-50s %s".formatted(component.title(), component.licence(), numbers));
        }
    }

    void write(Path file, String version) throws IOException {
        StringBuilder words = new StringBuilder("What comes with Tapdeck " + version
                + ", and under which licence. The numbers are those of the texts below.\n\n");
        lines.forEach(line -> words.append(line).append('\n'));
        int number = 0;
        for (Map.Entry<String, List<String>> text : titlesByText.entrySet()) {
            number++;
            words.append("\n%s\n%d: %s\n%s\n\n%s\n"
                    .formatted(RULE, number, String.join(", ", text.getValue()), RULE, text.getKey()));
        }
        Files.writeString(file, words);
    }
}
