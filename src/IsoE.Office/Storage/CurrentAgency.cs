namespace IsoE.Office.Storage;

/// <summary>The agency a request or a job works for; one per service scope.</summary>
/// <remarks>While none is entered, queries find no agency's rows: forgetting to enter shows nothing of anybody.</remarks>
public sealed class CurrentAgency
{
    /// <summary>Id of the agency, or null while none has been entered.</summary>
    public string? Id { get; private set; }

    /// <exception cref="InvalidOperationException">No agency has been entered in this scope.</exception>
    public string Get() => Id ?? throw new InvalidOperationException("No agency has been entered in this scope.");

    public void Enter(string agencyId) => Id = agencyId;
}
