using System.Runtime.CompilerServices;

namespace IsoE.Workflows.Tests;

/// <summary>Files of the tests, read from the source tree.</summary>
internal static class TestFiles
{
    public static string Root { get; } = Path.GetDirectoryName(ThisFile())!;

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
