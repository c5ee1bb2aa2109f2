namespace IsoE.Benchmarks.Bed;

/// <summary>A folder that is gone at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("isoe-bench-").FullName;

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
