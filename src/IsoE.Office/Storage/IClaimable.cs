namespace IsoE.Office.Storage;

/// <summary>Work that lies in a table until somebody claims it: outbox rows, due rows.</summary>
/// <remarks>
/// Its status column holds <c>Pending</c> while it waits. These columns keep the account of the attempts; they are the
/// only ones that are written outside steps.
/// </remarks>
public interface IClaimable : IBelongsToAgency
{
    string Id { get; }

    int Attempts { get; set; }

    /// <summary>Not tried before this instant; also the end of the lease while somebody works on it.</summary>
    DateTimeOffset NextAttemptAt { get; set; }

    string? LastError { get; set; }

    /// <summary>Name of who answers for it since it was given up; null while nobody has taken it.</summary>
    string? Owner { get; set; }
}
