namespace IsoE.Office.Procedures;

/// <summary>Reads the data files that travel inside the program.</summary>
internal static class DataFile
{
    /// <param name="name">Folder and name, for example <c>Quality/registers.yaml</c>.</param>
    /// <exception cref="InvalidDataException">The file has problems; the message names each with its line.</exception>
    public static T Read<T>(string name, Func<YamlMap, T> read)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
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
