using IsoE.Office.Procedures.Editing;
using YamlDotNet.RepresentationModel;

namespace IsoE.Office.Tests.Procedures.Editing;

[Parallelizable(ParallelScope.All)]
public sealed class TextSchemaTests
{
    /// <summary>Given by the system, not entered.</summary>
    private static readonly string[] Given = ["code", "versions", "control.number", "control.issue", "control.issuedOn", "control.revisions"];

    [Test]
    public void Everything_the_shipped_texts_say_has_a_place_in_the_forms()
    {
        var known = TextSchema.All.SelectMany(Paths).Concat(Given).ToHashSet(StringComparer.Ordinal);
        var said = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "iso-procedures"), "*.md").SelectMany(Said).Distinct();
        Assert.That(said.Where(path => !known.Any(each => path == each || path.StartsWith(each + ".", StringComparison.Ordinal))), Is.Empty);
    }

    private static IEnumerable<string> Paths(TextGroup group)
    {
        var list = group.IsList ? Join(group.Path, group.Key) : "";
        var inner = group.Inner is { } own ? own.Fields.Select(field => Join(Join(list, own.Key), field.Key)) : [];
        return group.Fields.Select(field => Join(list, field.Key)).Concat(inner);
    }

    private static IEnumerable<string> Said(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(file).Split("\n---\n")[0]));
        return Leaves("", yaml.Documents[0].RootNode);
    }

    private static IEnumerable<string> Leaves(string path, YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(entry => Leaves(Join(path, ((YamlScalarNode)entry.Key).Value!), entry.Value)),
        YamlSequenceNode list => list.Children.SelectMany(item => Leaves(path, item)),
        _ => [path],
    };

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
