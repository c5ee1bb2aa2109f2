using IsoE.Workflows;

namespace IsoE.Office.Dossiers.Keeping;

/// <summary>What a capability keeps about a person without a dossier: submissions never sent, appointments.</summary>
public interface IKeepsPerson
{
    /// <summary>Names it in histories; never changes.</summary>
    string Kind { get; }

    /// <summary>In the plural, for people: "lịch hẹn".</summary>
    Text Name { get; }

    /// <summary>Tells the person what it is, a line for each, whether it can go or not.</summary>
    /// <param name="about">A whole identity number, telephone or e-mail.</param>
    Task<IReadOnlyList<Text>> Tell(string about, CancellationToken cancel);

    /// <param name="about">As above.</param>
    /// <returns>Ids of what can go.</returns>
    Task<IReadOnlyList<string>> Find(string about, CancellationToken cancel);

    /// <summary>Erases it, after the list was approved, at least once; the second time there must be nothing left to do.</summary>
    Task Erase(ErasedBesides erased, CancellationToken cancel);
}

/// <summary>What is erased of one kind.</summary>
/// <param name="ActorId">Who approved it.</param>
/// <param name="Ground">List and legal ground.</param>
public sealed record ErasedBesides(string AgencyId, IReadOnlyList<string> Ids, string ActorId, string Ground);
