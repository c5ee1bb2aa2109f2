using IsoE.Office.Procedures;

namespace IsoE.Office.Quality;

/// <summary>Reads the data files of the quality system, which travel inside the program.</summary>
internal static class QualityFile
{
    private const string Folder = "Quality/";

    /// <summary>The names of the files that begin so.</summary>
    public static IEnumerable<string> Names(string prefix) => typeof(QualityFile).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder + prefix, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal);

    /// <param name="name">Name of the file, for example <c>registers.yaml</c>.</param>
    /// <exception cref="InvalidDataException">The file has problems; the message names each with its line.</exception>
    public static T Read<T>(string name, Func<YamlMap, T> read)
    {
        using var stream = typeof(QualityFile).Assembly.GetManifestResourceStream(Folder + name) ?? throw new FileNotFoundException(name);
        using var text = new StreamReader(stream);
        var (document, root) = YamlDocument.Parse(name, text.ReadToEnd());
        Refuse(document);
        var value = read(root);
        root.Done();
        Refuse(document);
        return value;
    }

    private static void Refuse(YamlDocument document)
    {
        if (document.Problems.Count > 0)
            throw new InvalidDataException(string.Join('\n', document.Problems.Select(problem => $"{problem.File}:{problem.Line} {problem.Place}: {problem.Message.En}")));
    }
}
