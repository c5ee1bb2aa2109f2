namespace IsoE.Web.Tests.CommandLine;

/// <summary>A flow goes out as BPMN and comes back by the command line.</summary>
public sealed class ProcedureExportVerbTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "workflows", "1.004873", "v1.json");

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("isoe-verbs").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task What_is_exported_is_imported_as_it_was()
    {
        var bpmn = Path.Combine(_folder, "flow.bpmn");

        var exported = await Shell.Run("procedure", "export", Shipped, "--bpmn", bpmn);
        var imported = await Shell.Run("procedure", "import", bpmn, "--out", _folder);

        Assert.That((exported.Exit, imported.Exit, imported.Out), Is.EqualTo((0, 0, "")));
        Assert.That(
            File.ReadAllText(Path.Combine(_folder, "workflows", "1.004873", "v1.json")), Is.EqualTo(File.ReadAllText(Shipped)));
    }

    [Test]
    public async Task A_file_that_is_no_bpmn_is_refused_in_words()
    {
        var file = Path.Combine(_folder, "flow.bpmn");
        File.WriteAllText(file, "<html/>");

        var refused = await Shell.Run("procedure", "import", file, "--out", _folder);

        Assert.That(refused.Exit, Is.EqualTo(1));
        Assert.That(refused.Out + refused.Error, Does.Contain("not BPMN 2.0"));
    }

    [Test]
    public async Task A_definition_with_errors_is_not_exported()
    {
        var file = Path.Combine(_folder, "flow.json");
        File.WriteAllText(file, "{}");

        var refused = await Shell.Run("procedure", "export", file, "--bpmn", Path.Combine(_folder, "flow.bpmn"));

        Assert.That(refused.Exit, Is.EqualTo(1));
        Assert.That(File.Exists(Path.Combine(_folder, "flow.bpmn")), Is.False);
    }
}
