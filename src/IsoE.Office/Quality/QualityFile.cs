using IsoE.Office.Procedures;

namespace IsoE.Office.Quality;

/// <summary>Reads the data files of the quality system.</summary>
internal static class QualityFile
{
    private const string Folder = "Quality/";

    /// <summary>The names of the files that begin so.</summary>
    public static IEnumerable<string> Names(string prefix) => typeof(QualityFile).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder + prefix, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal);

    /// <param name="name">Name of the file, for example <c>registers.yaml</c>.</param>
    /// <exception cref="InvalidDataException">The file has problems; the message names each with its line.</exception>
    public static T Read<T>(string name, Func<YamlMap, T> read) => DataFile.Read(Folder + name, read);
}
