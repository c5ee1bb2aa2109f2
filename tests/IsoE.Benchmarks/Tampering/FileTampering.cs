namespace IsoE.Benchmarks.Tampering;

/// <summary>Ways in which somebody changes the kept files of records.</summary>
internal sealed class FileTampering(string folder, Random random)
{
    private readonly string[] _files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.Contains("incoming", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <returns>What was done, and how it is undone.</returns>
    public (string What, Action PutBack) Run()
    {
        var file = _files[random.Next(_files.Length)];
        var bytes = File.ReadAllBytes(file);
        switch (random.Next(4))
        {
            case 0:
                var flipped = (byte[])bytes.Clone();
                flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, flipped);
                return ("a bit of a file", () => File.WriteAllBytes(file, bytes));
            case 1:
                File.Delete(file);
                return ("a file deleted", () => File.WriteAllBytes(file, bytes));
            case 2:
                File.WriteAllBytes(file, bytes[..random.Next(bytes.Length)]);
                return ("the end of a file cut off", () => File.WriteAllBytes(file, bytes));
            default:
                var other = _files[(Array.IndexOf(_files, file) + 1) % _files.Length];
                var its = File.ReadAllBytes(other);
                File.WriteAllBytes(file, its);
                File.WriteAllBytes(other, bytes);
                return ("two files swapped", () =>
                {
                    File.WriteAllBytes(file, bytes);
                    File.WriteAllBytes(other, its);
                }
                );
        }
    }
}
