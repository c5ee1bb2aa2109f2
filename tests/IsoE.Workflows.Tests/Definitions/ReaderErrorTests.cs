using System.Globalization;
using System.Text;
using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Tests.Definitions;

/// <summary>
/// Each file is a faulty definition, a line of dashes, then the errors with their places. With
/// <c>ISOE_UPDATE_TRACES=1</c> the files are written instead of compared.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReaderErrorTests
{
    private const string Divider = "\n----------\n";

    private static string Folder => Path.Combine(TestFiles.Root, "Definitions", "Errors");

    public static IEnumerable<string> Files => Directory.GetFiles(Folder, "*.reader").Select(f => Path.GetFileName(f)!).Order();

    [TestCaseSource(nameof(Files))]
    public void Every_error_is_told_with_its_place(string file)
    {
        var path = Path.Combine(Folder, file);
        var json = File.ReadAllText(path).Split(Divider)[0];
        var read = DefinitionReader.Read(json);

        var actual = new StringBuilder(json).Append(Divider);
        foreach (var e in read.Errors)
        {
            actual.Append(CultureInfo.InvariantCulture, $"{e.Line}:{e.Column} {e.Path} {e.Code}\n  {e.Message.En}\n  {e.Message.Vi}\n");
        }

        if (Environment.GetEnvironmentVariable("ISOE_UPDATE_TRACES") == "1")
        {
            File.WriteAllText(path, actual.ToString());
        }

        Assert.That(actual.ToString(), Is.EqualTo(File.ReadAllText(path)));
        Assert.That(read.Definition, Is.Null);
    }

    [Test]
    public void A_file_over_5_MB_is_refused()
    {
        var read = DefinitionReader.Read(new string(' ', 5 * 1024 * 1024 + 1));

        Assert.That(read.Errors.Single().Code, Is.EqualTo("file-too-large"));
    }

    [Test]
    public void More_than_2000_activities_are_refused()
    {
        var read = DefinitionReader.Read(Flowchart(2_001));

        Assert.That(read.Errors.Single().Code, Is.EqualTo("too-many-activities"));
        Assert.That(DefinitionReader.Read(Flowchart(2_000)).Errors, Is.Empty);
    }

    [Test]
    public void Endless_nesting_is_refused()
    {
        var json = string.Concat(Enumerable.Repeat("{\"root\":", 10_000));

        Assert.That(DefinitionReader.Read(json).Errors.Single().Code, Is.EqualTo("nested-too-deep"));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"root\": {\"id\": 5, \"type\": {}}}")]
    [TestCase("{\"root\": {\"id\": \"a\", \"type\": \"Elsa.Flowchart\", \"activities\": {\"x\": 1}, \"connections\": [5, {}, {\"source\": [], \"target\": 3}]}}")]
    [TestCase("{\"variables\": [5], \"inputs\": [null], \"outputs\": \"x\", \"options\": [], \"root\": {}}")]
    public void Whatever_the_file_holds_the_answer_is_errors(string json) =>
        Assert.That(DefinitionReader.Read(json).Errors, Is.Not.Empty);

    private static string Flowchart(int activities)
    {
        var list = Enumerable.Range(1, activities - 1).Select(i => $$"""{"id":"a{{i}}","type":"Elsa.Start"}""");
        return $$$"""{"id":"v","definitionId":"d","version":1,"root":{"id":"flow","type":"Elsa.Flowchart","activities":[{{{string.Join(',', list)}}}]}}""";
    }
}
