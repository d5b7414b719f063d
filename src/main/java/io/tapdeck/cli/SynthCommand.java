package io.tapdeck.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.Usage;
import io.tapdeck.environment.cost.PriceTable;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.StackTemplate;
import io.tapdeck.synth.SynthesisRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the templates of a definition. */
@Command(
        name = "synth",
        description = "Write the templates of a definition, and assembly.json with their order and the findings.")
final class SynthCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Engines engines;
    private final Terminal terminal;

    @Mixin
    DefinitionOptions definition = new DefinitionOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write; made if it is absent.")
    Path out = Path.of(".");

    @Option(names = "--check-rules", description = "Also check cdk-nag's AwsSolutions rules; takes longer.")
    boolean checkRules;

    SynthCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        EnvironmentDefinition wanted = definition.read(engines.blueprints(), null, null);
        CloudAssembly assembly = Synthesis.of(engines.synthesizer(), new SynthesisRequest(wanted, null, checkRules));
        try {
            write(assembly);
        } catch (IOException e) {
            throw CommandFailure.failed(
                    "%s cannot be written: %s. Choose another --out.".formatted(out, CommandFailure.reason(e)));
        }
        for (Finding finding : assembly.findings()) {
            terminal.err().println(finding.title() + ": " + finding.text());
        }
        if (assembly.ruleFindings() != null) {
            RuleText.print(terminal.err(), assembly.ruleFindings());
        }
        printCost(engines.blueprints().find(wanted.blueprint()).orElseThrow(), wanted);
        return ExitCode.DONE;
    }

    /** A template fits every region; a price does not. */
    private void printCost(Blueprint blueprint, EnvironmentDefinition wanted) {
        PriceTable prices = PriceTable.builtIn();
        List<Usage> usages = blueprint.usage(wanted);
        for (String region : prices.regions().keySet()) {
            CostText.print(terminal.err(), prices.estimate(usages, region));
        }
    }

    private void write(CloudAssembly assembly) throws IOException {
        Files.createDirectories(out);
        ObjectNode summary = JSON.createObjectNode();
        var stacks = summary.putArray("stacks");
        for (StackTemplate stack : assembly.stacks()) {
            Path file = out.resolve(stack.stackName() + ".template.json");
            Files.writeString(file, JSON.readTree(stack.body()).toPrettyString() + "\n");
            ObjectNode one = stacks.addObject()
                    .put("stackName", stack.stackName())
                    .put("template", file.getFileName().toString())
                    .put("resources", stack.resourceCount())
                    .put("terminationProtection", stack.terminationProtection())
                    .put("region", stack.region());
            stack.dependsOn().forEach(one.putArray("dependsOn")::add);
            ObjectNode tags = one.putObject("tags");
            stack.tags().forEach(tags::put);
            terminal.out().println(file);
        }
        var findings = summary.putArray("findings");
        for (Finding finding : assembly.findings()) {
            findings.addObject()
                    .put("id", finding.id())
                    .put("severity", finding.severity().name())
                    .put("title", finding.title())
                    .put("text", finding.text());
        }
        if (assembly.ruleFindings() != null) {
            summary.set("ruleFindings", JSON.valueToTree(assembly.ruleFindings()));
        }
        Path index = out.resolve("assembly.json");
        Files.writeString(index, summary.toPrettyString() + "\n");
        terminal.out().println(index);
    }
}
