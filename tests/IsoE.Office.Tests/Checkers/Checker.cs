using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IsoE.Office.Tests.Checkers;

/// <summary>Asks a validator that is not ours about the files we write: ajv.</summary>
internal static class Checker
{
    /// <summary>Holds data against a JSON Schema; what is wrong, a line each.</summary>
    public static IReadOnlyList<string> Schema(JsonObject schema, IEnumerable<(string Name, JsonNode? Data)> files) => Ask(new JsonObject
    {
        ["schema"] = schema.DeepClone(),
        ["files"] = new JsonArray([.. files.Select(file => new JsonObject { ["name"] = file.Name, ["data"] = file.Data?.DeepClone() })]),
    });

    private static IReadOnlyList<string> Ask(JsonObject request)
    {
        var folder = Folder();
        using var node = Process.Start(new ProcessStartInfo("node", "check.mjs")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, failed) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        node.StandardInput.Write(request.ToJsonString());
        node.StandardInput.Close();
        node.WaitForExit();
        Assert.That(node.ExitCode, Is.Zero, failed.GetAwaiter().GetResult());
        return [.. said.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line)).Select(line => $"{line.GetProperty("file")}: {line.GetProperty("message")}")];
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IsoE.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "IsoE.Office.Tests", "Checkers");
    }
}
