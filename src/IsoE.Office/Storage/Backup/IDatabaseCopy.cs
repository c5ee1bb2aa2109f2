namespace IsoE.Office.Storage.Backup;

/// <summary>Copies a database to a file and back; one implementation for each database.</summary>
internal interface IDatabaseCopy
{
    /// <summary>Name of the copy in the archive.</summary>
    string FileName { get; }

    Task<bool> Exists(CancellationToken cancel);

    /// <summary>A consistent copy, taken while others read and write.</summary>
    Task Save(string file, CancellationToken cancel);

    /// <summary>Replaces the database by the copy.</summary>
    Task Load(string file, CancellationToken cancel);
}
