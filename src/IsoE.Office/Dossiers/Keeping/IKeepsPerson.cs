using IsoE.Workflows;

namespace IsoE.Office.Dossiers.Keeping;

/// <summary>Erases what a capability keeps about a person without a dossier: a submission never sent, an appointment.</summary>
/// <remarks>Erased after the list was approved, at least once; the second time there must be nothing left to do.</remarks>
public interface IErasesPerson
{
    /// <summary>Names it in histories; never changes.</summary>
    string Kind { get; }

    /// <summary>In the plural, for people: "lịch hẹn".</summary>
    Text Name { get; }

    /// <param name="about">A whole identity number, telephone or e-mail.</param>
    /// <returns>Ids of what can go.</returns>
    Task<IReadOnlyList<string>> Find(string about, CancellationToken cancel);

    Task Erase(ErasedBesides erased, CancellationToken cancel);
}

/// <summary>What is erased of one kind.</summary>
/// <param name="ActorId">Who approved it.</param>
/// <param name="Ground">List and legal ground.</param>
public sealed record ErasedBesides(string AgencyId, IReadOnlyList<string> Ids, string ActorId, string Ground);
