using System.Text;
using System.Text.Json.Serialization;
using IsoE.Documents.Drawing.Flow;

namespace IsoE.Documents.Forms;

/// <summary>The whole quality record of one dossier: who did what, when, how long, on time or not, and the proof of it.</summary>
public sealed record DossierRecord : DocumentForm
{
    public required Letterhead Head { get; init; }

    public required string Code { get; init; }

    /// <summary>Name and number of the procedure, and the version it ran under.</summary>
    public required string Procedure { get; init; }

    public required string ProcedureVersion { get; init; }

    /// <summary>Name and value of what identifies the dossier: applicant, channel, dates, unit; printed in two columns.</summary>
    public required IReadOnlyList<NamedValue> Identity { get; init; }

    /// <summary>Final status in words, and whether it was on time.</summary>
    public required string Status { get; init; }

    public required string OnTime { get; init; }

    public required IReadOnlyList<ReceiptComponent> Components { get; init; }

    /// <summary>What was entered: fields of the dossier's form.</summary>
    public required IReadOnlyList<NamedValue> Fields { get; init; }

    /// <summary>What other agencies answered.</summary>
    public required IReadOnlyList<AnswerLine> Answers { get; init; }

    public required IReadOnlyList<StepRecordLine> Steps { get; init; }

    public required IReadOnlyList<DecisionLine> Decisions { get; init; }

    public required IReadOnlyList<PauseLine> Pauses { get; init; }

    /// <summary>Documents issued, each with the hash of its file.</summary>
    public required IReadOnlyList<IssuedLine> Issued { get; init; }

    /// <summary>The history, a row each; hashes in hexadecimal.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>Sentence that says whether the chain was recomputed, when and with which result.</summary>
    public required string HistoryCheck { get; init; }

    /// <summary>The latest seal of the agency; empty before the first.</summary>
    public string Seal { get; init; } = "";

    /// <summary>Where the dossier stands in its procedure; null: no diagram.</summary>
    [JsonIgnore]
    public FlowDiagram? Diagram { get; init; }

    public string DiagramText => Diagram is null ? "" : string.Join(' ', Diagram.TextAlternative());

    [JsonIgnore]
    public override string Template => "dossier-record";

    [JsonIgnore]
    public override string Title => $"Hồ sơ chất lượng {Code}";

    [JsonIgnore]
    public override string Author => Head.Agency;

    protected override IReadOnlyDictionary<string, byte[]> Drawings() => Diagram is null
        ? base.Drawings()
        : new Dictionary<string, byte[]> { ["flow.svg"] = Encoding.UTF8.GetBytes(Diagram.Svg()) };
}

public sealed record NamedValue(string Name, string Value);

/// <param name="Limit">The time given, <paramref name="Taken"/> the time taken, both in words.</param>
/// <param name="Timeliness"><c>Đúng hạn</c>, <c>Trước hạn</c>, <c>Quá hạn</c> or empty.</param>
public sealed record StepRecordLine(string Number, string Name, string Person, string Began, string Ended, string Limit, string Taken, string Timeliness, string Outcome);

/// <param name="Step">The step that had asked.</param>
/// <param name="Facts">What the answer says.</param>
public sealed record AnswerLine(string Step, string From, string At, string Outcome, IReadOnlyList<NamedValue> Facts);

public sealed record DecisionLine(string At, string Person, string Decision, string Reason);

public sealed record PauseLine(string From, string To, string Reason, string Length);

public sealed record IssuedLine(string Name, string Number, string At, string Signer, string Hash);

public sealed record HistoryLine(string Sequence, string At, string Actor, string Event, string Hash);
