using System.Runtime.CompilerServices;

namespace IsoE.Documents.Tests;

/// <summary>Files that hold what a drawing looked like when somebody looked at it and found it good.</summary>
internal static class Golden
{
    /// <summary>Compares with the golden file; with ISOE_GOLDEN=write it becomes the golden file.</summary>
    public static void Check(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "golden", name);
        if (Environment.GetEnvironmentVariable("ISOE_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        Assert.That(actual, Is.EqualTo(File.ReadAllText(path)));
    }
}
