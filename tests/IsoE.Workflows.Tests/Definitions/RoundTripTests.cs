using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Tests.Definitions;

[Parallelizable(ParallelScope.All)]
public sealed class RoundTripTests
{
    private static string Folder => Path.Combine(TestFiles.Root, "Definitions", "Files");

    public static IEnumerable<string> Files => Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f)!).Order();

    [TestCaseSource(nameof(Files))]
    public void The_canonical_form_comes_back_byte_for_byte(string file)
    {
        var canonical = Written(Read(File.ReadAllText(Path.Combine(Folder, file))));

        Assert.That(Written(Read(canonical)), Is.EqualTo(canonical));
    }

    [Test]
    public void Old_forms_become_the_canonical_one()
    {
        var written = Written(Read(File.ReadAllText(Path.Combine(Folder, "old-forms.json"))));

        var expected = Path.Combine(Folder, "old-forms.canonical.json");
        if (Environment.GetEnvironmentVariable("ISOE_UPDATE_TRACES") == "1")
        {
            File.WriteAllText(expected, written);
        }

        Assert.That(written, Is.EqualTo(File.ReadAllText(expected)));
    }

    [Test]
    public void Unknown_fields_and_designer_data_are_kept()
    {
        var written = Written(Read(File.ReadAllText(Path.Combine(Folder, "old-forms.canonical.json"))));

        Assert.That(written, Does.Contain("\"futureField\"").And.Contain("\"vertices\"").And.Contain("\"position\""));
    }

    [Test]
    public void The_head_can_be_changed()
    {
        var definition = Read(File.ReadAllText(Path.Combine(Folder, "linear.json"))) with { Id = "iso-linear-v2", Version = 2 };

        var read = Read(Written(definition));

        Assert.That((read.Id, read.Version, read.Name), Is.EqualTo(("iso-linear-v2", 2, "Linear dossier")));
    }

    [Test]
    public void An_activity_of_unknown_type_survives_being_shown()
    {
        var original = File.ReadAllText(Path.Combine(Folder, "linear.json")).Replace("Elsa.Finish", "Elsa.SendEmail", StringComparison.Ordinal);
        var shown = Written(DefinitionReader.Read(original, new DefinitionReadOptions(ShowUnknownActivities: true)).Definition!);
        Assert.That(shown, Does.Contain("Elsa.NotFoundActivity"));

        var restored = shown.Replace("Elsa.SendEmail", "Elsa.Finish", StringComparison.Ordinal);

        Assert.That(Written(Read(restored)), Is.EqualTo(Written(Read(File.ReadAllText(Path.Combine(Folder, "linear.json"))))));
    }

    [Test]
    public void Literal_outcomes_are_known_before_running()
    {
        var definition = Read(File.ReadAllText(Path.Combine(Folder, "branch.json")));

        Assert.That(definition.Activities["fork"].Outcomes, Is.EqualTo(new[] { "Legal", "Technical" }));
        Assert.That(definition.Activities["complete"].Outcomes, Is.EqualTo(new[] { "True", "False" }));
    }

    private static WorkflowDefinition Read(string json)
    {
        var read = DefinitionReader.Read(json);
        Assert.That(read.Errors, Is.Empty);
        return read.Definition!;
    }

    private static string Written(WorkflowDefinition definition) => DefinitionWriter.Write(definition);
}
