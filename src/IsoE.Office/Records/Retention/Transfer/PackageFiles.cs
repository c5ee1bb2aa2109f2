using IsoE.Office.Storage;

namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>Packages for the archive, kept until it has answered: <c>handover/ID.zip</c> in the data folder.</summary>
public sealed class PackageFiles(OfficeOptions options)
{
    private string Folder => Path.Combine(options.DataDirectory, "handover");

    private string PathOf(string transferId) => Path.Combine(Folder, $"{transferId}.zip");

    /// <summary>A package to be written; it takes the place of one that was left unfinished.</summary>
    public Stream Create(string transferId)
    {
        Directory.CreateDirectory(Folder);
        return new FileStream(PathOf(transferId), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
    }

    /// <exception cref="FileNotFoundException">There is none any more.</exception>
    public Stream Open(string transferId) => File.OpenRead(PathOf(transferId));

    public void Remove(string transferId)
    {
        if (Directory.Exists(Folder)) File.Delete(PathOf(transferId));
    }
}
