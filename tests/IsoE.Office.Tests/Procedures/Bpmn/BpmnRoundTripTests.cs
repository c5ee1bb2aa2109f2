using System.Diagnostics;
using System.Text;
using System.Text.Json;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Bpmn;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Tests.Procedures.Bpmn;

/// <summary>Every shipped procedure as BPMN, through our own import and through other people's tools.</summary>
public sealed class BpmnRoundTripTests
{
    private static readonly IReadOnlyList<ProcedureVersion> Shipped = ProcedureLibrary.Load(AppContext.BaseDirectory).All;

    [Test]
    public void Every_shipped_definition_comes_back_as_it_was()
    {
        Assert.That(Shipped, Has.Count.AtLeast(31));
        Assert.Multiple(() =>
        {
            foreach (var version in Shipped)
            {
                var reading = Import(BpmnExport.Of(version.Definition).ToString());

                Assert.That(Canonical(reading.Flow), Is.EqualTo(DefinitionWriter.Write(version.Definition)), version.Code);
                Assert.That(reading.Code, Is.EqualTo(version.Definition.DefinitionId));
                Assert.That(reading.Remarks, Is.Empty, version.Code);
            }
        });
    }

    [Test]
    public async Task Other_tools_open_every_export_without_a_finding_and_what_they_save_comes_back_as_it_was()
    {
        var (drawn, saved) = (Directory.CreateTempSubdirectory("isoe-bpmn-"), Directory.CreateTempSubdirectory("isoe-bpmn-"));
        foreach (var version in Shipped) BpmnExport.Of(version.Definition).Save(Path.Combine(drawn.FullName, $"{version.Code}-v{version.Version}.bpmn"));

        var lines = await Lint(drawn.FullName, saved.FullName);

        Assert.That(lines, Has.Count.EqualTo(Shipped.Count));
        Assert.That(lines.SelectMany(Findings), Is.Empty);
        Assert.Multiple(() =>
        {
            foreach (var version in Shipped)
            {
                var reading = Import(File.ReadAllText(Path.Combine(saved.FullName, $"{version.Code}-v{version.Version}.bpmn")));
                Assert.That(Canonical(reading.Flow), Is.EqualTo(DefinitionWriter.Write(version.Definition)), version.Code);
            }
        });
        drawn.Delete(true);
        saved.Delete(true);
    }

    internal static BpmnReading Import(string xml) => BpmnImport.Read(
        new MemoryStream(Encoding.UTF8.GetBytes(xml)), ProcedureTemplate.Of("QT-99", new Text("Thử", "Trial"), new DateOnly(2026, 11, 26)).Flow);

    internal static string Canonical(string flow)
    {
        var read = DefinitionReader.Read(flow);
        return read.Definition is { } definition ? DefinitionWriter.Write(definition) : string.Join('\n', read.Errors.Select(e => e.Message.En));
    }

    private static IEnumerable<string> Findings(JsonElement line) =>
        line.GetProperty("warnings").EnumerateArray().Concat(line.GetProperty("findings").EnumerateArray())
            .Select(finding => $"{line.GetProperty("file").GetString()}: {finding.GetString()}");

    private static async Task<List<JsonElement>> Lint(string from, string to)
    {
        var lint = Path.Combine(AppContext.BaseDirectory, "bpmn-lint", "lint.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [lint, from, to]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.That(node.ExitCode, Is.Zero, await errors);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
