package io.tapdeck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudwatch.AlarmTransition;
import io.tapdeck.sandbox.faults.FaultScript;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a sandbox, a line each: the calls that changed something, and when. Since the simulated services depend
 * on nothing but their calls and the time, making the calls again brings back everything, and the file stays readable.
 * What alarms did has lines too: to find that out again takes an evaluation of each for every minute that has passed.
 */
final class SandboxJournal implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SandboxJournal.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 2;

    /** A sandbox that is killed loses at most this much of its time. */
    private static final Duration LARGEST_GAP = Duration.ofMinutes(5);

    private @Nullable FileChannel file;
    private Instant last;

    private SandboxJournal(@Nullable FileChannel file, Instant last) {
        this.file = file;
        this.last = last;
    }

    /** Keeps nothing. */
    static SandboxJournal none() {
        return new SandboxJournal(null, Instant.MAX);
    }

    /** Continues a file, which is locked and of which {@code entries} have been read; closes it at the end. */
    static SandboxJournal continuing(FileChannel file, List<JsonNode> entries) throws IOException {
        Instant last = entries.isEmpty() ? Instant.MIN : at(entries.getLast());
        SandboxJournal journal = new SandboxJournal(file, last);
        file.position(file.size());
        if (file.size() == 0) {
            journal.line(JsonNodeFactory.instance
                    .objectNode()
                    .put("tapdeck", "sandbox")
                    .put("version", VERSION));
        }
        return journal;
    }

    /**
     * The entries of a file. A last line that was cut off in mid-writing is taken away.
     *
     * @throws IOException if it is not a journal that this Tapdeck can read
     */
    static List<JsonNode> read(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (bytes.hasRemaining() && file.read(bytes, bytes.position()) > 0) {}
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        List<JsonNode> entries = new ArrayList<>();
        for (String line : whole.lines().toList()) {
            entries.add(JSON.readTree(line));
        }
        if (!entries.isEmpty() && entries.removeFirst().path("version").asInt() != VERSION) {
            throw new IOException("Not a journal of version " + VERSION);
        }
        for (JsonNode entry : entries) {
            if (!entry.path("at").isTextual()) {
                throw new IOException("An entry without a time");
            }
        }
        file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        return entries;
    }

    /** When an entry happened. */
    static Instant at(JsonNode entry) {
        return Instant.parse(entry.path("at").asText());
    }

    /** The script of an entry that has {@code faults}. */
    static FaultScript faults(JsonNode entry) {
        List<String> specs = new ArrayList<>();
        entry.path("faults").forEach(spec -> specs.add(spec.asText()));
        return FaultScript.parse(specs);
    }

    void accepted(Instant at, ObjectNode call) {
        entry(at, call);
    }

    /** An alarm changed its state. */
    void alarm(String account, String region, AlarmTransition transition) {
        entry(transition.at(), RecordedAlarms.entry(account, region, transition));
    }

    /** From now on another script holds. */
    void faults(Instant at, FaultScript script) {
        ArrayNode specs = JsonNodeFactory.instance.arrayNode();
        script.specs().forEach(specs::add);
        entry(at, JsonNodeFactory.instance.objectNode().set("faults", specs));
    }

    /** Written now and then, so that time does not fall far back when the sandbox is killed. */
    void timePasses(Instant at) {
        if (at.minus(LARGEST_GAP).isAfter(last)) {
            entry(at, JsonNodeFactory.instance.objectNode());
        }
    }

    void stopped(Instant at) {
        entry(at, JsonNodeFactory.instance.objectNode());
    }

    private void entry(Instant at, ObjectNode content) {
        last = at;
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("at", at.toString());
        line(entry.setAll(content));
    }

    private void line(JsonNode content) {
        FileChannel open = file;
        if (open == null) {
            return;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap((content + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                open.write(bytes);
            }
        } catch (IOException e) {
            // The disk is full or gone: the sandbox goes on, and forgets what comes after this.
            LOG.log(Level.WARNING, "The sandbox's state can no longer be saved.", e);
            close();
        }
    }

    @Override
    public void close() {
        FileChannel open = file;
        file = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The sandbox's state was not closed.", e);
            }
        }
    }
}
