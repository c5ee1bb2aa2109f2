namespace IsoE.Office.Tests.Procedures;

/// <summary>The shipped library in a directory of its own, to be broken.</summary>
internal sealed class LibraryCopy : IDisposable
{
    public LibraryCopy()
    {
        Root = Directory.CreateTempSubdirectory("isoe-library-").FullName;
        foreach (var folder in new[] { "workflows", "iso-procedures" })
            foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(Root, Path.GetRelativePath(AppContext.BaseDirectory, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
    }

    public string Root { get; }

    public void Change(string file, string right, string wrong)
    {
        var path = Path.Combine(Root, file);
        var before = File.ReadAllText(path);
        var after = before.Replace(right, wrong, StringComparison.Ordinal);
        Assert.That(after, Is.Not.EqualTo(before), "The file does not hold what the test wants to break.");
        File.WriteAllText(path, after);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
