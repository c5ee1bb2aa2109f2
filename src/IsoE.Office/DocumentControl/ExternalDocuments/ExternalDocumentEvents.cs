using IsoE.Office.Instances;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl.ExternalDocuments;

/// <summary>The agency knows this of a text from outside: from here on its list counts, not what procedures say of it.</summary>
/// <param name="EffectiveTo">Last day in force; null while none is known.</param>
/// <param name="ReplacedBy">Number of the text that takes its place.</param>
public sealed record ExternalDocumentRecorded(
    string Number,
    Text Title,
    string Issuer,
    ExternalKind Kind,
    DateOnly? EffectiveFrom,
    DateOnly? EffectiveTo,
    string? ReplacedBy,
    Source Source,
    string By) : OfficeEvent;

/// <summary>The first day without the text has come.</summary>
/// <param name="CitedBy">Procedures in force that rest on it.</param>
public sealed record ExternalDocumentExpired(string Number, DateOnly LastDay, string? ReplacedBy, IReadOnlyList<string> CitedBy) : OfficeEvent;
