using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification;

namespace IsoE.Workflows.Tests.Verification;

/// <summary>The definitions under <c>workflows/</c>, and small harms done to them.</summary>
internal static class ShippedDefinitions
{
    public static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "workflows"), "*.json", SearchOption.AllDirectories).Order();

    /// <summary>Each definition with one connection removed, or one outcome of a task renamed.</summary>
    public static IEnumerable<(string Name, string Json)> Mutants(string file)
    {
        var text = File.ReadAllText(file);
        var connections = JsonNode.Parse(text)!["root"]!["connections"]!.AsArray().Count;
        for (var i = 0; i < connections; i++)
        {
            var removed = JsonNode.Parse(text)!;
            var connection = removed["root"]!["connections"]![i]!;
            var name = $"{connection["source"]!["activity"]} {connection["source"]!["port"]}";
            removed["root"]!["connections"]!.AsArray().RemoveAt(i);
            yield return ($"without {name}", removed.ToJsonString());

            var renamed = JsonNode.Parse(text)!;
            renamed["root"]!["connections"]![i]!["source"]!["port"] = "Renamed";
            yield return ($"renamed {name}", renamed.ToJsonString());
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IsoE.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}

public class ShippedDefinitionTests
{
    [TestCaseSource(typeof(ShippedDefinitions), nameof(ShippedDefinitions.Files))]
    public void A_shipped_definition_passes_the_gate(string file)
    {
        var read = DefinitionReader.Read(File.ReadAllText(file));

        Assert.That(read.Errors, Is.Empty);
        Assert.That(WorkflowVerifier.Verify(read.Definition!).Select(f => $"{f.Code} {f.Message.En} [{string.Join(" ", f.ActivityIds)}]"), Is.Empty);
    }
}
