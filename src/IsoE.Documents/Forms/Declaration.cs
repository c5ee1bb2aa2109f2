using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>The declaration of a procedure as a blank form, to be filled in by hand and brought with the papers.</summary>
public sealed record Declaration : DocumentForm
{
    /// <summary>The agency it is addressed to.</summary>
    public required string Agency { get; init; }

    /// <summary>Name of the procedure; printed under the title.</summary>
    public required string Request { get; init; }

    /// <summary>National code of the procedure.</summary>
    public required string Code { get; init; }

    /// <summary>Cases of the procedure, one to be ticked; empty where there is only one.</summary>
    public required IReadOnlyList<string> Cases { get; init; }

    public required IReadOnlyList<DeclarationField> Fields { get; init; }

    /// <summary>The papers that go with it.</summary>
    public required IReadOnlyList<string> Papers { get; init; }

    /// <summary>Line at the foot that says which version of the procedure it belongs to.</summary>
    public required string Foot { get; init; }

    [JsonIgnore]
    public override string Template => "declaration";

    [JsonIgnore]
    public override string Title => $"Tờ khai: {Request}";

    [JsonIgnore]
    public override string Author => Agency;
}

/// <summary>Something to be filled in.</summary>
/// <param name="Hint">Small print under it; empty for none.</param>
/// <param name="Choices">Answers to tick; empty where it is written.</param>
/// <param name="Lines">How many lines there are to write on; 0 with choices.</param>
public sealed record DeclarationField(string Label, string Hint, IReadOnlyList<string> Choices, int Lines);
