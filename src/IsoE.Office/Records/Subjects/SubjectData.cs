using IsoE.Office.Dossiers;
using IsoE.Office.Messages;
using IsoE.Workflows;

namespace IsoE.Office.Records.Subjects;

/// <summary>Everything the agency keeps about one person.</summary>
/// <param name="About">The identity number, telephone or e-mail that was asked for.</param>
/// <param name="Besides">What is kept without a dossier.</param>
/// <param name="Reads">Who has seen it, the latest first.</param>
public sealed record SubjectData(
    string About,
    DateTimeOffset ReadAt,
    IReadOnlyList<SubjectDossier> Dossiers,
    IReadOnlyList<SubjectMessage> Messages,
    IReadOnlyList<SubjectReceipt> Receipts,
    IReadOnlyList<SubjectBesides> Besides,
    IReadOnlyList<ReadLine> Reads);

/// <param name="Declared">What was declared, by the names of the fields.</param>
/// <param name="Papers">Names of the files that were handed in.</param>
/// <param name="Records">Titles of what the agency has issued.</param>
public sealed record SubjectDossier(
    string Code,
    Text Procedure,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? FinishedAt,
    Applicant Applicant,
    IReadOnlyDictionary<string, string> Declared,
    IReadOnlyList<string> Papers,
    IReadOnlyList<Text> Records);

public sealed record SubjectMessage(string DossierCode, DateTimeOffset RequestedAt, MessageChannel Channel, string? Address, string? Text);

/// <param name="Lines">What there is of this kind, a line for each.</param>
public sealed record SubjectBesides(Text Name, IReadOnlyList<Text> Lines);

/// <param name="Amount">Whole đồng.</param>
public sealed record SubjectReceipt(string Number, string DossierCode, string Payer, long Amount, DateTimeOffset IssuedAt);
