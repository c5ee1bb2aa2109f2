using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Tests.Definitions;

/// <summary>
/// The definitions in <c>workflows/</c> stand in the one form that the writer gives, so that a change shows as the
/// change it is. With <c>ISOE_UPDATE_DEFINITIONS=1</c> the files are written instead of compared.
/// </summary>
public sealed class ShippedDefinitionsTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(TestFiles.Root, "../../workflows"));

    public static IEnumerable<string> Files =>
        Directory.GetFiles(Folder, "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order();

    [TestCaseSource(nameof(Files))]
    public void A_shipped_definition_stands_as_the_writer_writes_it(string file)
    {
        var path = Path.Combine(Folder, file);
        var read = DefinitionReader.Read(File.ReadAllText(path));
        Assert.That(read.Errors, Is.Empty);

        var written = DefinitionWriter.Write(read.Definition!);
        if (Environment.GetEnvironmentVariable("ISOE_UPDATE_DEFINITIONS") == "1") File.WriteAllText(path, written);

        Assert.That(File.ReadAllText(path), Is.EqualTo(written));
    }

    [TestCaseSource(nameof(Files))]
    public void Every_shipped_definition_has_a_trace(string file)
    {
        var code = file.Split('/', '\\')[0];

        Assert.That(Directory.GetFiles(Path.Combine(TestFiles.Root, "Traces", "Procedures"), $"{code}*.trace"), Is.Not.Empty);
    }
}
