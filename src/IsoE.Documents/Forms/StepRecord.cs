using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>What one step of a procedure found and decided: minutes, appraisal sheets, permits and notices.</summary>
public sealed record StepRecord : DocumentForm
{
    public required Letterhead Head { get; init; }

    /// <summary>Name of the record; printed in capitals as the title.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the dossier.</summary>
    public required string Code { get; init; }

    /// <summary>Null for an internal dossier.</summary>
    public required ApplicantLines? Applicant { get; init; }

    /// <summary>Of an internal dossier: what it is about; empty: the dossier of an applicant.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Of an internal dossier: who opened it.</summary>
    public string OpenedBy { get; init; } = "";

    /// <summary>What the dossier asks for; the name of the procedure.</summary>
    public required string Request { get; init; }

    /// <summary>The step that leaves the record; empty: no line.</summary>
    public required string Step { get; init; }

    /// <summary>What was decided; empty: no line.</summary>
    public required string Decision { get; init; }

    /// <summary>See <see cref="Wording.TimeAndDate"/>; empty: no line.</summary>
    public required string DoneAt { get; init; }

    public required IReadOnlyList<RecordEntry> Entries { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    public required Signer Signer { get; init; }

    [JsonIgnore]
    public override string Template => "step-record";

    [JsonIgnore]
    public override string Title => $"{Name} {Code}";

    [JsonIgnore]
    public override string Author => Head.Agency;
}

/// <summary>One thing entered: its label and what was written.</summary>
public sealed record RecordEntry(string Label, string Value);
