namespace IsoE.Office.Storage;

/// <summary>Which database, and where files lie.</summary>
public sealed record OfficeOptions
{
    public required DatabaseKind Database { get; init; }

    /// <summary>Connection string of the database, in its provider's form.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Folder for attachments and other files that are not in the database.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Largest attachment accepted, in bytes.</summary>
    public long MaxAttachmentBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Told before and after each commit of a step; tests plant crashes here.</summary>
    public Action<CommitMoment>? CommitObserver { get; init; }

    /// <summary>An embedded SQLite database in <paramref name="folder"/>.</summary>
    public static OfficeOptions Sqlite(string folder) => new()
    {
        Database = DatabaseKind.Sqlite,
        ConnectionString = $"Data Source={Path.Combine(folder, "isoe.db")}",
        DataDirectory = folder,
    };

    public static OfficeOptions Postgres(string connectionString, string folder) => new()
    {
        Database = DatabaseKind.Postgres,
        ConnectionString = connectionString,
        DataDirectory = folder,
    };
}

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

public enum CommitMoment
{
    Before,
    After,
}
